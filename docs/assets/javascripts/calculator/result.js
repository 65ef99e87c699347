// What a calculator shows for an answer. Its words come from the page; all of them go in as text.

import { cost } from "./model.js";
import { element } from "../shared/dom.js";
import { money, number } from "../shared/money.js";
import { fill } from "../shared/words.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Show what a course costs.
 * @param {HTMLElement} root the calculator
 * @param {object} state a state without errors
 * @param {object} inputs the same for the cost model
 * @param {object} data countries, frequencies, scenarios, stops and words
 * @returns {object} the cost
 */
export function showResult(root, state, inputs, data) {
  const found = cost(inputs, data.stops);
  const say = speaker(data, data.countries[state.country]);
  answer(root, found, state, say, data);
  figures(root, found, inputs, say);
  rows(root, "stops", found.stops.map((bill) => [say.visits(bill.visits), say.money(bill.you)]));
  rows(root, "payers", payers(found, state, say));
  rows(root, "working", working(found, inputs, say));
  list(root.querySelector(".calculator__notes"), notes(found, state, say));
  scenarios(root, found, inputs, say, data);
  return found;
}

function speaker({ words }, country) {
  return {
    words,
    money: (amount) => money(amount, country),
    rate: (rate) => number(rate, "percent", country),
    visits: (count) => (count === 1 ? words.one_visit : fill(words.visits, { count })),
    weeks: (count) => (count === 1 ? words.one_week : fill(words.weeks, { count })),
  };
}

function answer(root, found, state, say, data) {
  const frequency = data.frequencies[state.frequency].words;
  const course = fill(say.words.course, {
    visits: say.visits(found.course.visits),
    frequency: frequency[0].toLowerCase() + frequency.slice(1),
    weeks: say.weeks(state.weeks),
  });
  const total = element("strong", "", fill(say.words.you_pay, { total: say.money(found.course.you) }));
  root.querySelector(".calculator__answer").replaceChildren(element("p", "", total, " ", course));
}

function figures(root, found, inputs, say) {
  const amounts = {
    visit: say.money(found.per_visit),
    month: say.money(found.per_month),
    year: say.money(found.year.you),
    hour: fill(say.words.hour, { hour: say.money(found.per_hour) }),
  };
  for (const [name, text] of Object.entries(amounts)) {
    root.querySelector(`[data-figure="${name}"]`).textContent = text;
  }
  root.querySelector('[data-figure="hour"]').hidden = inputs.minutes === 60;
}

function payers({ course, year }, state, say) {
  const lines = [[say.words.you, (bill) => bill.you]];
  if (state.plan === "yes") lines.push([say.words.plan, (bill) => bill.plan]);
  if (state.account === "yes") lines.push([say.words.saved, (bill) => bill.saved]);
  lines.push([say.words.together, (bill) => bill.fees + bill.tips + bill.travel]);
  return lines.map(([who, amount]) => [who, say.money(amount(course)), say.money(amount(year))]);
}

function working({ course, fee, tip, runs }, inputs, say) {
  const { words } = say;
  const visits = say.visits(course.visits);
  const lines = [];
  if (inputs.tax) {
    const values = { price: say.money(inputs.price), tax: say.rate(inputs.tax), fee: say.money(fee) };
    lines.push([fill(words.with_tax, values), say.money(fee)]);
  }
  const single = runs.filter((run) => run.fee).reduce((count, run) => count + run.last - run.first + 1, 0);
  if (single) {
    lines.push([fill(words.fees, { visits: say.visits(single), fee: say.money(fee) }), say.money(course.fees - course.ahead)]);
  }
  if (course.ahead) lines.push([words.ahead, say.money(course.ahead)]);
  if (course.tips) lines.push([fill(words.tips, { visits, tip: say.money(tip) }), say.money(course.tips)]);
  if (course.travel) {
    lines.push([fill(words.travel, { visits, travel: say.money(inputs.travel) }), say.money(course.travel)]);
  }
  if (inputs.share) {
    for (const run of runs.filter((each) => each.fee)) lines.push(runLine(run, say));
    lines.push([words.plan_pays, `−${say.money(course.plan)}`]);
  }
  if (inputs.tax_rate) {
    const base = course.fees - course.ahead - course.plan;
    const values = { rate: say.rate(inputs.tax_rate), base: say.money(base) };
    lines.push([fill(words.tax_saved, values), `−${say.money(course.saved)}`]);
  }
  return [...lines, [words.you, say.money(course.you)]];
}

function runLine({ first, last, fee, plan }, { words, money: shown }) {
  const text = first === last ? words.run_of_one : words.run;
  return [fill(text, { first, last, fee: shown(fee), plan: shown(plan) }), shown((last - first + 1) * plan)];
}

// Where nothing is counted, the reader is told why.
function notes({ course }, state, { words }) {
  const said = [];
  const ahead = state.deal !== "none";
  if (state.plan === "yes" && ahead) said.push(words.nothing_from_plan_ahead);
  else if (state.plan === "yes" && !course.plan) said.push(words.nothing_from_plan);
  if (state.account === "yes" && state.letter === "no") said.push(words.no_letter);
  else if (state.account === "yes" && ahead) said.push(words.nothing_saved_ahead);
  return said;
}

function scenarios(root, found, inputs, say, data) {
  const others = data.scenarios.map(({ title, frequency, weeks }) => {
    const { visits, every_weeks } = data.frequencies[frequency];
    return [title, cost({ ...inputs, visits, every_weeks, weeks })];
  });
  const all = [[say.words.yours, found], ...others];
  rows(root, "scenarios", all.map(([title, { course }]) => [title, String(course.visits), say.money(course.you)]));
  const most = Math.max(...all.map(([, { course }]) => course.you));
  root.querySelector(".calculator__chart").replaceChildren(
    ...all.map(([title, { course }]) => bar(title, say.money(course.you), course.you / (most || 1))));
  const told = document.querySelectorAll("[data-scenario]");
  root.querySelector(".calculator__evidence").replaceChildren(...[...told].map(copyWithoutIds));
}

function bar(title, amount, share) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 6");
  svg.setAttribute("preserveAspectRatio", "none");
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", String(Math.max(0.5, share * 100)));
  rect.setAttribute("height", "6");
  svg.append(rect);
  return element("div", "calculator__bar", element("span", "", title), svg, element("span", "", amount));
}

// --- small parts --------------------------------------------------------------------------------------------

/** A copy of something on the page, without the ids that must stay the original's. */
export function copyWithoutIds(node) {
  const copy = node.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  delete copy.dataset.scenario;
  return copy;
}

function rows(root, name, lines) {
  const made = lines.map(([title, ...cells]) => {
    const head = element("th", "", title);
    head.scope = "row";
    return element("tr", "", head, ...cells.map((cell) => element("td", "", cell)));
  });
  root.querySelector(`[data-rows="${name}"]`).replaceChildren(...made);
}

function list(target, texts) {
  target.hidden = !texts.length;
  target.replaceChildren(...texts.map((text) => element("li", "", text)));
}
