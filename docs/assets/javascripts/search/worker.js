// The thin shell around the search: fetches what the guide knows and answers what is typed.
// All files are asked for at once; static imports would come one after the other.
const ready = Promise.all([
  fetch(new URL("../../../search/index.json", import.meta.url)).then((answer) => (answer.ok ? answer.json() : Promise.reject())),
  import("./engine.js"),
  import("./urgent.js"),
  import("./text.js"),
  import("./lunr.js"),
]).then(([data, { Engine }, { Urgent }]) => {
  const engine = new Engine(data);
  return { engine, urgent: new Urgent(data, (word) => engine.isWord(word)), words: data.words, call: data.call };
});

addEventListener("message", async ({ data: text }) => {
  const loaded = await ready.catch(() => null);
  if (!loaded) return postMessage({ text, failed: true });
  const { engine, urgent, words, call } = loaded;
  const answer = urgent.answerTo(text);
  // No guess at the end of an unfinished word stands below an emergency.
  const found = answer?.alone ? { results: [] } : engine.search(answer ? `${text} ` : text);
  postMessage({ text, words, call, ...found, urgent: answer });
  engine.prepare(); // while the reader looks at the first answer
});
