// Finds an emergency in what somebody typed: by its idea, and not by one word.
//
// A sign is a list of groups of words. It fits where each group occurs, in any order, close together and on
// words of its own. Phrases that are known to be harmless take their words out of the question first.
import { lexicon, likest, stem, stemsOf, wordsOf } from "./text.js";

const CLOSE = 7; // words from the first to the last, those under `skip` not counted

export class Urgent {
  // `knows` tells whether a stem occurs in the guide: such a word is not taken for a misspelt sign.
  constructor({ skip, groups, urgent }, knows) {
    this.skip = new Set(skip.flatMap(stemsOf));
    this.groups = Object.fromEntries(Object.entries(groups).map(([name, phrases]) => [name, phrases.map(stemsOf)]));
    this.answers = urgent.map((answer) => ({
      answer,
      phrases: answer.phrases.map(stemsOf),
      harmless: answer.harmless.map(stemsOf),
    }));
    this.knows = knows;
    const texts = [...Object.values(groups).flat(), ...urgent.flatMap(({ phrases, harmless }) => [...phrases, ...harmless])];
    const words = [...new Set(texts.flatMap(wordsOf))];
    this.stems = new Set([...words.map(stem), ...this.skip]);
    this.lexicon = lexicon(words.filter((word) => word.length > 3));
  }

  // The answer that what was typed calls for; undefined for nearly everything.
  answerTo(text) {
    const typed = wordsOf(text).map((word) => this.#stemOf(word));
    return this.answers.find((kind) => this.#fits(kind, typed))?.answer;
  }

  #stemOf(word) {
    const found = stem(word);
    if (this.stems.has(found) || this.knows(found)) return found;
    // People rarely mistake the first letter.
    const near = likest(word, this.lexicon.filter((candidate) => candidate.word[0] === word[0]));
    return near ? stem(near) : found;
  }

  #fits({ answer, phrases, harmless }, typed) {
    const left = [...typed];
    for (const phrase of harmless) {
      for (const [start, end] of this.#places(phrase, left)) left.fill("", start, end);
    }
    return phrases.some((phrase) => this.#places(phrase, left).length > 0)
      || answer.signs.some((sign) => this.#together(sign.map((group) => this.#placesOfAny(group, left)), left));
  }

  #placesOfAny(group, typed) {
    return this.groups[group].flatMap((phrase) => this.#places(phrase, typed));
  }

  // Where a phrase stands, as [start, end); words under `skip` may stand between its words.
  #places(phrase, typed) {
    const found = [];
    for (let start = 0; start < typed.length; start++) {
      const end = this.#endOf(phrase, typed, start);
      if (end) found.push([start, end]);
    }
    return found;
  }

  #endOf(phrase, typed, start) {
    if (typed[start] !== phrase[0]) return 0;
    let at = start + 1;
    for (const wanted of phrase.slice(1)) {
      while (at < typed.length && typed[at] !== wanted && this.skip.has(typed[at])) at++;
      if (typed[at++] !== wanted) return 0;
    }
    return at;
  }

  // Whether one place can be taken from each list so that none overlap and all are close together.
  #together(lists, typed, taken = []) {
    if (lists.length === 0) return this.#isClose(taken, typed);
    const [places, ...others] = lists;
    return places.some((place) => taken.every((other) => place[1] <= other[0] || other[1] <= place[0])
      && this.#together(others, typed, [...taken, place]));
  }

  #isClose(places, typed) {
    const [start, end] = [Math.min(...places.map(([first]) => first)), Math.max(...places.map(([, last]) => last))];
    return typed.slice(start, end).filter((word) => !this.skip.has(word)).length <= CLOSE;
  }
}
