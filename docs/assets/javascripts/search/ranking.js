// Ranks the sections of the guide for what somebody typed (BM25F over stems), and shows one result a page.
import { Documents } from "./documents.js";
import { excerpt, marked } from "./excerpt.js";
import { Language } from "./query.js";
import { grouped, stemsOf } from "./tokens.js";

export const WEIGHT = {
  saturation: 6, // a word that occurs often counts little more than one that occurs
  last: 0.4, // pages that come after others
  claim: 0.8, // what people may have read: an answer of the guide comes first
  least: 0.15, // the share of what was typed, by weight, that a result must hold
  exact: 2.5, // what was typed is the title or a name
  within: 1, // it is a part of one, at the most
  around: 1, // a name is a part of it, at the most
  aroundLeast: 0.7, // and at the least
  more: 0.05, // how good another section of a page must be, beside the best, to be named
};
const MOST_RESULTS = 10;
const MOST_SECTIONS = 3;
const ASKED = 0.7; // the share of the words of a question

/** @import { Entry, Page } from "./documents.js" */
/** @import { Run } from "./excerpt.js" */
/** @import { Unit, Vocabulary } from "./query.js" */
/** @typedef {Vocabulary & {pages: Page[], last: string[]}} Index */
/** @typedef {{at: string, page: string, note: string, section: string, excerpt: Run[], whole: boolean, more: {at: string, title: string}[]}} Result */
/** @typedef {{number: number, score: number}} Scored */

export class Ranking {
  /** @param {Index} index */
  constructor({ pages, last, ...vocabulary }) {
    this.documents = new Documents(pages);
    this.language = new Language(this.documents, vocabulary);
    this.last = new Set(last);
  }

  /**
   * Whether a word is one in its own right, and no other word misspelt.
   * @param {string} word
   */
  isWord(word) {
    return this.language.isWord(word);
  }

  prepare() {
    return this.language.prepare();
  }

  /**
   * The results for what was typed, the best first, and the words that were corrected on the way.
   * @param {string} text
   */
  search(text) {
    const units = this.language.units(text);
    const results = this.#best(this.#scores(units)).map((found, place) => this.#result(found, units, place === 0));
    const isCorrected = units.some(({ corrected }) => corrected);
    return {
      corrected: isCorrected ? units.map(({ shown }) => shown).join(" ") : "",
      results,
      near: results.length ? [] : this.language.near(units),
    };
  }

  /** @param {Unit[]} units */
  #scores(units) {
    const total = units.reduce((sum, unit) => sum + unit.importance, 0);
    /** @type {Map<number, {score: number, held: number, isTelling: boolean}>} */
    const scores = new Map();
    for (const unit of units) {
      for (const [number, score] of this.#unitScores(unit)) {
        const now = scores.get(number) ?? { score: 0, held: 0, isTelling: false };
        scores.set(number, { score: now.score + score, held: now.held + unit.importance, isTelling: now.isTelling || !unit.isSmall });
      }
    }
    const typed = units.flatMap(({ shown }) => stemsOf(shown)).join(" ");
    /** @type {Map<number, number>} */
    const finished = new Map();
    for (const [number, { score, held, isTelling }] of scores) {
      const share = held / total;
      if (isTelling && share >= WEIGHT.least) {
        finished.set(number, score * share * this.#likeness(this.documents.all[number], typed));
      }
    }
    return finished;
  }

  /** @param {Unit} unit */
  #unitScores({ choices, importance }) {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const { stems, weight, word } of choices) {
      const [first, ...others] = stems.map((found) => this.documents.holding(found, word));
      for (const [number, count] of first) {
        const counts = [count, ...others.map((posting) => posting.get(number) ?? 0)];
        if (counts.includes(0)) continue;
        const score = average(counts.map((each) => each / (WEIGHT.saturation + each))) * weight * importance;
        if (score > (best.get(number) ?? 0)) best.set(number, score);
      }
    }
    return best;
  }

  /**
   * What was typed is a title or another name, or a part of one.
   * @param {Entry} entry
   * @param {string} typed
   */
  #likeness(entry, typed) {
    entry.phrases ??= [entry.title, ...entry.names].map((text) => stemsOf(text).join(" "));
    let most = 1;
    for (const phrase of entry.phrases) {
      if (phrase === typed) return WEIGHT.exact;
      if (` ${phrase} `.includes(` ${typed} `)) most = Math.max(most, 1 + WEIGHT.within * typed.length / phrase.length);
      else if (phrase.includes(" ") && ` ${typed} `.includes(` ${phrase} `)) {
        most = Math.max(most, 1 + WEIGHT.aroundLeast + WEIGHT.around * phrase.length / typed.length);
      }
    }
    return most;
  }

  /**
   * The best pages, each with its best sections.
   * @param {Map<number, number>} scores
   */
  #best(scores) {
    const weighted = [...scores].map(([number, score]) => ({ number, score: score * this.#tierOf(number) }));
    weighted.sort((one, other) => other.score - one.score);
    return [...grouped(weighted, ({ number }) => this.#pageOf(number)).values()].slice(0, MOST_RESULTS);
  }

  /**
   * How much what is shown of a page counts for less than answers.
   * @param {number} number
   */
  #tierOf(number) {
    const { at, note } = this.#pageOf(number);
    if (this.last.has(at)) return WEIGHT.last;
    return note ? WEIGHT.claim : 1;
  }

  /** @param {number} number */
  #pageOf(number) {
    return this.documents.all[number].page;
  }

  /**
   * @param {Scored[]} group
   * @param {Unit[]} units
   * @param {boolean} isFirst
   * @returns {Result}
   */
  #result([best, ...others], units, isFirst) {
    const entry = this.documents.all[best.number];
    const { at, page, section } = entry;
    const wanted = new Set(units.filter(({ isSmall }) => !isSmall).flatMap(({ choices }) => choices.flatMap(({ stems }) => stems)));
    const text = entry.text || page.text || (page.sections[0]?.text ?? "");
    const whole = isFirst && Boolean(section && page.answers) && this.#isAsked(entry, units);
    const more = (this.last.has(page.at) ? [] : others)
      .filter(({ number, score }) => score >= WEIGHT.more * best.score && this.documents.all[number].section)
      .slice(0, MOST_SECTIONS)
      .map(({ number }) => this.documents.all[number])
      .map((other) => ({ at: other.at, title: other.title }));
    return {
      at, page: page.title, note: page.note ?? "", section: section?.title ?? "", whole, more,
      excerpt: whole ? marked(text, wanted) : excerpt(text, wanted),
    };
  }

  /**
   * Whether what was typed asks this very question: it says most of it, and little else.
   * @param {Entry} entry
   * @param {Unit[]} units
   */
  #isAsked({ title, names }, units) {
    const telling = units.filter(({ isSmall }) => !isSmall);
    const typed = units.flatMap(({ shown }) => stemsOf(shown)).join(" ");
    return [title, ...names].map(stemsOf).some((stems) => {
      const asked = stems.filter((found) => !this.language.small.has(found));
      if (asked.length === 0) return stems.join(" ") === typed;
      const said = telling.flatMap(({ choices }) => choices.filter((choice) => choice.stems.every((found) => stems.includes(found))).slice(0, 1));
      const covered = new Set(said.flatMap((choice) => choice.stems).filter((found) => asked.includes(found)));
      return said.length >= ASKED * telling.length && covered.size >= ASKED * asked.length;
    });
  }
}

/** @param {number[]} numbers */
const average = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
