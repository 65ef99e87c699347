import { answers } from "./store.js";

// Takes what the calculator has worked out into the answers, for the visit sheet.
document.addEventListener("cost-estimate", ({ detail: { state, cost } }) =>
  answers.change((all) => {
    all.estimate = { country: state.country, visits: cost.course.visits, each: cost.per_visit, total: cost.course.you };
  }),
);
