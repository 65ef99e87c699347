// The sections of the guide, and which of them hold a word.
//
// There is no index to build first, so the first answer is quick: the texts of all sections stand in one long
// text, and where a word occurs in it is looked up when the word is first asked for.
import { stem } from "./stemmer.js";
import { isInflected } from "./spelling.js";
import { grouped, Texts, wordsOf } from "./tokens.js";

export const WEIGHT = {
  title: 8,
  names: 3,
  heading: 5,
  pageTitle: 3,
  summary: 1,
  body: 1,
  length: 0.5, // how much a long text counts for less
  derived: 0.4, // a word that is made from the same as another
};

/**
 * A section of a page, or what stands before its first.
 * @typedef {object} Section
 * @property {string} id
 * @property {string} title
 * @property {string} text
 * @property {string[]} names
 */
/**
 * @typedef {object} Page
 * @property {string} at
 * @property {string} title
 * @property {string} text
 * @property {string[]} names
 * @property {string} [note] what stands below the title wherever it is listed
 * @property {boolean} [answers] whether its sections are questions and their answers
 * @property {Section[]} sections
 */
/** @typedef {{at: string, title: string, text: string, names: string[], page: Page, section?: Section, phrases?: string[]}} Entry */
/**
 * A text to search, and the weight of one occurrence in a document.
 * @typedef {{texts: Texts, weightOf: (entry: Entry) => number}} Field
 */
/** @typedef {Map<number, number>} Posting documents by number, and how much they hold */

export class Documents {
  /** @param {Page[]} pages */
  constructor(pages) {
    /** @type {Entry[]} */
    this.all = pages.flatMap((page) => [
      { ...page, page },
      ...page.sections.map((section) => ({ ...section, at: `${page.at}#${section.id}`, page, section })),
    ]);
    /** What each is called. */
    this.names = this.all.flatMap(({ title, names }) => [title, ...names]);
    this.fields = this.#fields();
    /** Every word, the most frequent first. */
    this.words = mostFrequentFirst(this.fields.flatMap(({ texts }) => texts.words()));
    this.starts = grouped(this.words, (word) => word.slice(0, 2)); // which a stem keeps
    /** @type {Map<string, Posting>} */
    this.postings = new Map(); // filled as words are asked for
  }

  // The texts that are searched, each with the weight of one occurrence in a document.
  #fields() {
    const length = this.all.reduce((sum, { text }) => sum + text.length, 0) / this.all.length;
    /**
     * @param {(entry: Entry) => string} textOf
     * @param {(entry: Entry) => number} weightOf
     * @returns {Field}
     */
    const field = (textOf, weightOf) => ({ texts: new Texts(this.all.map(textOf)), weightOf });
    return [
      field(({ title }) => title, ({ section }) => (section ? WEIGHT.heading : WEIGHT.title)),
      field(({ section, page }) => (section ? page.title : ""), () => WEIGHT.pageTitle),
      field(({ names }) => [...new Set(names.flatMap(wordsOf))].join(" "), () => WEIGHT.names),
      field(({ text }) => text, ({ section, text }) =>
        (section ? WEIGHT.body : WEIGHT.summary) / (1 - WEIGHT.length + (WEIGHT.length * text.length) / length)),
    ];
  }

  /**
   * Whether a stem occurs in the guide.
   * @param {string} found
   */
  knows(found) {
    return this.holding(found).size > 0;
  }

  /**
   * Whether some document holds all of these stems.
   * @param {string[]} stems
   */
  holdsAll([first, ...others]) {
    const rest = others.map((found) => this.holding(found));
    return [...this.holding(first).keys()].some((number) => rest.every((posting) => posting.has(number)));
  }

  /**
   * How rare a stem is.
   * @param {string} found
   */
  rarity(found) {
    const count = this.holding(found).size;
    return Math.log(1 + (this.all.length - count + 0.5) / (count + 0.5));
  }

  /**
   * The documents that hold a stem, with how much they hold of it. Of a word with that stem, they hold less if they
   * have only others that are made from it: contract, where contraction was typed.
   * @param {string} wanted
   * @param {string} [word]
   */
  holding(wanted, word) {
    const key = word ? `${word} ` : wanted;
    let posting = this.postings.get(key);
    if (!posting) {
      posting = new Map();
      const words = (this.starts.get(wanted.slice(0, 2)) ?? []).filter((other) => stem(other) === wanted);
      for (const other of words) {
        const share = word && !isInflected(word, other) ? WEIGHT.derived : 1;
        for (const { texts, weightOf } of this.fields) {
          for (const number of texts.holding(other)) {
            posting.set(number, (posting.get(number) ?? 0) + share * weightOf(this.all[number]));
          }
        }
      }
      this.postings.set(key, posting);
    }
    return posting;
  }
}

/** @param {string[]} words */
const mostFrequentFirst = (words) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
};
