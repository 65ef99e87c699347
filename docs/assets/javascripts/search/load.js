// Loads the search when the reader first turns to it: touches the header, points at it, or goes to the box. On the page
// of results it is there at once. Not a byte is fetched before.
import { find, show } from "../common/dom.js";

const search = find(document, ".search");
const header = find(document, ".header");
const page = document.querySelector(".search-page");
const output = find(page ?? search, ".search__output");

const loadStyles = () =>
  new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("../../stylesheets/search.css", import.meta.url).href;
    link.onload = link.onerror = done;
    document.head.append(link);
  });

let isBroken = false;
const fail = () => {
  const said = find(search, ".search-failed").textContent ?? "";
  find(search, "[role=status]").textContent = said;
  find(output, ".search-result").textContent = said;
  output.dataset.for = find(search, "input", HTMLInputElement).value;
  show(output, true);
};

let entered = false; // before anything had loaded
const wait = (/** @type {Event} */ event) => {
  event.preventDefault();
  entered = true;
};
search.addEventListener("submit", wait);

const load = async () => {
  for (const name of TURNING) header.removeEventListener(name, load);
  const styled = loadStyles();
  try {
    const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("error", () => {
      isBroken = true;
      fail();
    });
    // At once; static imports would come one after the other.
    const needed = [import("./results.js"), import("./address.js"), import("../common/words.js")];
    const [{ attach }] = await Promise.all([import("./box.js"), ...needed]);
    search.removeEventListener("submit", wait);
    attach({ search, output, isPage: Boolean(page), worker, styled, entered, fail, isBroken: () => isBroken });
  } catch {
    fail();
  }
};

const TURNING = ["pointerenter", "pointerdown", "touchstart", "focusin"];
if (page) load();
else for (const name of TURNING) header.addEventListener(name, load, { passive: true });
