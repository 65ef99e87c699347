// Finds an emergency in what somebody typed: by its idea, and not by one word.
//
// A sign is a list of groups of words. It fits where each group occurs, in any order, close together and on
// words of its own. A word that stands in a phrase that is known to be harmless does not count.
import { lexicon, likest } from "./spelling.js";
import { stem } from "./stemmer.js";
import { grouped, wordsOf } from "./tokens.js";

const CLOSE = 9; // words from the first to the last, those under `skip` not counted

export class Emergencies {
  // `isWord` tells whether a word is one in its own right, and so no misspelt sign.
  constructor({ skip, groups, urgent, misspelt }, isWord) {
    this.skip = new Set(skip.map(stem));
    this.groups = groups;
    this.answers = urgent;
    this.isWord = isWord;
    const signs = [...Object.values(groups), ...urgent.map(({ phrases }) => phrases)];
    const harmless = urgent.map((answer) => answer.harmless);
    this.beginning = grouped([...this.#phrases(signs, this.skip), ...this.#phrases(harmless, NOTHING)], ({ parts }) => parts[0]);
    this.stems = new Set([...this.skip, ...wordsIn([...signs, ...harmless]).map(stem)]);
    this.lexicons = grouped(lexicon(wordsIn(signs).filter((word) => word.length > 3)), ({ word }) => word[0]);
    this.known = new Map();
    this.right = new Map(Object.entries(misspelt).flatMap(([right, wrongs]) => wrongs.map((wrong) => [wrong, stem(right)])));
  }

  // Phrases with the list each stands in, and the words that may stand between its own.
  #phrases(lists, skip) {
    return lists.flatMap((list) => list.map((phrase) => ({ parts: partsOf(phrase), list, skip })));
  }

  // The answer that what was typed calls for; undefined for nearly everything.
  answerTo(text) {
    const typed = wordsOf(text).map((word) => this.#readings(word));
    const places = this.#places(typed);
    const counts = this.#counts(typed);
    return this.answers.find((answer) => {
      const harmless = places.get(answer.harmless) ?? [];
      const left = (list) => (places.get(list) ?? []).filter((place) => !harmless.some((other) => holds(other, place)));
      return left(answer.phrases).length > 0
        || answer.signs.some((sign) => areTogether(sign.map((group) => left(this.groups[group])), counts));
    });
  }

  // What a word may stand for, its own stem first: remembered, for it is asked for at each key.
  #readings(word) {
    if (!this.known.has(word)) this.known.set(word, this.#read(word));
    return this.known.get(word);
  }

  #read(word) {
    const found = [stem(word), exact(word)];
    if (this.right.has(word)) return [...found, this.right.get(word)];
    if (this.stems.has(found[0]) || this.isWord(word)) return found;
    // People rarely mistake the first letter.
    const near = likest(word, this.lexicons.get(word[0]) ?? []);
    return near ? [...found, stem(near), exact(near)] : found;
  }

  // Where phrases stand, as [start, end), by the list that holds them.
  #places(typed) {
    const places = new Map();
    for (const [start, readings] of typed.entries()) {
      for (const { parts, list, skip } of readings.flatMap((reading) => this.beginning.get(reading) ?? [])) {
        const end = endOf(parts, typed, start, skip);
        if (!end) continue;
        if (!places.has(list)) places.set(list, []);
        places.get(list).push([start, end]);
      }
    }
    return places;
  }

  // For each place, how many words before it are not under `skip`.
  #counts(typed) {
    let count = 0;
    return [0, ...typed.map(([found]) => (count += this.skip.has(found) ? 0 : 1))];
  }
}

const NOTHING = new Set();

const exact = (word) => `=${word}`;

// Phrases come in small letters, without apostrophes, and with one space between words.
const partsOf = (phrase) => phrase.split(" ").map((word) => (word[0] === "=" ? word : stem(word)));
const wordsIn = (lists) => [...new Set(lists.flat().flatMap((phrase) => phrase.replaceAll("=", "").split(" ")))];

// Where a phrase ends that starts at a word, or 0; words under `skip` may stand between its own.
const endOf = (parts, typed, start, skip) => {
  let at = start + 1;
  for (const wanted of parts.slice(1)) {
    while (at < typed.length && !typed[at].includes(wanted) && skip.has(typed[at][0])) at++;
    if (!typed[at++]?.includes(wanted)) return 0;
  }
  return at;
};

const holds = ([from, to], [start, end]) => from <= start && end <= to;
const overlap = (one, other) => one[0] < other[1] && other[0] < one[1];

// Whether one place can be taken from each list so that none overlap and all are close together.
const areTogether = (lists, counts, taken = []) => {
  if (lists.length === 0) return true;
  if (lists.some((list) => list.length === 0)) return false;
  const [places, ...others] = lists;
  return places.some((place) => !taken.some((other) => overlap(place, other)) && areClose([...taken, place], counts)
    && areTogether(others, counts, [...taken, place]));
};

const areClose = (places, counts) =>
  counts[Math.max(...places.map(([, end]) => end))] - counts[Math.min(...places.map(([start]) => start))] <= CLOSE;
