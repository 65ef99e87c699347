// What was searched for stands in the address behind the "#", which no browser sends to a server:
//
//   search/#q=deep+tissue
//
// Words that call for help in a crisis, after an assault, or against somebody at home, are never written there.

const KEY = "q";

/**
 * The words of a fragment; empty if it has none.
 * @param {string} fragment
 */
export const wordsIn = (fragment) => new URLSearchParams(fragment.replace(/^#/, "")).get(KEY) ?? "";

/**
 * The fragment for these words, "#" included.
 * @param {string} words
 */
export const fragmentOf = (words) => `#${new URLSearchParams({ [KEY]: words })}`;
