// What somebody typed, unit by unit: a word or a known phrase, and the stems that may stand for it.
import { american, distance, formsOf, joinedOf, lexicon, likest, mistakesIn, soundOf, unpacked, withoutEndings } from "./spelling.js";
import { stem } from "./stemmer.js";
import { grouped, stemsOf, wordsOf } from "./tokens.js";

export const WEIGHT = {
  same: 0.8, // a word of the same meaning, next to the word itself
  prefix: 0.6, // a word that starts with what was typed
  corrected: 0.85,
  root: 0.4, // a word from which what was typed may be made
  small: 0.2, // a word of little meaning
  least: 1, // a word that the guide does not have
};
const ENDING = 4; // letters of an ending at the most
const MOST_STARTS = 20; // words that start with what was typed
const LONGEST = 6; // words of a known phrase
const LEAST_HEARD = 5; // letters of a word that may be written by ear
const NEAR = 3; // mistakes in a word that is offered where nothing is found, and how many are offered

/** @import { Documents } from "./documents.js" */
/** @import { Lexicon } from "./spelling.js" */
/**
 * What outputs/search_index.py writes about words.
 * @typedef {object} Vocabulary
 * @property {string[][]} same
 * @property {Record<string, string[]>} misspelt
 * @property {string[]} small
 * @property {string} right ordinary words, packed
 */
/**
 * What may stand for a unit of what was typed: all of these stems together; of a single word also its other forms.
 * @typedef {{stems: string[], weight: number, word?: string}} Choice
 */
/**
 * A word or a known phrase of what was typed.
 * @typedef {{length: number, shown: string, choices: Choice[], starts?: Choice[], corrected?: boolean}} Found
 */
/** @typedef {Found & {importance: number, isSmall: boolean}} Unit */
/** @typedef {{stems: string[], others?: string[][], right?: string}} Meaning */

export class Language {
  /**
   * @param {Documents} documents
   * @param {Vocabulary} vocabulary
   */
  constructor(documents, { same, misspelt, small, right }) {
    this.documents = documents;
    this.small = new Set(small.flatMap(stemsOf));
    this.spoken = new Set(same.flat().flatMap(wordsOf)); // words that need not stand in the guide
    this.said = new Set(documents.words);
    const names = [...documents.names, ...same.flat()].map((phrase) => wordsOf(phrase).join(" "));
    this.joined = new Set(joinedOf(names));
    this.vocabulary = [...new Set([...documents.words, ...this.spoken, ...this.joined])];
    this.right = right;
    /** @type {Map<string, string | undefined>} */
    this.corrections = new Map();
    /** @type {Map<string, Meaning[]>} */
    this.meanings = new Map();
    /** @type {Map<string, string> | undefined} */
    this.forms = undefined;
    /** @type {Set<string> | undefined} */
    this.words = undefined;
    /** @type {ReturnType<Language["prepare"]> | undefined} */
    this.prepared = undefined;
    this.#learn(same, misspelt);
  }

  /**
   * Whether a word is one in its own right, and no other word misspelt.
   * @param {string} word
   */
  isWord(word) {
    this.words ??= new Set([...this.vocabulary, ...unpacked(this.right).flatMap((one) => [one, ...formsOf(one)])]);
    return this.words.has(word) || this.#forms().has(word);
  }

