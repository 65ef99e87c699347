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

const CHOICES = {
  plan: ["no", "yes"], account: ["no", "yes"], letter: ["no", "yes"], deal: ["none", "package", "membership"],
};

/**
 * Read a fragment.
 * @param {string} hash as in location.hash
 * @param {object} data what the calculator starts from: countries, frequencies and limits
 * @returns {{target: ?string, state: Object<string, number|string>, ignored: string[]} | null}
 *   amounts in units of the cost model; the keys of values that are not allowed; null where it is an ordinary anchor
 */
export function readFragment(hash, data) {
  const given = new URLSearchParams(hash.slice(1));
  if (!["in", ...KEYS].some((key) => given.has(key))) return null;
  const state = {};
  const ignored = [];
  for (const key of KEYS.filter((name) => given.has(name))) {
    const value = readValue(key, given.get(key), data);
    if (value === null) ignored.push(key);
    else state[key] = value;
  }
  return { target: given.get("in"), state, ignored };
}

/** The fragment of a state, "#" included. `target` names a calculator that is not the first of its page. */
export function writeFragment(state, data, target = null) {
  const written = new URLSearchParams();
  if (target) written.set("in", target);
  for (const key of KEYS.filter((name) => state[name] !== undefined && state[name] !== null)) {
    written.set(key, data.limits[key] ? plainNumber(state[key], data.limits[key]) : state[key]);
  }
  return `#${written}`;
}

function readValue(key, text, { countries, frequencies, limits }) {
  const limit = limits[key];
  if (!limit) {
    const choices = { ...CHOICES, country: Object.keys(countries), frequency: Object.keys(frequencies) };
    return choices[key].includes(text) ? text : null;
  }
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match || (limit.kind === "count" && match[2])) return null;
  const value = limit.kind === "count" ? Number(match[1]) : Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value >= limit.low && value <= limit.high ? value : null;
}

function plainNumber(value, limit) {
  if (limit.kind === "count") return String(value);
  const rest = value % 100;
  return String((value - rest) / 100) + (rest ? `.${String(rest).padStart(2, "0")}` : "");
}
