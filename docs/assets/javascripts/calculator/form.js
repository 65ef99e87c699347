// The form: what it holds, what is wrong with it, and what the cost model makes of it.

import { data as dataOf, findAll } from "../common/dom.js";
import { money, number } from "../common/money.js";
import { fill } from "../common/words.js";
import { KEYS } from "./link-state.js";
import { readNumber } from "./parse-number.js";

/** @import { CalculatorData, Country, State, Values } from "./link-state.js" */
/** @import { Given } from "./model.js" */

const OPTIONAL = ["visit_cap", "year_cap"];

/**
 * The state that a calculator starts with.
 * @param {CalculatorData} data
 */
export function startState({ countries, limits, start }) {
  /** @type {Values} */
  const state = { plan: "no", account: "no", letter: "no", deal: "none", ...start };
  for (const [name, limit] of Object.entries(limits)) state[name] ??= limit.start;
  state.price = countries[start.country].price;
  return /** @type {State} */ (state);
}

/**
 * A question's field, or the group of radio buttons that are one.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export const fieldOf = (form, name) => /** @type {HTMLInputElement | HTMLSelectElement | RadioNodeList} */ (form.elements.namedItem(name));

/**
 * Put a state into the form.
 * @param {HTMLFormElement} form
 * @param {State} state
 * @param {CalculatorData} data
 */
export function fillForm(form, state, data) {
  const country = data.countries[state.country];
  /** @type {Values} */
  const values = { ...state };
  for (const name of KEYS) {
    const limit = data.limits[name];
    const value = values[name] ?? "";
    fieldOf(form, name).value = typeof value === "number" ? number(value, limit.kind, country) : value;
  }
}

/**
 * Show the questions that the answers so far call for.
 * @param {HTMLFormElement} form
 */
export function showQuestions(form) {
  for (const part of findAll(form, "[data-when]")) {
    const [name, values] = dataOf(part, "when").split("=");
    part.hidden = !values.split(" ").includes(fieldOf(form, name).value);
  }
}

/**
 * Read the form.
 * @param {HTMLFormElement} form
 * @param {CalculatorData} data
 * @returns {{state: State, errors: {name: string, message: string}[]}} questions that are not shown count for nothing
 */
export function readForm(form, data) {
  /** @type {Values} */
  const state = {};
  const errors = [];
  const country = data.countries[fieldOf(form, "country").value];
  for (const name of KEYS) {
    const field = fieldOf(form, name);
    const first = field instanceof RadioNodeList ? field[0] : field;
    if (first instanceof Element && first.closest("[hidden]")) continue;
    if (!data.limits[name]) {
      state[name] = field.value;
      continue;
    }
    const read = readField(name, field.value, data, country);
    if (read.message === undefined) state[name] = read.value;
    else errors.push({ name, message: read.message });
  }
  return { state: /** @type {State} */ (state), errors };
}

/**
 * @param {string} name
 * @param {string} typed
 * @param {CalculatorData} data
 * @param {Country} country
 * @returns {{value: number | null, message?: undefined} | {message: string}}
 */
function readField(name, typed, { limits, words }, country) {
  const limit = limits[name];
  if (OPTIONAL.includes(name) && !typed.trim()) return { value: null };
  const signs = { money: `${country.sign} ${country.currency}`, percent: "%", count: "" }[limit.kind];
  const read = readNumber(typed, [country.locale, ...navigator.languages], signs);
  const shown = (/** @type {number} */ value) => (limit.kind === "money" ? money(value, country)
    : number(value, limit.kind, country) + (limit.kind === "percent" ? "%" : ""));
  const complain = (/** @type {string} */ problem, /** @type {Record<string, string>} */ more = {}) => ({
    message: fill(words[problem], { name: words.names[name], example: words[`example_${limit.kind}`], typed, ...more }),
  });
  if (read.problem === "ambiguous") {
    const [one, other] = read.meanings.map((value) => number(value, "percent", country));
    return complain("ambiguous", { one, other });
  }
  if (limit.kind === "count" && (read.problem === "too_fine" || (!read.problem && read.value % 100))) return complain("not_whole");
  if (read.problem) return complain(read.problem);
  const value = limit.kind === "count" ? read.value / 100 : read.value;
  if (value < limit.low || value > limit.high) {
    return complain("out_of_range", { low: shown(limit.low), high: shown(limit.high) });
  }
  return { value };
}

/**
 * A state as the cost model wants it.
 * @param {State} state
 * @param {CalculatorData} data
 */
export function inputsOf(state, { frequencies }) {
  const { visits, every_weeks } = frequencies[state.frequency];
  const { price, weeks, minutes, tip, travel, tax, deal } = state;
  /** @type {Given} */
  const inputs = { price, visits, every_weeks, weeks, minutes, tip, travel, tax, tax_rate: state.tax_rate ?? 0 };
  if (state.plan === "yes") {
    const { share, deductible, visit_cap, year_cap, weeks_left } = state;
    Object.assign(inputs, { share, deductible, visit_cap, year_cap, weeks_left });
  }
  if (deal !== "none") {
    const { deal_price = 0, deal_visits = 1, deal_months = 1 } = state;
    inputs.deal = { kind: deal, price: deal_price, visits: deal_visits, months: deal_months };
  }
  return inputs;
}
