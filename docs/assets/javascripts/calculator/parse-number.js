// Reads numbers as people write them: "$1,200.00", "1 200", "50,5". What could mean two things is refused.

const LARGEST = 1e11; // in hundredths: past every limit, and still exact

/**
 * What keeps a text from being a number; too_fine is more than two decimals. There is one more, with both meanings: ambiguous.
 * @typedef {"missing" | "not_a_number" | "too_fine"} Problem
 */

/**
 * Read a number, in hundredths.
 * @param {string} text what somebody typed
 * @param {string[]} locales whose habits of writing numbers may be meant
 * @param {string} signs what may stand beside the number, such as "$ US USD", parted by spaces
 * @returns {{value: number, problem?: undefined} | {problem: Problem} | {problem: "ambiguous", meanings: [number, number]}}
 */
export function readNumber(text, locales, signs = "") {
  if (/\p{No}/u.test(text)) return { problem: "not_a_number" }; // ½ and ², which normalizing would make digits
  const bare = withoutSigns(text.normalize("NFKC").trim(), signs);
  if (!bare) return { problem: text.trim() ? "not_a_number" : "missing" };
  const negative = /^[-−]/.test(bare);
  const digits = bare.replace(/^[-−+]\s*/, "");
  const readings = locales.flatMap((locale) => readIn(digits, habitsOf(locale)) ?? []);
  const found = new Set(readings.filter((reading) => !reading.odd).map((reading) => reading.value));
  if (found.size === 1) {
    const [value] = found;
    return { value: negative ? -value : value };
  }
  const meanings = twoMeanings(digits);
  if (meanings) return { problem: "ambiguous", meanings };
  return { problem: readings.length ? "too_fine" : "not_a_number" };
}

/** @param {string} sign */
const escaped = (sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * @param {string} text
 * @param {string} signs
 */
function withoutSigns(text, signs) {
  const beside = signs.split(" ").filter(Boolean).sort((a, b) => b.length - a.length);
  const pattern = ["\\p{Sc}", ...beside.map(escaped)].join("|");
  return text.replace(new RegExp(`^([-−+]?)\\s*(?:${pattern})*\\s*|\\s*(?:${pattern})*$`, "giu"), "$1");
}

/**
 * The signs that a locale puts between thousands and before decimals.
 * @param {string} locale
 */
function habitsOf(locale) {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const sign = (/** @type {"group" | "decimal"} */ type) => parts.find((part) => part.type === type)?.value.normalize("NFKC") ?? "";
  return { group: sign("group"), decimal: sign("decimal") };
}

/**
 * @param {string} digits
 * @param {{group: string, decimal: string}} habits
 */
function readIn(digits, { group, decimal }) {
  // A space or an apostrophe parts thousands everywhere.
  const between = [" ", "'", "’", group].filter(Boolean).map(escaped).join("|");
  const form = new RegExp(`^(\\d+|\\d{1,3}(${between})\\d{3}(?:\\2\\d{3})*)?(?:${escaped(decimal)}(\\d*))?$`);
  const match = form.exec(digits);
  if (!match || !/\d/.test(digits)) return null;
  const whole = (match[1] ?? "0").replace(/\D/g, "");
  const rest = match[3] ?? "";
  return { value: hundredths(whole, rest), odd: rest.length > 2 };
}

/**
 * @param {string} whole
 * @param {string} rest
 */
function hundredths(whole, rest) {
  const significant = whole.replace(/^0+/, "") || "0";
  if (significant.length > 9) return LARGEST;
  return Number(significant) * 100 + Number(rest.slice(0, 2).padEnd(2, "0"));
}

/**
 * A single point or comma that may part thousands or decimals: 1.200 or 50,5.
 * @param {string} digits
 * @returns {[number, number] | null}
 */
function twoMeanings(digits) {
  const match = /^([1-9]\d{0,2})[.,](\d{1,3})$/.exec(digits);
  return match && [hundredths(match[1], match[2]), hundredths(match[1] + match[2], "")];
}
