// Words that are spelt otherwise, or mistyped.

/**
 * How American spelling, which the guide has, differs from British.
 * @type {[RegExp, string][]}
 */
const AMERICAN = [
  [/practis/, "practic"], [/[ao]e(?=[a-rt-z]|s[a-z])/g, "e"], [/([a-z]{2})our(?=$|s|ed|ing|it|hood|al|able)/, "$1or"], [/([bt])re(?=$|s$)/, "$1er"],
  [/is(?=(e|ed|es|ing|er|ation|ations)$)/, "iz"], [/ys(?=(e|ed|es|ing)$)/, "yz"],
  [/([aeiou])ll(?=(ed|ing|or|ors|er|ers|ery)$)/, "$1l"], [/ogue(?=$|s$)/, "og"], [/mme(?=$|s$)/, "m"],
  [/ence(?=$|s$|d$)/, "ense"], [/^(s?m)ould/, "$1old"], [/dgement/, "dgment"], [/ageing/, "aging"], [/^tyre/, "tire"],
  [/^grey/, "gray"], [/^py(?=jama)/, "pa"],
];

/** @param {string} word */
export const american = (word) => AMERICAN.reduce((spelt, [british, plain]) => spelt.replace(british, plain), word);

/**
 * A word with endings.
 * @param {string} word
 */
export const formsOf = (word) => {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  if (word.endsWith("ee")) return [`${word}s`, `${word}d`, `${word}ing`];
  if (word.endsWith("e")) return [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  const plain = [`${word}ed`, `${word}ing`];
  if (!/[^aeiou][aeiou][^aeiouwxy]$/.test(word)) return [`${word}s`, ...plain];
  const doubled = [`${word}${word.slice(-1)}ed`, `${word}${word.slice(-1)}ing`];
  return [`${word}s`, ...doubled, ...(/^[^aeiou]*[aeiou][^aeiou]$/.test(word) ? [] : plain)]; // fitted, but visited
};

/**
 * Spellings of one sound. Whoever writes by ear takes one for the other.
 * @type {[RegExp, string][]}
 */
const SOUNDS = [
  [/^kn/, "n"], [/^wr/, "r"], [/^ps/, "s"], [/^x/, "z"], [/ph/g, "f"], [/gh(?=t|$)/g, ""], [/sc(?=[eiy])/g, "s"],
  [/c(?=[eiy])/g, "s"], [/tch/g, "ch"], [/t(?=ur)/g, "ch"], [/qu/g, "kw"], [/ck|c(?!h)/g, "k"], [/x/g, "ks"], [/z/g, "s"],
  [/y/g, "i"], [/ea|ee|ie|ei/g, "i"], [/ou|ow|au|aw|oa/g, "o"], [/(.)\1/g, "$1"], [/e$/, ""],
];

/**
 * How a word sounds, roughly.
 * @param {string} word
 */
export const soundOf = (word) => SOUNDS.reduce((sound, [spelt, plain]) => sound.replace(spelt, plain), word);

/**
 * Names of two words, written as one: foamroller.
 * @param {Iterable<string>} phrases in small letters
 */
export const joinedOf = (phrases) =>
  [...phrases].map((phrase) => phrase.split(" ")).filter((words) => words.length === 2 && words.every((word) => word.length > 2)).map((words) => words.join(""));

const INFLECTED = /^([b-df-hj-np-tv-z]?)(?:|e|s|es|ed|d|ing|y|i|ies|ied|ly|ily)$/;

/**
 * Whether two words of one stem are forms of the same word, and neither is made from the other: massages and massaged,
 * but not contract and contraction.
 * @param {string} one
 * @param {string} other
 */
export const isInflected = (one, other) => {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return [one, other].every((word) => INFLECTED.test(word.slice(same)));
};

const ENDINGS = ["s", "es", "ed", "er", "ers", "ing"];

/**
 * A word without each ending that it may have.
 * @param {string} word
 */
export const withoutEndings = (word) => ENDINGS.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));

/**
 * Words that text/spelling.py has packed: each begins with a capital for how many letters it shares with the last.
 * @param {string} packed
 */
export const unpacked = (packed) => {
  let last = "";
  return (packed.match(/[A-Z][a-z]*/g) ?? []).map((word) => (last = last.slice(0, word.charCodeAt(0) - 65) + word.slice(1)));
};

/**
 * How many typing mistakes a word of this length may hold.
 * @param {string} word
 */
export const mistakesIn = (word) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/**
 * Letters to insert, delete, change or swap with their neighbor (optimal string alignment).
 * Gives up, with a number above `most`, as soon as more are needed.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        next[column] = Math.min(next[column], before[column - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length];
};

/**
 * Which letters a word holds, as bits: words that differ in many letters need not be compared.
 * @param {string} word
 */
const lettersOf = (word) => {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};

/** @param {number} bits */
const bitsIn = (bits) => {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
};

/** @typedef {{word: string, letters: number}[]} Lexicon */

/**
 * Words to compare others with.
 * @param {string[]} words
 * @returns {Lexicon}
 */
export const lexicon = (words) => words.map((word) => ({ word, letters: lettersOf(word) }));

/**
 * The likest word of a lexicon with no more mistakes than that, or undefined. Among equals the first wins.
 * @param {string} word
 * @param {Lexicon} candidates
 */
export const likest = (word, candidates, limit = mistakesIn(word)) => {
  /** @type {string | undefined} */
  let found;
  let most = limit;
  const letters = lettersOf(word);
  for (const candidate of most ? candidates : []) {
    if (bitsIn(letters ^ candidate.letters) > 2 * most) continue;
    const needed = distance(word, candidate.word, most);
    if (needed > most) continue;
    found = candidate.word;
    if (needed === 0) break;
    most = needed - 1;
  }
  return found;
};
