// The thin shell around the search: fetches what the guide knows and answers what is typed.
// All files are asked for at once; static imports would come one after the other.
const ready = Promise.all([
  fetch(new URL("../../../search/index.json", import.meta.url)).then((answer) => (answer.ok ? answer.json() : Promise.reject())),
  import("./ranking.js"),
  import("./emergencies.js"),
  import("./tokens.js"),
  import("./spelling.js"),
  import("./stemmer.js"),
  import("../vendor/english-stemmer.js"),
  import("../vendor/base-stemmer.js"),
]).then(([data, { Ranking }, { Emergencies }]) => {
  const ranking = new Ranking(data);
  return { ranking, emergencies: new Emergencies(data, (word) => ranking.isWord(word)), words: data.words, call: data.call };
});

addEventListener("message", async ({ data: text }) => {
  const loaded = await ready.catch(() => null);
  if (!loaded) return postMessage({ text, failed: true });
  const { ranking, emergencies, words, call } = loaded;
  const urgent = emergencies.answersTo(text);
  // No guess at the end of an unfinished word stands below an emergency.
  const found = urgent.some(({ alone }) => alone) ? { results: [] } : ranking.search(urgent.length ? `${text} ` : text);
  postMessage({ text, words, call, ...found, urgent });
  ranking.prepare(); // while the reader looks at the first answer
});
