// What massage costs. hooks/massage_guide/cost.py is the reference and says what everything means; this
// module computes the same, to the cent. Money is whole minor units, rates are basis points, and no number
// here grows past what a float holds exactly.

const WEEKS_A_YEAR = 52;
const DAYS_A_WEEK = 7;
const DAYS_A_YEAR = 365;
const MONTHS_A_YEAR = 12;
const MINUTES_AN_HOUR = 60;
const WHOLE = 10_000;
const MOST_MONEY = 10_000_000;

/**
 * Visits bought ahead.
 * @typedef {{kind: string, price: number, visits: number, months?: number}} Deal
 */
/**
 * What a course depends on.
 * @typedef {object} Given
 * @property {number} price
 * @property {number} visits
 * @property {number} every_weeks
 * @property {number} weeks
 * @property {number} [minutes]
 * @property {number} [tip]
 * @property {number} [travel]
 * @property {number} [tax]
 * @property {number} [deductible]
 * @property {number} [share]
 * @property {number | null} [visit_cap]
 * @property {number | null} [year_cap]
 * @property {number} [weeks_left]
 * @property {number} [tax_rate]
 * @property {Deal | null} [deal]
 */
/** @typedef {Required<Given>} Inputs */
/** @typedef {{week: number, fee: number, plan: number}} Visit */
/** @typedef {ReturnType<typeof billFor>} Bill */
/** @typedef {{first: number, last: number, fee: number, plan: number}} Run */
/** @typedef {ReturnType<typeof cost>} Cost */

/**
 * The least and the most of an input, in its own units.
 * @typedef {[least: number, most: number]} Range
 */
/** @type {Range} */
const MONEY = [0, MOST_MONEY];
/** @type {Range} */
const RATE = [0, WHOLE];
/** @type {Range} */
const WEEKS = [1, WEEKS_A_YEAR];
/** @type {Record<string, Range>} */
const RANGES = {
  price: MONEY, travel: MONEY, deductible: MONEY, visit_cap: MONEY, year_cap: MONEY, deal_price: MONEY,
  tip: RATE, tax: RATE, share: RATE, tax_rate: RATE,
  weeks: WEEKS, weeks_left: WEEKS, every_weeks: WEEKS,
  minutes: [1, 24 * MINUTES_AN_HOUR], visits: [1, DAYS_A_WEEK], deal_visits: [1, DAYS_A_YEAR], deal_months: [1, MONTHS_A_YEAR],
};

/** @type {Omit<Inputs, "price" | "visits" | "every_weeks" | "weeks">} */
const DEFAULTS = {
  minutes: MINUTES_AN_HOUR, tip: 0, travel: 0, tax: 0,
  deductible: 0, share: 0, visit_cap: null, year_cap: null, weeks_left: WEEKS_A_YEAR,
  tax_rate: 0, deal: null,
};

const OPTIONAL = new Set(["visit_cap", "year_cap"]);

/**
 * What a course costs, and the same pace kept up for a year.
 * @param {Given} given what the course depends on: price, visits, every_weeks and weeks at the least
 * @param {number[]} stops numbers of visits after which you may stop
 * @throws {RangeError} for what no course can have
 */
export function cost(given, stops = []) {
  const inputs = checked({ ...DEFAULTS, ...given });
  const year = visitsOfAYear(inputs);
  const course = year.slice(0, countVisits(inputs, inputs.weeks));
  const bill = billFor(inputs, course);
  const yearBill = billFor(inputs, year);
  const halts = [...new Set([...stops, course.length].map((stop) => Math.min(stop, course.length)))];
  return {
    course: bill,
    year: yearBill,
    per_visit: divided(bill.you, bill.visits),
    per_month: divided(yearBill.you, MONTHS_A_YEAR),
    per_hour: divided(inputs.price * MINUTES_AN_HOUR, inputs.minutes),
    fee: taxed(inputs, inputs.price),
    tip: shareOf(inputs.price, inputs.tip),
    stops: halts.sort((a, b) => a - b).map((halt) => billFor(inputs, course.slice(0, halt))),
    runs: runs(course),
  };
}

/** @param {Inputs} inputs */
function checked(inputs) {
  const { deal } = inputs;
  if (deal && deal.kind !== "package" && deal.kind !== "membership") {
    throw new RangeError(`${deal.kind} is not a kind of deal`);
  }
  /** @type {Record<string, unknown>} */
  const values = { ...inputs };
  for (const [name, value] of Object.entries(deal ?? {})) values[`deal_${name}`] = value;
  for (const [name, [low, high]] of Object.entries(RANGES)) {
    const value = values[name];
    const isLeftOut = name.startsWith("deal_") ? value === undefined : value === null && OPTIONAL.has(name);
    if (!isLeftOut && (typeof value !== "number" || !Number.isInteger(value) || value < low || value > high)) {
      throw new RangeError(`${name} is ${value}, and not a whole number from ${low} to ${high}`);
    }
  }
  return inputs;
}

