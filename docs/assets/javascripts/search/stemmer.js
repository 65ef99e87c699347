import lunr from "./lunr.js";

const known = new Map();

// A word without its ending, by Porter's algorithm.
export const stem = (word) => {
  let found = known.get(word);
  if (found === undefined) {
    found = lunr.stemmer(new lunr.Token(word)).toString();
    known.set(word, found);
  }
  return found;
};
