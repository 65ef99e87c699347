// The search box: sends what is typed to the worker, and shows what comes back: below the box, or on the page of
// results.
import { element, find, findAll, show } from "../common/dom.js";
import { fill } from "../common/words.js";
import { fragmentOf, wordsIn } from "./address.js";
import { resultsOf, ROOT, summaryOf, whereToStart } from "./results.js";

/** @import { Answer } from "./results.js" */

const PATIENCE = 400; // milliseconds until a reader is told that the search goes on

/**
 * Turns the markup of partials/search.html into a working box.
 * @param {object} parts
 * @param {HTMLElement} parts.search
 * @param {HTMLElement} parts.output where results stand: below the box, or on their page
 * @param {boolean} parts.isPage whether it is the page of results
 * @param {Worker} parts.worker
 * @param {Promise<unknown>} parts.styled
 * @param {boolean} parts.entered whether Enter was pressed already
 * @param {() => void} parts.fail says that the search does not work
 * @param {() => boolean} parts.isBroken whether the worker is lost
 */
export const attach = ({ search, output, isPage, worker, styled, entered, fail, isBroken }) => {
  const input = find(search, "input", HTMLInputElement);
  const form = find(search, "form");
  const place = find(output, ".search-result");
  const status = find(search, "[role=status]");
  /** @type {Answer | undefined} */
  let answer;
  /** @type {number | undefined} */
  let waiting;

  // The results on screen belong to the text in data-for. On their own page they never close.
  const close = () => show(output, isPage);
  const open = () => show(output, isPage || output.dataset.for === input.value);
  const isThere = () => isPage || search.contains(document.activeElement);
  const links = () => findAll(output, "a:not(details:not([open]) a), summary, button");

  const ask = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tellToWait, PATIENCE);
    worker.postMessage(input.value);
  };
  const tellToWait = () => {
    if (isBroken()) return fail();
    if (!input.value.trim() || !isThere()) return;
    status.textContent = find(search, ".search-wait").textContent;
    place.replaceChildren(element("p", "search-result__meta", status.textContent ?? ""));
    output.dataset.for = input.value;
    open();
  };
  // Enter leads to the page of results, or to the first of them where the words must not be written down.
  const go = () => {
    if (!answer || answer.text !== input.value) return (entered = true);
    entered = false;
    if (!answer.text.trim() || answer.isPrivate) {
      open();
      return links()[0]?.focus();
    }
    const target = new URL(`search/${fragmentOf(answer.text.trim())}`, ROOT);
    if (!isPage) return location.assign(target);
    if (location.hash !== target.hash) history.pushState(null, "", target);
    find(document, "h1").focus();
  };

  worker.addEventListener("message", async (/** @type {MessageEvent<Answer | {text: string, failed: true}>} */ { data }) => {
    await styled;
    if (data.text !== input.value) return; // more was typed in the meantime
    clearTimeout(waiting);
    if ("failed" in data) return fail();
    answer = data;
    output.dataset.for = data.text;
    place.replaceChildren(...(data.text.trim() ? resultsOf(data) : whereToStart(data)));
    output.scrollTop = 0;
    status.textContent = data.text.trim() ? summaryOf(data) : "";
    if (data.isPrivate && isPage && wordsIn(location.hash)) history.replaceState(null, "", location.pathname);
    if (isThere()) open();
    if (entered) go();
  });

  input.addEventListener("input", () => {
    entered = false; // it was for other words
    ask();
  });
  input.addEventListener("focus", open);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("reset", () => {
    entered = false;
    input.focus();
    setTimeout(ask); // the box is emptied after this event
  });

  /** @param {KeyboardEvent} event */
  const move = (event) => {
    if (event.key === "Escape" && !output.hidden && !isPage) {
      input.focus();
      close();
      event.preventDefault(); // the browser would empty the box
    } else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      open();
      if (output.hidden) return;
      const stops = [input, ...links()];
      const next = stops.findIndex((stop) => stop === document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      stops[(next + stops.length) % stops.length].focus();
      event.preventDefault();
      event.stopPropagation(); // the list lies in the box, but on its own page
    }
  };
  for (const part of new Set([search, output])) part.addEventListener("keydown", move);
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !search.contains(relatedTarget)) close();
  });
  output.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest("a:not(.contact)");
    if (!(link instanceof HTMLAnchorElement)) return;
    if (link.dataset.words !== undefined && !isPage) {
      event.preventDefault(); // other words for the same box
      input.value = link.dataset.words;
      ask();
      return input.focus();
    }
    close(); // the link may lead to another place on this page
    if (link.closest(".search-urgent")) {
      input.value = ""; // nobody who looks at this screen later need see what was typed
      ask();
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !search.contains(target)) close();
  });

  if (isPage) {
    input.value ||= wordsIn(location.hash);
    addEventListener("popstate", () => {
      input.value = wordsIn(location.hash);
      ask();
    });
  }
  ask();
};
