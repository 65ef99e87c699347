// Finds an emergency in what somebody typed: by its idea, and not by one word.
//
// A sign is a list of groups of words. It fits where each group occurs, in any order, close together and on
// words of its own. A word that stands in a phrase that is known to be harmless does not count. Nor does what is long
// over, where an answer says so: a stroke ten years ago.
import { lexicon, likest } from "./spelling.js";
import { stem } from "./stemmer.js";
import { grouped, wordsOf } from "./tokens.js";

const CLOSE = 9; // words from the first to the last, those under `skip` not counted
const BESIDE = 1; // words between a word of a sign and when it was: a stroke, ten, years ago

/**
 * A run of text, with an address if it is a link.
 * @typedef {[text: string, href?: string]} Run
 */
/**
 * @typedef {object} Answer
 * @property {string} id
 * @property {string[]} phrases
 * @property {string[][]} signs names of groups
 * @property {string[]} harmless
 * @property {string} title
 * @property {number} rank how soon, from 0 for at once
 * @property {Run[]} answer
 * @property {Run[][]} lines
 * @property {Run[][]} actions
 * @property {boolean} alone
 * @property {boolean} only_now whether it counts only where it is not long over
 * @property {boolean} private whether nobody else should read what was typed
 * @property {string[]} exit words for leaving the page at once, or none
 * @property {string} location
 * @property {string} card
 */
/**
 * What outputs/search_index.py writes for signs. `past` and `present` are phrases for when something was.
 * @typedef {{skip: string[], groups: Record<string, string[]>, urgent: Answer[], misspelt: Record<string, string[]>,
 *   past: string[], present: string[]}} Signs
 */
/**
 * Where something stands: from a word to before another.
 * @typedef {[start: number, end: number]} Place
 */
/** @typedef {{parts: string[], list: string[], skip: Set<string>}} Phrase */

export class Emergencies {
  /**
   * @param {Signs} signs
   * @param {(word: string) => boolean} isWord tells whether a word is one in its own right, and so no misspelt sign
   */
  constructor({ skip, groups, urgent, misspelt, past, present }, isWord) {
    this.skip = new Set(skip.map(stem));
    this.groups = groups;
    this.answers = urgent;
    this.past = past;
    this.present = present;
    this.isWord = isWord;
    const signs = [...Object.values(groups), ...urgent.map(({ phrases }) => phrases)];
    const harmless = urgent.map((answer) => answer.harmless);
    this.beginning = grouped([...this.#phrases(signs, this.skip), ...this.#phrases([...harmless, past, present], NOTHING)], ({ parts }) => parts[0]);
    this.stems = new Set([...this.skip, ...wordsIn([...signs, ...harmless]).map(stem)]);
    this.lexicons = grouped(lexicon(wordsIn(signs).filter((word) => word.length > 3)), ({ word }) => word[0]);
    /** @type {Map<string, string[]>} */
    this.known = new Map();
    /** @type {Map<string, string>} */
    this.right = new Map();
    for (const [right, wrongs] of Object.entries(misspelt)) for (const wrong of wrongs) this.right.set(wrong, stem(right));
  }

  /**
   * Phrases with the list each stands in, and the words that may stand between its own.
   * @param {string[][]} lists
   * @param {Set<string>} skip
   * @returns {Phrase[]}
   */
  #phrases(lists, skip) {
    return lists.flatMap((list) => list.map((phrase) => ({ parts: partsOf(phrase), list, skip })));
  }

  /**
   * The answers that what was typed calls for: none for nearly everything. The most urgent comes first; of several the
   * one to which most of what was typed belongs, then the first. Others are left out, but where somebody is hurt by
   * somebody: they may need other help as well, and the best answer of each card is given.
   * @param {string} text
   */
  answersTo(text) {
    const fitting = this.#fitting(text);
    const isHurt = fitting.some(({ exit }) => exit.length);
    return fitting.filter(({ card }, at) => (isHurt ? fitting.findIndex((other) => other.card === card) === at : at === 0));
  }

  /**
   * Whether nobody else should read what was typed: whether any answer that fits is private, shown or not.
   * @param {string} text
   */
  isPrivate(text) {
    return this.#fitting(text).some((answer) => answer.private);
  }

  /**
   * All answers that fit, in the order in which they count.
   * @param {string} text
   */
  #fitting(text) {
    const typed = wordsOf(text).map((word) => this.#readings(word));
    const places = this.#places(typed);
    const counts = this.#counts(typed);
    const over = this.#placesOver(places);
    return this.answers
      .map((answer) => ({ answer, fit: this.#fit(answer, places, counts, over) }))
      .filter(({ fit }) => fit)
      .sort((one, other) => one.answer.rank - other.answer.rank || other.fit - one.fit)
      .map(({ answer }) => answer);
  }

  /**
   * How many words of what was typed belong to an answer at the most; 0 if it does not fit.
   * @param {Answer} answer
   * @param {Map<string[], Place[]>} places
   * @param {number[]} counts
   * @param {Place[]} over
   */
  #fit({ phrases, signs, harmless, only_now }, places, counts, over) {
    const innocent = places.get(harmless) ?? [];
    const past = only_now ? over : [];
    const counting = (/** @type {Place} */ place) =>
      !innocent.some((other) => holds(other, place)) && !past.some((when) => isJustBefore(place, when, counts));
    const left = (/** @type {string[]} */ list) => (places.get(list) ?? []).filter(counting);
    return Math.max(
      ...left(phrases).map(([start, end]) => counts[end] - counts[start]),
      ...signs.map((sign) => sign.map((group) => left(this.groups[group]))).map((lists) => (areTogether(lists, counts) ? lists.length : 0)),
      0,
    );
  }

  /**
   * Where it is said that something is long over; nowhere, if something else goes on now.
   * @param {Map<string[], Place[]>} places
   */
  #placesOver(places) {
    const past = places.get(this.past) ?? [];
    const present = (places.get(this.present) ?? []).filter((place) => !past.some((other) => holds(other, place)));
    return present.length ? [] : past;
  }

  /**
   * What a word may stand for, its own stem first: remembered, for it is asked for at each key.
   * @param {string} word
   */
  #readings(word) {
    const readings = this.known.get(word) ?? this.#read(word);
    this.known.set(word, readings);
    return readings;
  }

  /** @param {string} word */
  #read(word) {
    const found = [stem(word), exact(word), ...(YEAR.test(word) ? ["0000"] : [])];
    const right = this.right.get(word);
    if (right !== undefined) return [...found, right];
    if (this.stems.has(found[0]) || this.isWord(word)) return found;
    // People rarely mistake the first letter.
    const near = likest(word, this.lexicons.get(word[0]) ?? []);
    return near ? [...found, stem(near), exact(near)] : found;
  }

