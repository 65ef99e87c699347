// The state of a calculator in the address, behind the "#": it never reaches a server.
//
//   #country=us&price=70&frequency=weekly&weeks=10
//
// Every key may be left out. Amounts and percentages are plain numbers with at most two decimals, choices are
// ids. With more than one calculator on a page, "in" names the one that is meant; without it, it is the first.

/** The keys of a fragment, in the order in which they are written. */
export const KEYS = [
  "country", "price", "frequency", "weeks", "plan", "share", "deductible", "visit_cap", "year_cap", "weeks_left",
  "minutes", "tip", "travel", "tax", "account", "letter", "tax_rate", "deal", "deal_price", "deal_visits",
  "deal_months",
];

/** @type {Record<string, string[]>} */
const CHOICES = {
  plan: ["no", "yes"], account: ["no", "yes"], letter: ["no", "yes"], deal: ["none", "package", "membership"],
};

/** @import { NumberKind } from "../common/money.js" */
/** @typedef {{kind: NumberKind, low: number, high: number, start?: number | null}} Limit */
/** @typedef {{locale: string, currency: string, sign: string, price: number}} Country */
/** @typedef {{visits: number, every_weeks: number, words: string}} Frequency */
/**
 * What render/calculator_data.py puts into the page for the calculator.
 * @typedef {object} CalculatorData
 * @property {Record<string, Country>} countries
 * @property {Record<string, Frequency>} frequencies
 * @property {Record<string, Limit>} limits
 * @property {{title: string, frequency: string, weeks: number}[]} scenarios
 * @property {number[]} stops
 * @property {Record<string, string> & {names: Record<string, string>}} words
 * @property {{country: string, frequency: string, weeks: number}} start
 */
/**
 * The answers of a reader: amounts in units of the cost model, and choices by their ids. What was not asked is not there.
 * @typedef {object} State
 * @property {string} country
 * @property {number} price
 * @property {string} frequency
 * @property {number} weeks
 * @property {string} plan
 * @property {number} [share]
 * @property {number} [deductible]
 * @property {number | null} [visit_cap]
 * @property {number | null} [year_cap]
 * @property {number} [weeks_left]
 * @property {number} minutes
 * @property {number} tip
 * @property {number} travel
 * @property {number} tax
 * @property {string} account
 * @property {string} [letter]
 * @property {number} [tax_rate]
 * @property {string} deal
 * @property {number} [deal_price]
 * @property {number} [deal_visits]
 * @property {number} [deal_months]
 */
/**
 * The same by its keys.
 * @typedef {Record<string, number | string | null | undefined>} Values
 */

/**
 * Read a fragment.
 * @param {string} hash as in location.hash
 * @param {CalculatorData} data
 * @returns {{target: string | null, state: Partial<State>, ignored: string[]} | null}
 *   ignored: the keys of values that are not allowed; null where it is an ordinary anchor
 */
export function readFragment(hash, data) {
  const given = new URLSearchParams(hash.slice(1));
  if (!["in", ...KEYS].some((key) => given.has(key))) return null;
  /** @type {Values} */
  const state = {};
  const ignored = [];
  for (const key of KEYS) {
    const text = given.get(key);
    if (text === null) continue;
    const value = readValue(key, text, data);
    if (value === null) ignored.push(key);
    else state[key] = value;
  }
  return { target: given.get("in"), state, ignored };
}

/**
 * The fragment of a state, "#" included. `target` names a calculator that is not the first of its page.
 * @param {State} state
 * @param {{limits: Record<string, Limit>}} data
 * @param {string | null} [target]
 */
export function writeFragment(state, data, target = null) {
  const written = new URLSearchParams();
  if (target) written.set("in", target);
  /** @type {Values} */
  const values = { ...state };
  for (const key of KEYS) {
    const value = values[key];
    if (value === undefined || value === null) continue;
    written.set(key, typeof value === "number" ? plainNumber(value, data.limits[key]) : value);
  }
  return `#${written}`;
}

/**
 * @param {string} key
 * @param {string} text
 * @param {CalculatorData} data
 */
function readValue(key, text, { countries, frequencies, limits }) {
  const limit = limits[key];
  if (!limit) {
    /** @type {Record<string, string[]>} */
    const choices = { ...CHOICES, country: Object.keys(countries), frequency: Object.keys(frequencies) };
    return choices[key].includes(text) ? text : null;
  }
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match || (limit.kind === "count" && match[2])) return null;
  const value = limit.kind === "count" ? Number(match[1]) : Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value >= limit.low && value <= limit.high ? value : null;
}

/**
 * @param {number} value
 * @param {Limit} limit
 */
function plainNumber(value, limit) {
  if (limit.kind === "count") return String(value);
  const rest = value % 100;
  return String((value - rest) / 100) + (rest ? `.${String(rest).padStart(2, "0")}` : "");
}
