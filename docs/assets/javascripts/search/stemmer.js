// A word without its ending: the stem by which words are compared.
import { EnglishStemmer } from "../vendor/english-stemmer.js";

const snowball = new EnglishStemmer();
const known = new Map();

export const stem = (word) => {
  let found = known.get(word);
  if (found === undefined) {
    found = snowball.stemWord(word);
    known.set(word, found);
  }
  return found;
};
