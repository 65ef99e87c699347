// Opens a layer for whoever wants what is in it: a link to a place inside, or a printer. boot.js has closed them all.

import { findAll } from "../common/dom.js";

const layers = findAll(document, "details.layer", HTMLDetailsElement);

/**
 * Opens every layer around the place that a fragment names.
 * @param {string} hash
 * @returns {HTMLElement | null} the place, if a layer had to be opened for it
 */
function openAround(hash) {
  const target = document.getElementById(hash.slice(1)); // ids are plain letters: nothing is encoded
  const around = layers.filter((layer) => target && layer.contains(target) && !layer.open);
  for (const layer of around) layer.open = true;
  return around.length > 0 ? target : null;
}

// Before the browser follows a link within the page: so it finds the place in view, and the keyboard goes on from there.
addEventListener("click", ({ target }) => {
  const link = target instanceof Element && target.closest("a");
  if (link && link.hash && link.pathname === location.pathname) openAround(link.hash);
});

/** For an address that was typed, kept or gone back to. */
const showTarget = () => {
  const target = openAround(location.hash);
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", showTarget);
showTarget();

/** @type {HTMLDetailsElement[]} */
let closed = [];
addEventListener("beforeprint", () => {
  closed = layers.filter((layer) => !layer.open);
  for (const layer of closed) layer.open = true;
});
addEventListener("afterprint", () => {
  for (const layer of closed) layer.open = false;
});

for (const button of findAll(document, ".rail__print", HTMLButtonElement)) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
