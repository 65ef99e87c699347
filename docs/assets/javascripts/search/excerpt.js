// The piece of a section that a result shows.
import { stem } from "./stemmer.js";
import { wordsOf } from "./tokens.js";

const LENGTH = 170; // characters

/** @typedef {[text: string, wanted: boolean]} Run a piece of text, and whether it is a word that was wanted */

/**
 * A piece of text around the first word that was wanted.
 * @param {string} text
 * @param {Set<string>} wanted
 * @returns {Run[]}
 */
export const excerpt = (text, wanted) => {
  const from = startOf(text, firstWanted(text, wanted));
  const space = text.length - from > LENGTH ? text.lastIndexOf(" ", from + LENGTH) : text.length;
  const end = space > from ? space : text.length;
  const [before, after] = [from ? "… " : "", end < text.length ? " …" : ""];
  return marked(`${before}${text.slice(from, end)}${after}`, wanted);
};

/**
 * A whole text, in runs.
 * @param {string} text
 * @param {Set<string>} wanted
 * @returns {Run[]}
 */
export const marked = (text, wanted) => {
  /** @type {Run[]} */
  const runs = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isWanted(word, wanted)) continue;
    runs.push([text.slice(at, index), false], [word, true]);
    at = index + word.length;
  }
  runs.push([text.slice(at), false]);
  return runs.filter(([run]) => run);
};

/**
 * @param {string} word
 * @param {Set<string>} wanted
 */
const isWanted = (word, wanted) => wordsOf(word).some((part) => wanted.has(stem(part)));

/**
 * @param {string} text
 * @param {Set<string>} wanted
 */
const firstWanted = (text, wanted) => {
  for (const { 0: word, index } of text.matchAll(WORD)) if (isWanted(word, wanted)) return index;
  return 0;
};

const WORD = /[\p{L}\p{N}'’]+/gu;

/**
 * Start with the sentence of the first hit, or with a word not far before it.
 * @param {string} text
 * @param {number} hit
 */
const startOf = (text, hit) => {
  if (hit < 90) return 0;
  const sentence = Math.max(...[". ", "? ", "! "].map((end) => text.lastIndexOf(end, hit) + 2));
  return hit - sentence < 90 && sentence > 1 ? sentence : text.indexOf(" ", hit - 60) + 1;
};
