// What a calculator shows for an answer. Its words come from the page; all of them go in as text.

import { cost } from "./model.js";
import { element, find, findAll } from "../common/dom.js";
import { money, number } from "../common/money.js";
import { fill } from "../common/words.js";

/** @import { CalculatorData, Country, State } from "./link-state.js" */
/** @import { Bill, Cost, Given, Run } from "./model.js" */
/**
 * Says amounts and numbers in the words of the page.
 * @typedef {ReturnType<typeof speaker>} Speaker
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Show what a course costs.
 * @param {HTMLElement} root the calculator
 * @param {State} state a state without errors
 * @param {Given} inputs the same for the cost model
 * @param {CalculatorData} data
 * @returns {Cost}
 */
export function showResult(root, state, inputs, data) {
  const found = cost(inputs, data.stops);
  const say = speaker(data, data.countries[state.country]);
  answer(root, found, state, say, data);
  figures(root, found, inputs, say);
  rows(root, "stops", found.stops.map((bill) => [say.visits(bill.visits), say.money(bill.you)]));
  rows(root, "payers", payers(found, state, say));
  rows(root, "working", working(found, inputs, say));
  list(find(root, ".calculator__notes"), notes(found, state, say));
  scenarios(root, found, inputs, say, data);
  return found;
}

/**
 * @param {CalculatorData} data
 * @param {Country} country
 */
function speaker({ words }, country) {
  return {
    words,
    money: (/** @type {number} */ amount) => money(amount, country),
    rate: (/** @type {number} */ rate) => number(rate, "percent", country),
    visits: (/** @type {number} */ count) => (count === 1 ? words.one_visit : fill(words.visits, { count })),
    weeks: (/** @type {number} */ count) => (count === 1 ? words.one_week : fill(words.weeks, { count })),
  };
}

/**
 * @param {HTMLElement} root
 * @param {Cost} found
 * @param {State} state
 * @param {Speaker} say
 * @param {CalculatorData} data
 */
function answer(root, found, state, say, data) {
  const frequency = data.frequencies[state.frequency].words;
  const course = fill(say.words.course, {
    visits: say.visits(found.course.visits),
    frequency: frequency[0].toLowerCase() + frequency.slice(1),
    weeks: say.weeks(state.weeks),
  });
  const total = element("strong", "", fill(say.words.you_pay, { total: say.money(found.course.you) }));
  find(root, ".calculator__answer").replaceChildren(element("p", "", total, " ", course));
}

/**
 * @param {HTMLElement} root
 * @param {Cost} found
 * @param {Given} inputs
 * @param {Speaker} say
 */
function figures(root, found, inputs, say) {
  const amounts = {
    visit: say.money(found.per_visit),
    month: say.money(found.per_month),
    year: say.money(found.year.you),
    hour: fill(say.words.hour, { hour: say.money(found.per_hour) }),
  };
  for (const [name, text] of Object.entries(amounts)) {
    find(root, `[data-figure="${name}"]`).textContent = text;
  }
  find(root, '[data-figure="hour"]').hidden = inputs.minutes === 60;
}

/**
 * @param {Cost} cost
 * @param {State} state
 * @param {Speaker} say
 */
function payers({ course, year }, state, say) {
  /** @type {[who: string, amount: (bill: Bill) => number][]} */
  const lines = [[say.words.you, (bill) => bill.you]];
  if (state.plan === "yes") lines.push([say.words.plan, (bill) => bill.plan]);
  if (state.account === "yes") lines.push([say.words.saved, (bill) => bill.saved]);
  lines.push([say.words.together, (bill) => bill.fees + bill.tips + bill.travel]);
  return lines.map(([who, amount]) => [who, say.money(amount(course)), say.money(amount(year))]);
}

/**
 * @param {Cost} cost
 * @param {Given} inputs
 * @param {Speaker} say
 */
function working({ course, fee, tip, runs }, inputs, say) {
  const { words } = say;
  const visits = say.visits(course.visits);
  /** @type {[what: string, amount: string][]} */
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
    lines.push([fill(words.travel, { visits, travel: say.money(inputs.travel ?? 0) }), say.money(course.travel)]);
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

/**
 * @param {Run} run
 * @param {Speaker} say
 * @returns {[what: string, amount: string]}
 */
function runLine({ first, last, fee, plan }, { words, money: shown }) {
  const text = first === last ? words.run_of_one : words.run;
  return [fill(text, { first, last, fee: shown(fee), plan: shown(plan) }), shown((last - first + 1) * plan)];
}

/**
 * Where nothing is counted, the reader is told why.
 * @param {Cost} cost
 * @param {State} state
 * @param {Speaker} say
 */
function notes({ course }, state, { words }) {
  const said = [];
  const ahead = state.deal !== "none";
  if (state.plan === "yes" && ahead) said.push(words.nothing_from_plan_ahead);
  else if (state.plan === "yes" && !course.plan) said.push(words.nothing_from_plan);
  if (state.account === "yes" && state.letter === "no") said.push(words.no_letter);
  else if (state.account === "yes" && ahead) said.push(words.nothing_saved_ahead);
  return said;
}

/**
 * @param {HTMLElement} root
 * @param {Cost} found
 * @param {Given} inputs
 * @param {Speaker} say
 * @param {CalculatorData} data
 */
function scenarios(root, found, inputs, say, data) {
  /** @type {[title: string, cost: Cost][]} */
  const others = data.scenarios.map(({ title, frequency, weeks }) => {
    const { visits, every_weeks } = data.frequencies[frequency];
    return [title, cost({ ...inputs, visits, every_weeks, weeks })];
  });
  /** @type {[title: string, cost: Cost][]} */
  const all = [[say.words.yours, found], ...others];
  rows(root, "scenarios", all.map(([title, { course }]) => [title, String(course.visits), say.money(course.you)]));
  const most = Math.max(...all.map(([, { course }]) => course.you));
  find(root, ".calculator__chart").replaceChildren(
    ...all.map(([title, { course }]) => bar(title, say.money(course.you), course.you / (most || 1))));
  find(root, ".calculator__evidence").replaceChildren(...findAll(document, "[data-scenario]").map(copyWithoutIds));
}

/**
 * @param {string} title
 * @param {string} amount
 * @param {number} share
 */
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

/**
 * A copy of something on the page, without the ids that must stay the original's.
 * @param {Element} node
 */
export function copyWithoutIds(node) {
  const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  delete copy.dataset.scenario;
  return copy;
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string[][]} lines
 */
function rows(root, name, lines) {
  const made = lines.map(([title, ...cells]) => {
    const head = element("th", "", title);
    head.scope = "row";
    return element("tr", "", head, ...cells.map((cell) => element("td", "", cell)));
  });
  find(root, `[data-rows="${name}"]`).replaceChildren(...made);
}

/**
 * @param {HTMLElement} target
 * @param {string[]} texts
 */
function list(target, texts) {
  target.hidden = !texts.length;
  target.replaceChildren(...texts.map((text) => element("li", "", text)));
}
