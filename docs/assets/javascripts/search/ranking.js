// Ranks the sections of the guide for what somebody typed (BM25F over stems), and shows one result a page.
//
// There is no index to build first, so the first answer is quick: the texts of all sections stand in one long
// text, and where a word occurs in it is looked up when the word is first asked for.
import { american, formsOf, lexicon, likest, mistakesIn, unpacked, withoutEndings } from "./spelling.js";
import { stem } from "./stemmer.js";
import { grouped, stemsOf, Texts, wordsOf } from "./tokens.js";

const WEIGHT = { title: 8, names: 6, heading: 5, pageTitle: 2, summary: 2.5, body: 1 };
const SATURATION = 3; // a word that occurs often counts little more than one that occurs
const LENGTH = 0.5; // how much a long text counts for less
const SAME = 0.75; // a word of the same meaning, next to the word itself
const PREFIX = 0.6; // a word that starts with what was typed
const CORRECTED = 0.85;
const DERIVED = 0.4; // a word from which what was typed may be made
const ENDING = 4; // letters of such an ending at the most
const SMALL = 0.12; // a word of little meaning
const LAST = 0.4; // pages that come after others
const LEAST = 0.25; // the share of what was typed, by weight, that a result must hold
const MOST_RESULTS = 10;
const EXCERPT = 170; // characters

/** @import { Lexicon } from "./spelling.js" */
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
 * @property {Section[]} sections
 */
/** @typedef {{at: string, title: string, text: string, names: string[], page: Page, section?: Section, phrases?: string[]}} Entry */
/**
 * What outputs/search_index.py writes for ranking.
 * @typedef {object} Index
 * @property {Page[]} pages
 * @property {string[]} vocabulary
 * @property {string[][]} same
 * @property {Record<string, string[]>} misspelt
 * @property {string[]} small
 * @property {string[]} last
 * @property {string} right ordinary words, packed
 * @property {Record<string, string[]>} groups
 * @property {{phrases: string[]}[]} urgent
 */
/**
 * A text to search, and the weight of one occurrence in a document.
 * @typedef {{texts: Texts, weightOf: (entry: Entry) => number}} Field
 */
/**
 * What may stand for a unit of what was typed: all of these stems together.
 * @typedef {{stems: string[], weight: number}} Choice
 */
/**
 * A word or a known phrase of what was typed.
 * @typedef {{length: number, shown: string, choices: Choice[], corrected?: boolean}} Found
 */
/** @typedef {Found & {importance: number}} Unit */
/** @typedef {{stems: string[], others?: string[][], right?: string}} Meaning */
/** @typedef {{at: string, page: string, note: string, section: string, excerpt: [text: string, wanted: boolean][]}} Result */

export class Ranking {
  /** @param {Index} index */
  constructor({ pages, vocabulary, same, misspelt, small, last, right, groups, urgent }) {
    /** @type {Entry[]} */
    this.documents = pages.flatMap((page) => [
      { ...page, page },
      ...page.sections.map((section) => ({ ...section, at: `${page.at}#${section.id}`, page, section })),
    ]);
    this.last = new Set(last);
    this.small = new Set(small.flatMap(stemsOf));
    this.spoken = new Set(same.flat().flatMap(wordsOf)); // words that need not stand in the guide
    this.vocabulary = [...new Set([...vocabulary, ...this.spoken])];
    this.starts = grouped(vocabulary, (word) => word.slice(0, 2)); // which a stem keeps
    this.said = new Set(vocabulary);
    this.words = new Set([...vocabulary, ...unpacked(right).flatMap((word) => [word, ...formsOf(word)])]);
    this.signs = [...Object.values(groups), ...urgent.map(({ phrases }) => phrases)];
    /** @type {Map<string, string | undefined>} */
    this.corrections = new Map();
    /** @type {Map<string, Map<number, number>>} */
    this.postings = new Map(); // filled as stems are asked for
    /** @type {Map<string, Meaning[]>} */
    this.meanings = new Map();
    /** @type {Map<string, string> | undefined} */
    this.forms = undefined;
    /** @type {{lexicons: Map<string, Lexicon>, forms: Map<string, Lexicon>, right: Set<string>} | undefined} */
    this.prepared = undefined;
    this.fields = this.#fields();
    this.#learn(same, misspelt);
  }

  /**
   * Whether a stem occurs in the guide.
   * @param {string} found
   */
  knows(found) {
    return this.#posting(found).size > 0;
  }

