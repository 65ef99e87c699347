// The thin shell around the search: fetches what the guide knows and answers what is typed.
// All files are asked for at once; static imports would come one after the other.
const ready = Promise.all([
  fetch(new URL("../../../search/index.json", import.meta.url)).then((answer) => (answer.ok ? answer.json() : Promise.reject())),
  import("./ranking.js"),
  import("./emergencies.js"),
  import("./tokens.js"),
  import("./documents.js"),
  import("./query.js"),
  import("./excerpt.js"),
  import("./spelling.js"),
  import("./stemmer.js"),
  import("../vendor/english-stemmer.js"),
  import("../vendor/base-stemmer.js"),
]).then(([data, { Ranking }, { Emergencies }, { wordsOf }]) => {
  const ranking = new Ranking(data);
  const emergencies = new Emergencies(data, (word) => ranking.isWord(word));
  const { words, call, first, help_in_spanish } = data;
  return { ranking, emergencies, shown: { words, call, first, helpInSpanish: help_in_spanish }, spanish: new Set(data.spanish), wordsOf };
});

addEventListener("message", async ({ data: text }) => {
  try {
    postMessage(answerTo(text, await ready));
    (await ready).ranking.prepare(); // while the reader looks at the first answer
  } catch {
    postMessage({ text, failed: true });
  }
});

/**
 * @param {string} text
 * @param {Awaited<typeof ready>} loaded
 */
const answerTo = (text, { ranking, emergencies, shown, spanish, wordsOf }) => {
  const urgent = emergencies.answersTo(text);
  // No guess at the end of an unfinished word stands below an emergency.
  const found = urgent.some(({ alone }) => alone) ? { results: [], near: [] } : ranking.search(urgent.length ? `${text} ` : text);
  return {
    text, ...shown, ...found, urgent,
    isPrivate: emergencies.isPrivate(text),
    isSpanish: wordsOf(text).some((word) => spanish.has(word)),
  };
};
