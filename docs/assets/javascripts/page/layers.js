// Opens a layer for whoever wants what is in it: a link to a place inside, or a printer. boot.js has closed them all.

import { findAll } from "../common/dom.js";

const layers = findAll(document, "details.layer", HTMLDetailsElement);

/** Opens every layer around the place that the address names, and goes there. Ids are plain letters: nothing is encoded. */
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const around = layers.filter((layer) => target && layer.contains(target) && !layer.open);
  if (!target || !around.length) return;
  for (const layer of around) layer.open = true;
  target.scrollIntoView();
}

addEventListener("hashchange", openTarget);
openTarget();

// A link to the place that the address names already changes nothing in the address: the layer may be closed again.
addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  if (link && link.hash && link.href === location.href) openTarget();
});

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
