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
  const loaded = await ready.catch(() => null);
  if (!loaded) return postMessage({ text, failed: true });
  const { ranking, emergencies, shown, spanish, wordsOf } = loaded;
  const urgent = emergencies.answersTo(text);
  // No guess at the end of an unfinished word stands below an emergency.
  const found = urgent.some(({ alone }) => alone) ? { results: [], near: [] } : ranking.search(urgent.length ? `${text} ` : text);
  postMessage({
    text, ...shown, ...found, urgent,
    isPrivate: urgent.some((answer) => answer.private),
    isSpanish: wordsOf(text).some((word) => spanish.has(word)),
  });
  ranking.prepare(); // while the reader looks at the first answer
});