  /**
   * Whether a word is one in its own right, and no other word misspelt.
   * @param {string} word
   */
  isWord(word) {
    return this.words.has(word) || this.#forms().has(word);
  }

  /**
   * What is needed for misspelt words only, made when it is first asked for.
   * @returns {{lexicons: Map<string, Lexicon>, forms: Map<string, Lexicon>, right: Set<string>}}
   */
  prepare() {
    this.prepared ??= {
      lexicons: byFirstLetter(this.vocabulary),
      forms: byFirstLetter(this.#forms().keys()),
      right: new Set(this.signs.flat().flatMap(stemsOf)),
    };
    return this.prepared;
  }

  // The texts that are searched, each with the weight of one occurrence in a document.
  #fields() {
    const length = average(this.documents.map(({ text }) => text.length));
    /**
     * @param {(entry: Entry) => string} textOf
     * @param {(entry: Entry) => number} weightOf
     * @returns {Field}
     */
    const field = (textOf, weightOf) => ({ texts: new Texts(this.documents.map(textOf)), weightOf });
    return [
      field(({ title }) => title, ({ section }) => (section ? WEIGHT.heading : WEIGHT.title)),
      field(({ section, page }) => (section ? page.title : ""), () => WEIGHT.pageTitle),
      field(({ names }) => [...new Set(names.flatMap(wordsOf))].join(" "), () => WEIGHT.names),
      field(({ text }) => text, ({ section, text }) =>
        (section ? WEIGHT.body : WEIGHT.summary) / (1 - LENGTH + (LENGTH * text.length) / length)),
    ];
  }

