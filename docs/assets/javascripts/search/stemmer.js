// A word without its ending: the stem by which words are compared.
import { EnglishStemmer } from "../vendor/english-stemmer.js";

/** As much of Snowball as is used here; the file itself has no types. */
const Stemmer = /** @type {new () => {stemWord(word: string): string}} */ (/** @type {unknown} */ (EnglishStemmer));

const snowball = new Stemmer();
/** @type {Map<string, string>} */
const known = new Map();

/** @param {string} word */
export const stem = (word) => {
  let found = known.get(word);
  if (found === undefined) {
    found = snowball.stemWord(word);
    known.set(word, found);
  }
  return found;
};
