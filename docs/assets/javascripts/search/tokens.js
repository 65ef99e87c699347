// Words and the texts that hold them: what ranking and emergencies share.
import { stem } from "./stemmer.js";

// In small letters; apostrophes vanish, so that "can't" and "cant" are one word, and so do accents.
/** @param {string} text */
const leveled = (text) => text.toLowerCase().normalize("NFD").replace(/['’ʼ´`\u0300-\u036f]/g, "");

// A sign of money is a word of its own: $200 asks for dollars.
const WORDS = /[\p{L}\p{N}]+|[$£€]/gu;

/**
 * @param {string} text
 * @returns {string[]}
 */
export const wordsOf = (text) => leveled(text).match(WORDS) ?? [];

/** @param {string} text */
export const stemsOf = (text) => wordsOf(text).map(stem);

/**
 * Items in lists by what `keyOf` says of each (Map.groupBy is too new for many phones).
 * @template Item, Key
 * @param {Iterable<Item>} items
 * @param {(item: Item) => Key} keyOf
 */
export const grouped = (items, keyOf) => {
  /** @type {Map<Key, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

// Many short texts, in which words are found without an index.
export class Texts {
  /** @param {string[]} texts */
  constructor(texts) {
    const levels = texts.map(leveled);
    this.joined = `\n${levels.join("\n")}\n`;
    /** @type {number[]} */
    this.starts = [];
    let start = 1;
    for (const { length } of levels) {
      this.starts.push(start);
      start += length + 1;
    }
  }

  /**
   * The number of the text for each place where a word stands.
   * @param {string} word
   */
  holding(word) {
    /** @type {number[]} */
    const found = [];
    for (let at = this.joined.indexOf(word); at >= 0; at = this.joined.indexOf(word, at + word.length)) {
      const after = at + word.length;
      if (isApart(this.joined[at - 1], word[0]) && isApart(this.joined[after - 1], this.joined[after])) found.push(this.#textAt(at));
    }
    return found;
  }

  // All words of all texts.
  words() {
    return this.joined.match(WORDS) ?? [];
  }

  /** @param {number} place */
  #textAt(place) {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}

/**
 * Whether a word ends between two characters.
 * @param {string} one
 * @param {string} next
 */
const isApart = (one, next) => !/^[\p{L}\p{N}]{2}$/u.test(one + next);