/**
 * Every day for 52 weeks is every day of a year.
 * @param {Inputs} inputs
 * @param {number} weeks
 */
const countVisits = (inputs, weeks) =>
  inputs.visits === DAYS_A_WEEK && inputs.every_weeks === 1 && weeks === WEEKS_A_YEAR
    ? DAYS_A_YEAR
    : Math.ceil(weeks / inputs.every_weeks) * inputs.visits;

/**
 * The visits of a year in the order of their days, each with what the plan pays toward it.
 * @param {Inputs} inputs
 */
function visitsOfAYear(inputs) {
  const fee = taxed(inputs, inputs.price);
  let firstPlanYear = true;
  let deductible = inputs.deductible;
  let cap = inputs.year_cap;
  return Array.from({ length: countVisits(inputs, WEEKS_A_YEAR) }, (_, number) => {
    const week = Math.min(Math.floor(number / inputs.visits) * inputs.every_weeks, WEEKS_A_YEAR - 1);
    if (firstPlanYear && week >= inputs.weeks_left) {
      firstPlanYear = false;
      deductible = inputs.deductible;
      cap = inputs.year_cap;
    }
    if (isBoughtAhead(inputs, number, week)) return { week, fee: 0, plan: 0 };
    const kept = Math.min(fee, deductible);
    const plan = Math.min(shareOf(fee - kept, inputs.share), inputs.visit_cap ?? Infinity, cap ?? Infinity);
    deductible -= kept;
    cap = cap === null ? null : cap - plan;
    return { week, fee, plan };
  });
}

/**
 * @param {Inputs} inputs
 * @param {number} number
 * @param {number} week
 */
function isBoughtAhead(inputs, number, week) {
  if (!inputs.deal) return false;
  if (inputs.deal.kind === "package") return true;
  const firstWeek = Math.ceil((month(week) * WEEKS_A_YEAR) / MONTHS_A_YEAR);
  return number - countVisits(inputs, firstWeek) < inputs.deal.visits;
}

/** @param {number} week */
const month = (week) => Math.floor((week * MONTHS_A_YEAR) / WEEKS_A_YEAR);

/**
 * @param {Inputs} inputs
 * @param {Visit[]} visits
 */
function billFor(inputs, visits) {
  const ahead = boughtAhead(inputs, visits);
  const single = sum(visits, (visit) => visit.fee);
  const tips = visits.length * shareOf(inputs.price, inputs.tip);
  const travel = visits.length * inputs.travel;
  const plan = sum(visits, (visit) => visit.plan);
  const saved = shareOf(single - plan, inputs.tax_rate);
  const you = single + ahead + tips + travel - plan - saved;
  return { visits: visits.length, fees: single + ahead, ahead, tips, travel, plan, saved, you };
}

/**
 * @param {Inputs} inputs
 * @param {Visit[]} visits
 */
function boughtAhead(inputs, visits) {
  const { deal } = inputs;
  if (!deal) return 0;
  const bought = deal.kind === "package"
    ? Math.ceil(visits.length / deal.visits)
    : Math.max(month(visits[visits.length - 1].week) + 1, deal.months ?? 1);
  return bought * taxed(inputs, deal.price);
}

/**
 * Visits in a row with the same fee and the same payment by the plan.
 * @param {Visit[]} visits
 */
function runs(visits) {
  /** @type {Run[]} */
  const found = [];
  visits.forEach(({ fee, plan }, index) => {
    const run = found[found.length - 1];
    if (run && run.fee === fee && run.plan === plan) run.last = index + 1;
    else found.push({ first: index + 1, last: index + 1, fee, plan });
  });
  return found;
}

/**
 * @param {Visit[]} items
 * @param {(visit: Visit) => number} amount
 */
const sum = (items, amount) => items.reduce((total, item) => total + amount(item), 0);
/**
 * @param {Inputs} inputs
 * @param {number} amount
 */
const taxed = (inputs, amount) => amount + shareOf(amount, inputs.tax);
/**
 * @param {number} amount
 * @param {number} rate
 */
const shareOf = (amount, rate) => divided(amount * rate, WHOLE);

/**
 * Equal parts of an amount, halves rounded up. The remainder is taken off first: no fraction is ever made.
 * @param {number} amount
 * @param {number} parts
 */
function divided(amount, parts) {
  const doubled = 2 * amount + parts;
  return (doubled - (doubled % (2 * parts))) / (2 * parts);
}