  /**
   * Where phrases stand, by the list that holds them.
   * @param {string[][]} typed
   */
  #places(typed) {
    /** @type {Map<string[], Place[]>} */
    const places = new Map();
    for (const [start, readings] of typed.entries()) {
      for (const { parts, list, skip } of readings.flatMap((reading) => this.beginning.get(reading) ?? [])) {
        const end = endOf(parts, typed, start, skip);
        if (!end) continue;
        places.set(list, [...(places.get(list) ?? []), [start, end]]);
      }
    }
    return places;
  }

  /**
   * For each place, how many words before it are not under `skip`.
   * @param {string[][]} typed
   */
  #counts(typed) {
    let count = 0;
    return [0, ...typed.map(([found]) => (count += this.skip.has(found) ? 0 : 1))];
  }
}

const YEAR = /^(19|20)\d\d$/; // written as 0000 in phrases

/** @type {Set<string>} */
const NOTHING = new Set();

/** @param {string} word */
const exact = (word) => `=${word}`;

/**
 * Phrases come in small letters, without apostrophes, and with one space between words.
 * @param {string} phrase
 */
const partsOf = (phrase) => phrase.split(" ").map((word) => (word[0] === "=" ? word : stem(word)));
/** @param {string[][]} lists */
const wordsIn = (lists) => [...new Set(lists.flat().flatMap((phrase) => phrase.replaceAll("=", "").split(" ")))];

/**
 * Where a phrase ends that starts at a word, or 0; words under `skip` may stand between its own.
 * @param {string[]} parts
 * @param {string[][]} typed
 * @param {number} start
 * @param {Set<string>} skip
 */
const endOf = (parts, typed, start, skip) => {
  let at = start + 1;
  for (const wanted of parts.slice(1)) {
    while (at < typed.length && !typed[at].includes(wanted) && skip.has(typed[at][0])) at++;
    if (!typed[at++]?.includes(wanted)) return 0;
  }
  return at;
};

/**
 * @param {Place} outer
 * @param {Place} inner
 */
const holds = ([from, to], [start, end]) => from <= start && end <= to;
/**
 * @param {Place} one
 * @param {Place} other
 */
const overlap = (one, other) => one[0] < other[1] && other[0] < one[1];

/**
 * Whether one place can be taken from each list so that none overlap and all are close together.
 * @param {Place[][]} lists
 * @param {number[]} counts
 * @param {Place[]} [taken]
 * @returns {boolean}
 */
const areTogether = (lists, counts, taken = []) => {
  if (lists.length === 0) return true;
  if (lists.some((list) => list.length === 0)) return false;
  const [places, ...others] = lists;
  return places.some((place) => !taken.some((other) => overlap(place, other)) && areClose([...taken, place], counts)
    && areTogether(others, counts, [...taken, place]));
};

/**
 * @param {Place[]} places
 * @param {number[]} counts
 */
const areClose = (places, counts) =>
  counts[Math.max(...places.map(([, end]) => end))] - counts[Math.min(...places.map(([start]) => start))] <= CLOSE;

/**
 * Whether one place stands before the other, with a word between at the most.
 * @param {Place} one
 * @param {Place} other
 * @param {number[]} counts
 */
const isJustBefore = ([, end], [from], counts) => end <= from && counts[from] - counts[end] <= BESIDE;
