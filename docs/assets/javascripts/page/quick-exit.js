// “Leave this page”, for readers whom somebody may watch: the first page of the guide stands in the place of this one,
// so that Back does not return here. Shift three times does the same; any other key, or a press of the mouse, between
// them starts anew. And the address does not name the card that a link led to.

import { findAll } from "../common/dom.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds

/** @param {HTMLAnchorElement} link */
const leave = (link) => location.replace(link.href);

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest(".quick-exit a");
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  leave(link);
});

/** @type {number[]} */
let presses = [];
document.addEventListener("pointerdown", () => (presses = []));
document.addEventListener("keyup", ({ key, timeStamp }) => {
  presses = key === "Shift" ? [...presses.filter((press) => timeStamp - press < WITHIN), timeStamp] : [];
  const link = document.querySelector(".quick-exit a");
  if (presses.length >= PRESSES && link instanceof HTMLAnchorElement) leave(link);
});

const hideName = () => {
  const names = findAll(document, ".quick-exit").map((found) => found.closest(".care-card")?.querySelector("[id]")?.id);
  if (names.includes(location.hash.slice(1))) history.replaceState(history.state, "", location.pathname + location.search);
};
addEventListener("hashchange", hideName);
addEventListener("load", hideName); // the browser has gone to the place by then