  /**
   * What is needed for misspelt words only, made when it is first asked for.
   * @returns {{words: Map<string, Lexicon>, forms: Map<string, Lexicon>, heard: Map<string, Lexicon>, sounds: Map<string, string>}}
   */
  prepare() {
    if (!this.prepared) {
      /** @type {Map<string, string>} */
      const sounds = new Map();
      for (const word of this.vocabulary) if (word.length >= LEAST_HEARD && !sounds.has(soundOf(word))) sounds.set(soundOf(word), word);
      this.prepared = {
        words: byFirstLetter(this.vocabulary),
        forms: byFirstLetter(this.#forms().keys()),
        heard: byFirstLetter(sounds.keys()),
        sounds,
      };
    }
    return this.prepared;
  }

  /**
   * Phrases by their first stem: what they mean too, or what was meant.
   * @param {string[][]} same
   * @param {Record<string, string[]>} misspelt
   */
  #learn(same, misspelt) {
    const learn = (/** @type {string} */ phrase, /** @type {Omit<Meaning, "stems">} */ about) => {
      const stems = stemsOf(phrase);
      this.meanings.set(stems[0], [...(this.meanings.get(stems[0]) ?? []), { stems, ...about }]);
    };
    for (const group of same) {
      for (const phrase of group) learn(phrase, { others: group.filter((other) => other !== phrase).map(stemsOf) });
    }
    for (const [right, wrongs] of Object.entries(misspelt)) {
      for (const wrong of wrongs) learn(wrong, { right });
    }
  }

  /**
   * The units of what was typed. The last word may be unfinished. What stands in quotation marks is taken as it is.
   * @param {string} text
   */
  units(text) {
    if (wordsOf(text).length === 0) return [];
    const isQuoted = QUOTED.test(text);
    const unfinished = !isQuoted && !/\s$/.test(text);
    const typed = this.#spoken(wordsOf(text)).map((word) => this.#spelt(word));
    const meant = typed.map((word, at) => (isQuoted ? undefined : this.#meant(word, unfinished && at === typed.length - 1)));
    const words = typed.flatMap((word, at) => meant[at] ?? [word]);
    const corrected = typed.flatMap((_, at) => (meant[at] ?? [""]).map(() => Boolean(meant[at])));
    /** @type {Found[]} */
    const found = [];
    for (let at = 0; at < words.length; at += found[found.length - 1].length) {
      const unit = this.#unitAt(words, at, unfinished) ?? { length: 1, shown: words[at], choices: [] };
      found.push(corrected.slice(at, at + unit.length).includes(true) ? weakened(unit) : unit);
    }
    // A known phrase of small words has a meaning of its own: how often.
    const isSmall = (/** @type {Found} */ { length, shown }) => length === 1 && wordsOf(shown).every((word) => this.small.has(stem(word)));
    const onlySmall = found.every(isSmall);
    return found.map((unit) => /** @type {Unit} */ ({
      ...unit,
      choices: [...unit.choices, ...(unit.starts ?? [])],
      isSmall: !onlySmall && isSmall(unit),
      importance: !onlySmall && isSmall(unit) ? WEIGHT.small : this.#importance(unit),
    }));
  }

  /**
   * Letters that were said one by one are one word, if there is such a word: r m t.
   * @param {string[]} words
   */
  #spoken(words) {
    return words.join(" ").replace(/\b[a-z](?: [a-z]\b)+/g, (letters) => {
      const word = letters.replace(/ /g, "");
      return this.said.has(word) || this.spoken.has(word) ? word : letters;
    }).split(" ");
  }

  /**
   * Words of the guide that are somewhat like those which it does not have.
   * @param {Unit[]} units
   */
  near(units) {
    const unknown = units.map(({ choices, shown }) => (choices.length ? "" : shown)).filter((shown) => shown && !isNumber(shown));
    const found = unknown.flatMap((typed) =>
      (this.prepare().words.get(typed[0]) ?? []).map(({ word }) => ({ word, mistakes: distance(typed, word, NEAR) })));
    return found.filter(({ word, mistakes }) => mistakes <= NEAR && mistakes < word.length / 2 && this.said.has(word))
      .sort((one, other) => one.mistakes - other.mistakes).slice(0, NEAR).map(({ word }) => word);
  }

  /**
   * How rare what was typed is in the guide; or, if the guide says it otherwise, the rarest of what comes next to it.
   * @param {Found} unit
   */
  #importance({ choices }) {
    const known = choices.filter(({ stems }) => stems.every((found) => this.documents.knows(found)));
    const most = Math.max(0, ...known.map(({ weight }) => weight));
    const own = known.filter(({ weight }) => weight === most);
    const rarities = own.map(({ stems }) => Math.max(...stems.map((found) => this.documents.rarity(found))));
    return Math.max(WEIGHT.least, ...rarities);
  }

