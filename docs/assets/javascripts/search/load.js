// Loads the search when the reader first turns to its box, and not a byte of it before.
const search = document.querySelector(".search");

const load = async () => {
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  const { attach } = await import("./box.js");
  attach(search, worker);
};

search.addEventListener("focusin", load, { once: true });
