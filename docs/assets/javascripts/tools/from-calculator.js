import { answers } from "./store.js";

// Takes what the calculator has worked out into the answers, for the visit sheet.
/** @import { State } from "../calculator/link-state.js" */
/** @import { Cost } from "../calculator/model.js" */
document.addEventListener("cost-estimate", (event) => {
  const { state, cost } = /** @type {CustomEvent<{state: State, cost: Cost}>} */ (event).detail;
  answers.change((all) => {
    all.estimate = { country: state.country, visits: cost.course.visits, each: cost.per_visit, total: cost.course.you };
  });
});
