// What a clinic adds to a link, behind the "#": it never reaches a server.
//
//   #name=Hill+Clinic&phone=555+0100&note=Please+call+us&pages=safety+thai&cost=price%3D75%26weeks%3D10
//
// Anybody can make such a link, so what it holds is plain text with limits, and never a link.

/** The most letters of each text. */
export const MOST = { name: 60, phone: 30, note: 200 };

const ADDRESS_LIKE = /:\/\/|www\.|@|[\p{L}\p{N}-][.\u3002]\p{L}{2,}/iu;
const PHONE = /^[\d +().\/-]*$/;
const PRESETS = /^[a-z_]{2,20}=[a-z0-9.-]{1,20}(&[a-z_]{2,20}=[a-z0-9.-]{1,20}){0,20}$/;

/** @typedef {keyof typeof MOST} TextField */

/**
 * Text on one line, without signs that nobody sees, that turn the direction of reading, or that pile up on a letter.
 * @param {string} text
 */
const plain = (text) =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(/\p{C}/gu, "").replace(/(\p{M}{2})\p{M}+/gu, "$1").trim();

/**
 * What is wrong with a text; null for nothing.
 * @param {TextField} field
 * @param {string} text
 * @returns {"long"|"link"|"phone"|null}
 */
export function fault(field, text) {
  const shown = plain(text);
  if ([...shown].length > MOST[field]) return "long";
  if (field === "phone") return PHONE.test(shown) ? null : "phone";
  return ADDRESS_LIKE.test(shown.normalize("NFKC")) ? "link" : null;
}

/**
 * The start of a calculator out of a link to it, such as "price=75&weeks=10"; "" if it holds none.
 * @param {string} link
 */
export function presets(link) {
  const found = link.trim().split("#")[1] ?? "";
  return PRESETS.test(found) ? found : "";
}

/**
 * What a clinic adds.
 * @typedef {{name: string, phone: string, note: string, pages: string[], cost: string}} Added
 */

/**
 * Read a fragment. What is not allowed is left out.
 * @param {string} hash as in location.hash
 * @param {string[]} known ids of the pages that can be chosen
 * @returns {Added}
 */
export function read(hash, known) {
  const given = new URLSearchParams(hash.slice(1));
  const text = (/** @type {TextField} */ field) => {
    const value = given.get(field) ?? "";
    return fault(field, value) ? "" : plain(value);
  };
  const pages = (given.get("pages") ?? "").split(" ");
  return {
    name: text("name"), phone: text("phone"), note: text("note"),
    pages: known.filter((id) => pages.includes(id)),
    cost: presets(`#${given.get("cost") ?? ""}`),
  };
}

/**
 * The fragment of what a clinic adds, "#" included.
 * @param {Added} added
 */
export function write({ name, phone, note, pages, cost }) {
  const written = new URLSearchParams();
  for (const [field, text] of Object.entries({ name, phone, note })) if (plain(text)) written.set(field, plain(text));
  if (pages.length) written.set("pages", pages.join(" "));
  if (cost) written.set("cost", cost);
  return `#${written}`;
}