  /**
   * A word as the guide has it: in American spelling, without an ending that hides it.
   * @param {string} word
   * @returns {string}
   */
  #spelt(word) {
    const has = (/** @type {string} */ one) => this.said.has(one) || this.spoken.has(one) || this.documents.knows(stem(one));
    if (has(word)) return word;
    const spelt = american(word);
    return has(spelt) ? spelt : this.#forms().get(word) ?? this.#forms().get(spelt) ?? word;
  }

  // The words of the guide by their forms.
  #forms() {
    if (!this.forms) {
      this.forms = new Map();
      for (const word of this.vocabulary) for (const form of formsOf(word)) this.forms.set(form, word);
    }
    return this.forms;
  }

  /**
   * What the guide has for the word at a place, or for the phrase that starts there.
   * @param {string[]} words
   * @param {number} at
   * @param {boolean} unfinished
   * @returns {Found | undefined}
   */
  #unitAt(words, at, unfinished) {
    const known = this.#phraseAt(words, at) ?? this.#joinedAt(words, at);
    if (known?.choices.some(({ stems }) => this.documents.holdsAll(stems))) return known;
    const word = words[at];
    const isSmall = at > 0 && this.small.has(stem(word)); // nobody begins another word with it
    const starts = unfinished && at === words.length - 1 && !isSmall ? this.#startingWith(word, 2) : [];
    if (this.documents.knows(stem(word))) {
      const own = [...new Set([word, american(word)])].map((one) => ({ stems: [stem(one)], weight: 1, word: one }));
      return { length: 1, shown: word, choices: own, starts };
    }
    const isMisspelt = !this.joined.has(word) && !isNumber(word) && likest(word, this.prepare().words.get(word[0]) ?? [], 1);
    const parted = isMisspelt ? undefined : this.#parted(word);
    if (parted) return { length: 1, shown: parted.join(" "), choices: [{ stems: parted.map(stem), weight: 1 }] };
    const begun = starts.length ? starts : this.#startingWith(word, 4);
    if (begun.length) return { length: 1, shown: word, choices: begun };
    const root = this.isWord(word) ? this.#root(word) : undefined;
    return root ? { length: 1, shown: word, choices: [{ stems: [stem(root)], weight: WEIGHT.root }] } : undefined;
  }

  /**
   * One word of the guide that was typed as two: pace maker.
   * @param {string[]} words
   * @param {number} at
   * @returns {Found | undefined}
   */
  #joinedAt(words, at) {
    const joined = words[at] + (words[at + 1] ?? "");
    if (joined === words[at] || !this.said.has(joined) || words.slice(at, at + 2).some((word) => this.small.has(stem(word)))) return undefined;
    const parts = words.slice(at, at + 2).map(stem);
    const apart = parts.every((part) => this.documents.knows(part)) ? [{ stems: parts, weight: 1 }] : [];
    return { length: 2, shown: joined, choices: [{ stems: [stem(joined)], weight: 1 }, ...apart] };
  }

  /**
   * Two words of the guide that were typed as one: hotstone.
   * @param {string} word
   */
  #parted(word) {
    for (let at = 3; at <= word.length - 3; at++) {
      const halves = [word.slice(0, at), word.slice(at)];
      if (halves.every((half) => this.said.has(half))) return halves;
    }
    return undefined;
  }

  /**
   * The word of the guide from which a right word may be made: sleep for sleeper.
   * @param {string} word
   */
  #root(word) {
    for (let length = word.length - 1; length >= Math.max(4, word.length - ENDING); length--) {
      const start = word.slice(0, length);
      if (this.said.has(start)) return start;
      if (this.said.has(`${start}y`)) return `${start}y`;
    }
    return undefined;
  }

  /**
   * The words that were meant by one that the guide does not have, if it has some that are like enough.
   * @param {string} word
   * @param {boolean} unfinished
   * @returns {string[] | undefined}
   */
  #meant(word, unfinished) {
    if (this.spoken.has(word) || this.#unitAt([word], 0, unfinished)) return undefined;
    const near = this.#corrected(word);
    return near === undefined ? undefined : (this.joined.has(near) && this.#parted(near)) || [near];
  }

  /**
   * The word that was meant, if the guide has one that is like enough. Remembered: it is asked for at each key.
   * @param {string} word
   */
  #corrected(word) {
    if (!this.corrections.has(word)) this.corrections.set(word, isNumber(word) || this.isWord(word) ? undefined : this.#likest(word));
    return this.corrections.get(word);
  }

  /**
   * The likest word of the guide: of itself, of a form with one mistake, without an ending, or by ear. People rarely
   * mistake the first letter, or its sound.
   * @param {string} word
   * @returns {string | undefined}
   */
  #likest(word) {
    const { words, forms, heard, sounds } = this.prepare();
    const [near, sound] = [words.get(word[0]) ?? [], soundOf(word)];
    return (
      likest(word, near) ??
      this.#forms().get(likest(word, forms.get(word[0]) ?? [], Math.min(1, mistakesIn(word))) ?? "") ??
      withoutEndings(word).reduce((/** @type {string | undefined} */ found, start) => found ?? likest(start, near), undefined) ??
      (word.length < LEAST_HEARD ? undefined : sounds.get(sounds.has(sound) ? sound : likest(sound, heard.get(sound[0]) ?? [], 1) ?? ""))
    );
  }

  /**
   * The longest known phrase that starts here, with all that it means.
   * @param {string[]} words
   * @param {number} at
   * @returns {Found | undefined}
   */
  #phraseAt(words, at) {
    const stems = words.slice(at, at + LONGEST).map(stem);
    const found = (this.meanings.get(stems[0]) ?? [])
      .filter((phrase) => phrase.stems.every((wanted, index) => stems[index] === wanted));
    if (found.length === 0) return undefined;
    const length = Math.max(...found.map((phrase) => phrase.stems.length));
    const longest = found.filter((phrase) => phrase.stems.length === length);
    const right = longest.find((phrase) => phrase.right)?.right;
    if (right && !this.documents.knows(longest[0].stems[0])) {
      const unit = this.#phraseAt(wordsOf(right), 0) ?? { choices: [{ stems: stemsOf(right), weight: 1 }] };
      return { ...unit, length, shown: right, corrected: true };
    }
    const others = longest.flatMap((phrase) => phrase.others ?? []);
    const choices = [{ stems: longest[0].stems, weight: 1 }, ...others.map((other) => ({ stems: other, weight: WEIGHT.same }))];
    return { length, shown: words.slice(at, at + length).join(" "), choices };
  }

  /**
   * @param {string} start
   * @param {number} least
   */
  #startingWith(start, least) {
    if (start.length < least || isNumber(start)) return [];
    const found = new Set(this.documents.words.filter((word) => word.startsWith(start)).slice(0, MOST_STARTS).map(stem));
    return [...found].map((other) => ({ stems: [other], weight: WEIGHT.prefix }));
  }
}

/**
 * A unit that is a guess.
 * @param {Found} unit
 * @returns {Found}
 */
const weakened = (unit) => ({
  ...unit, corrected: true, choices: unit.choices.map((choice) => ({ ...choice, weight: choice.weight * WEIGHT.corrected })),
});

/** @param {Iterable<string>} words */
const byFirstLetter = (words) => grouped(lexicon([...words]), ({ word }) => word[0]);

/**
 * Another number is never meant by one: 200 begins no 2001.
 * @param {string} word
 */
const isNumber = (word) => /^\p{N}+$/u.test(word);

const QUOTED = /^\s*["“”].*["“”]\s*$/;