  /**
   * The documents that hold a stem, by number, with how much they hold of it.
   * @param {string} wanted
   */
  #posting(wanted) {
    let posting = this.postings.get(wanted);
    if (!posting) {
      posting = new Map();
      const words = (this.starts.get(wanted.slice(0, 2)) ?? []).filter((word) => stem(word) === wanted);
      for (const { texts, weightOf } of this.fields) {
        for (const number of words.flatMap((word) => texts.holding(word))) {
          posting.set(number, (posting.get(number) ?? 0) + weightOf(this.documents[number]));
        }
      }
      this.postings.set(wanted, posting);
    }
    return posting;
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
   * The results for what was typed, the best first, and the words that were corrected on the way.
   * @param {string} text
   */
  search(text) {
    const words = wordsOf(text).map((word) => this.#spelt(word));
    const units = this.#units(words, !/\s$/.test(text));
    const scores = this.#scores(units);
    const corrected = units.some((unit) => unit.corrected);
    return {
      corrected: corrected ? units.map((unit) => unit.shown).join(" ") : "",
      results: this.#best(scores).map((number) => this.#result(number, units)),
    };
  }

  /**
   * A word as the guide has it: in American spelling, without an ending that hides it.
   * @param {string} word
   * @returns {string}
   */
  #spelt(word) {
    const has = (/** @type {string} */ one) => this.said.has(one) || this.spoken.has(one) || this.knows(stem(one));
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

  // --- what was typed, unit by unit: a word or a known phrase, and the stems that stand for it ---------

  /**
   * @param {string[]} words
   * @param {boolean} unfinished
   */
  #units(words, unfinished) {
    /** @type {Unit[]} */
    const units = [];
    const onlySmall = words.every((word) => this.small.has(stem(word)));
    for (let at = 0; at < words.length; ) {
      const unit = this.#unitAt(words, at, unfinished);
      const importance = onlySmall || !words.slice(at, at + unit.length).every((word) => this.small.has(stem(word)))
        ? Math.max(1, ...unit.choices.map(({ stems }) => Math.min(...stems.map((found) => this.#rarity(found)))))
        : SMALL;
      units.push({ ...unit, importance });
      at += unit.length;
    }
    return units;
  }

  /**
   * @param {string[]} words
   * @param {number} at
   * @param {boolean} unfinished
   * @returns {Found}
   */
  #unitAt(words, at, unfinished) {
    const phrase = this.#phraseAt(words, at);
    if (phrase) return phrase;
    const word = words[at];
    const own = [...new Set([word, american(word)].map(stem))].map((found) => ({ stems: [found], weight: 1 }));
    const starts = unfinished && at === words.length - 1 ? this.#startingWith(word, 2) : [];
    if (this.knows(stem(word))) return { length: 1, shown: word, choices: [...own, ...starts] };
    const joined = word + (words[at + 1] ?? "");
    if (joined !== word && this.knows(stem(joined))) {
      return { length: 2, shown: joined, choices: [{ stems: [stem(joined)], weight: 1 }] };
    }
    const parted = this.#parted(word);
    if (parted) return { length: 1, shown: parted.join(" "), choices: [{ stems: parted.map(stem), weight: 1 }] };
    const begun = starts.length ? starts : this.#startingWith(word, 4);
    if (begun.length) return { length: 1, shown: word, choices: begun };
    const root = this.isWord(word) ? this.#root(word) : undefined;
    if (root) return { length: 1, shown: word, choices: [{ stems: [stem(root)], weight: DERIVED }] };
    return this.#correctedUnit(word);
  }

  /**
   * Two words of the guide that were typed as one: hotstone.
   * @param {string} word
   */
  #parted(word) {
    for (let at = 3; at <= word.length - 3; at++) {
      const halves = [word.slice(0, at), word.slice(at)];
      if (halves.every((half) => this.starts.get(half.slice(0, 2))?.includes(half))) return halves;
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
   * @param {string} word
   * @returns {Found}
   */
  #correctedUnit(word) {
    const near = this.#corrected(word);
    if (!near) return { length: 1, shown: word, choices: [] };
    const unit = this.#phraseAt([near], 0) ?? { length: 1, choices: [{ stems: [stem(near)], weight: 1 }] };
    for (const choice of unit.choices) choice.weight *= CORRECTED;
    return { ...unit, shown: near, corrected: true };
  }

  /**
   * The word that was meant, if the guide has one that is like enough. Remembered: it is asked for at each key.
   * @param {string} word
   */
  #corrected(word) {
    if (!this.corrections.has(word)) this.corrections.set(word, this.#isRight(word) ? undefined : this.#likest(word));
    return this.corrections.get(word);
  }

  /**
   * Whether a word is right, though the guide does not have it: it is ordinary, or part of a sign.
   * @param {string} word
   */
  #isRight(word) {
    return this.isWord(word) || this.prepare().right.has(stem(word));
  }

  /**
   * The likest word of the guide: of itself, of a form with one mistake, or without an ending. People rarely mistake
   * the first letter.
   * @param {string} word
   * @returns {string | undefined}
   */
  #likest(word) {
    const [words, forms] = [this.prepare().lexicons, this.prepare().forms].map((all) => all.get(word[0]) ?? []);
    const near = likest(word, words) ?? this.#forms().get(likest(word, forms, Math.min(1, mistakesIn(word))) ?? "");
    return withoutEndings(word).reduce((found, start) => found ?? likest(start, words), near);
  }

  /**
   * The longest known phrase that starts here, with all that it means.
   * @param {string[]} words
   * @param {number} at
   * @returns {Found | undefined}
   */
  #phraseAt(words, at) {
    const stems = words.slice(at, at + 5).map(stem);
    const found = (this.meanings.get(stems[0]) ?? [])
      .filter((phrase) => phrase.stems.every((wanted, index) => stems[index] === wanted));
    if (found.length === 0) return undefined;
    const length = Math.max(...found.map((phrase) => phrase.stems.length));
    const longest = found.filter((phrase) => phrase.stems.length === length);
    const right = longest.find((phrase) => phrase.right)?.right;
    if (right && !this.knows(longest[0].stems[0])) {
      const unit = this.#phraseAt(wordsOf(right), 0) ?? { choices: [{ stems: stemsOf(right), weight: 1 }] };
      return { ...unit, length, shown: right, corrected: true };
    }
    const others = longest.flatMap((phrase) => phrase.others ?? []);
    const choices = [{ stems: longest[0].stems, weight: 1 }, ...others.map((other) => ({ stems: other, weight: SAME }))];
    return { length, shown: words.slice(at, at + length).join(" "), choices };
  }

