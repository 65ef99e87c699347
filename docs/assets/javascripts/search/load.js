// Loads the search when the reader first turns to its box, and not a byte of it before.
import { find } from "../common/dom.js";

const search = find(document, ".search");

const load = async () => {
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  // At once; static imports would come one after the other.
  const [{ attach }] = await Promise.all([import("./box.js"), import("../common/words.js")]);
  attach(search, worker);
};

search.addEventListener("focusin", load, { once: true });
