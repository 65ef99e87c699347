// Numbers and money as people read them in a country.

/** @typedef {"money" | "percent" | "count"} NumberKind */

/**
 * Minor units as text, with the sign that the guide uses for the country's money: $75, $49.50, A$100.
 * @param {number} amount
 * @param {{locale: string, currency: string, sign: string}} country
 */
export function money(amount, country) {
  const decimals = amount % 100 ? 2 : 0;
  const format = new Intl.NumberFormat(country.locale, {
    style: "currency", currency: country.currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  });
  return format.formatToParts(amount / 100)
    .map(({ type, value }) => (type === "currency" ? country.sign : value))
    .join("");
}

/**
 * A number of hundredths or of whole things, by the kind of its field.
 * @param {number} value
 * @param {NumberKind} kind
 * @param {{locale: string}} country
 */
export function number(value, kind, country) {
  const shown = kind === "count" ? value : value / 100;
  const decimals = Number.isInteger(shown) ? 0 : 2;
  return new Intl.NumberFormat(country.locale, {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false,
  }).format(shown);
}
