// The form: what it holds, what is wrong with it, and what the cost model makes of it.

import { money, number } from "../shared/money.js";
import { fill } from "../shared/words.js";
import { KEYS } from "./link-state.js";
import { readNumber } from "./parse-number.js";

const OPTIONAL = ["visit_cap", "year_cap"];

/** The state that a calculator starts with. */
export function startState({ countries, limits, start }) {
  const state = { plan: "no", account: "no", letter: "no", deal: "none", ...start };
  for (const [name, limit] of Object.entries(limits)) state[name] ??= limit.start;
  state.price = countries[start.country].price;
  return state;
}

/** Put a state into the form. */
export function fillForm(form, state, data) {
  const country = data.countries[state.country];
  for (const name of KEYS) {
    const limit = data.limits[name];
    const value = state[name] ?? null;
    if (limit) form.elements[name].value = value === null ? "" : number(value, limit.kind, country);
    else form.elements[name].value = value;
  }
}

/** Show the questions that the answers so far call for. */
export function showQuestions(form) {
  for (const part of form.querySelectorAll("[data-when]")) {
    const [name, values] = part.dataset.when.split("=");
    part.hidden = !values.split(" ").includes(form.elements[name].value);
  }
}

/**
 * Read the form.
 * @returns {{state: object, errors: {name: string, message: string}[]}} questions that are not shown count for nothing
 */
export function readForm(form, data) {
  const state = {};
  const errors = [];
  const country = data.countries[form.elements.country.value];
  for (const name of KEYS) {
    const field = form.elements[name];
    const first = field instanceof RadioNodeList ? field[0] : field;
    if (first.closest("[hidden]")) continue;
    if (!data.limits[name]) {
      state[name] = field.value;
      continue;
    }
    const { value, message } = readField(name, field.value, data, country);
    if (message) errors.push({ name, message });
    else state[name] = value;
  }
  return { state, errors };
}

function readField(name, typed, { limits, words }, country) {
  const limit = limits[name];
  if (OPTIONAL.includes(name) && !typed.trim()) return { value: null };
  const signs = { money: `${country.sign} ${country.currency}`, percent: "%", count: "" }[limit.kind];
  const read = readNumber(typed, [country.locale, ...navigator.languages], signs);
  const shown = (value) => (limit.kind === "money" ? money(value, country)
    : number(value, limit.kind, country) + (limit.kind === "percent" ? "%" : ""));
  const complain = (problem, more = {}) => ({
    message: fill(words[problem], { name: words.names[name], example: words[`example_${limit.kind}`], typed, ...more }),
  });
  if (read.problem === "ambiguous") {
    const [one, other] = read.meanings.map((value) => number(value, "percent", country));
    return complain("ambiguous", { one, other });
  }
  if (limit.kind === "count" && (read.problem === "too_fine" || read.value % 100)) return complain("not_whole");
  if (read.problem) return complain(read.problem);
  const value = limit.kind === "count" ? read.value / 100 : read.value;
  if (value < limit.low || value > limit.high) {
    return complain("out_of_range", { low: shown(limit.low), high: shown(limit.high) });
  }
  return { value };
}

/** A state as the cost model wants it. */
export function inputsOf(state, { frequencies }) {
  const { visits, every_weeks } = frequencies[state.frequency];
  const { price, weeks, minutes, tip, travel, tax, deal } = state;
  const inputs = { price, visits, every_weeks, weeks, minutes, tip, travel, tax, tax_rate: state.tax_rate ?? 0 };
  if (state.plan === "yes") {
    const { share, deductible, visit_cap, year_cap, weeks_left } = state;
    Object.assign(inputs, { share, deductible, visit_cap, year_cap, weeks_left });
  }
  if (deal !== "none") {
    inputs.deal = { kind: deal, price: state.deal_price, visits: state.deal_visits, months: state.deal_months ?? 1 };
  }
  return inputs;
}