  /**
   * @param {string} start
   * @param {number} least
   */
  #startingWith(start, least) {
    if (start.length < least) return [];
    const found = new Set(this.vocabulary.filter((word) => word.startsWith(start)).slice(0, 20).map(stem));
    return [...found].filter((other) => this.knows(other)).map((other) => ({ stems: [other], weight: PREFIX }));
  }

  // --- scores ------------------------------------------------------------------------------------------

  /** @param {string} found */
  #rarity(found) {
    const count = this.#posting(found).size;
    return Math.log(1 + (this.documents.length - count + 0.5) / (count + 0.5));
  }

  /** @param {Unit[]} units */
  #scores(units) {
    const total = units.reduce((sum, unit) => sum + unit.importance, 0);
    /** @type {Map<number, {score: number, held: number}>} */
    const scores = new Map();
    for (const unit of units) {
      for (const [number, score] of this.#unitScores(unit)) {
        const now = scores.get(number) ?? { score: 0, held: 0 };
        scores.set(number, { score: now.score + score, held: now.held + unit.importance });
      }
    }
    const typed = units.flatMap(({ shown }) => stemsOf(shown)).join(" ");
    /** @type {Map<number, number>} */
    const finished = new Map();
    for (const [number, { score, held }] of scores) {
      const share = held / total;
      if (share >= LEAST) finished.set(number, score * share ** 1.5 * this.#likeness(this.documents[number], typed));
    }
    return finished;
  }

  /** @param {Unit} unit */
  #unitScores({ choices, importance }) {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const { stems, weight } of choices) {
      const [first, ...others] = stems.map((found) => this.#posting(found));
      for (const [number, count] of first) {
        const counts = [count, ...others.map((posting) => posting.get(number) ?? 0)];
        if (counts.includes(0)) continue;
        const score = average(counts.map((each) => each / (SATURATION + each))) * weight * importance;
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
      if (phrase === typed) return 2.5;
      if (` ${phrase} `.includes(` ${typed} `)) most = Math.max(most, 1 + typed.length / phrase.length);
      else if (phrase.includes(" ") && ` ${typed} `.includes(` ${phrase} `)) most = Math.max(most, 1 + phrase.length / typed.length);
    }
    return most;
  }

  /**
   * The best section of each page, the best page first. An entry that shares its page with others, and so has other
   * names of its own, stands for itself.
   * @param {Map<number, number>} scores
   */
  #best(scores) {
    /** @type {Map<Page | Section, {number: number, score: number}>} */
    const best = new Map();
    for (const [number, score] of scores) {
      const { page, section } = this.documents[number];
      const shown = section?.names.length ? section : page;
      const weighted = this.last.has(page.at) ? score * LAST : score;
      const now = best.get(shown);
      if (!now || weighted > now.score) best.set(shown, { number, score: weighted });
    }
    return [...best.values()].sort((one, other) => other.score - one.score).slice(0, MOST_RESULTS).map(({ number }) => number);
  }

  /**
   * @param {number} number
   * @param {Unit[]} units
   */
  #result(number, units) {
    const { at, page, section, text } = this.documents[number];
    const wanted = new Set(units.filter(({ importance }) => importance > SMALL).flatMap(({ choices }) => choices.flatMap(({ stems }) => stems)));
    const readable = text || page.text || (page.sections[0]?.text ?? "");
    return { at, page: page.title, note: page.note ?? "", section: section?.title ?? "", excerpt: excerpt(readable, wanted) };
  }
}

/**
 * A piece of text around the first word that was wanted, in runs: [text, whether it is such a word].
 * @param {string} text
 * @param {Set<string>} wanted
 * @returns {[text: string, wanted: boolean][]}
 */
export const excerpt = (text, wanted) => {
  const isWanted = (/** @type {string} */ word) => wordsOf(word).some((part) => wanted.has(stem(part)));
  const from = startOf(text, firstWanted(text, isWanted));
  const space = text.length - from > EXCERPT ? text.lastIndexOf(" ", from + EXCERPT) : text.length;
  const piece = text.slice(from, space > from ? space : text.length);
  /** @type {[text: string, wanted: boolean][]} */
  const runs = [[from ? "… " : "", false]];
  let at = 0;
  for (const { 0: word, index } of piece.matchAll(WORD)) {
    if (!isWanted(word)) continue;
    runs.push([piece.slice(at, index), false], [word, true]);
    at = index + word.length;
  }
  runs.push([piece.slice(at) + (from + piece.length < text.length ? " …" : ""), false]);
  return runs.filter(([run]) => run);
};

/**
 * @param {string} text
 * @param {(word: string) => boolean} isWanted
 */
const firstWanted = (text, isWanted) => {
  for (const { 0: word, index } of text.matchAll(WORD)) if (isWanted(word)) return index;
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

/** @param {Iterable<string>} words */
const byFirstLetter = (words) => grouped(lexicon([...words]), ({ word }) => word[0]);

/** @param {number[]} numbers */
const average = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);
