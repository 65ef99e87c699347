// The search box: sends what is typed to the worker, and shows what comes back.

import { element, find, findAll } from "../common/dom.js";
import { fill } from "../common/words.js";

/** @import { Answer as Urgent, Run } from "./emergencies.js" */
/** @import { Result } from "./ranking.js" */
/**
 * What worker.js answers.
 * @typedef {object} Answer
 * @property {string} text what was typed
 * @property {boolean} [failed] then nothing else is there
 * @property {Record<string, string>} words
 * @property {Run[][]} call whom to call, a line each
 * @property {Result[]} results
 * @property {string} [corrected]
 * @property {Urgent[]} urgent the most urgent first; none for nearly everything
 */

const ROOT = new URL("../../../", import.meta.url);

/**
 * Turns the markup of partials/search.html into a working box.
 * @param {HTMLElement} search
 * @param {Worker} worker
 */
export const attach = (search, worker) => {
  const input = find(search, "input", HTMLInputElement);
  const form = find(search, "form");
  const output = find(search, ".search__output");
  const place = find(search, ".search-result");
  const status = find(search, "[role=status]");
  const styled = loadStyles();

  // The results on screen belong to the text in data-for.
  const close = () => (output.hidden = true);
  const open = () => (output.hidden = !input.value.trim() || output.dataset.for !== input.value);
  const links = () => findAll(output, "a:not(details:not([open]) a), summary");

  const ask = () => {
    if (input.value.trim()) {
      worker.postMessage(input.value);
    } else {
      output.dataset.for = status.textContent = "";
      close();
    }
  };

  worker.addEventListener("message", async (/** @type {MessageEvent<Answer>} */ { data: answer }) => {
    await styled;
    if (answer.text !== input.value) return; // more was typed in the meantime
    output.dataset.for = answer.text;
    place.replaceChildren(...(answer.failed ? [] : resultsOf(answer)));
    output.scrollTop = 0;
    status.textContent = answer.failed ? find(search, ".search-all").textContent : summaryOf(answer);
    if (search.contains(document.activeElement)) open();
  });

  input.addEventListener("input", ask);
  input.addEventListener("focus", open);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!output.hidden) links()[0].focus();
  });
  form.addEventListener("reset", () => {
    input.focus();
    setTimeout(ask); // the box is emptied after this event
  });

  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !output.hidden) {
      input.focus();
      close();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      open();
      if (output.hidden) return;
      const stops = [input, ...links()];
      const next = stops.findIndex((stop) => stop === document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      stops[(next + stops.length) % stops.length].focus();
      event.preventDefault();
    }
  });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !search.contains(relatedTarget)) close();
  });
  output.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest("a:not(.contact)")) return;
    close(); // the link may lead to another place on this page
    if (target.closest(".search-urgent")) {
      input.value = ""; // nobody who looks at this screen later need see what was typed
      ask();
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !search.contains(target)) close();
  });

  ask();
};

const loadStyles = () =>
  new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("assets/stylesheets/search.css", ROOT).href;
    link.onload = link.onerror = done;
    document.head.append(link);
  });

/** @param {Answer} answer */
const countOf = ({ results, words, text, urgent }) => {
  if (results.length === 0) return urgent.length ? "" : fill(words.nothing, { words: text.trim() });
  return results.length === 1 ? words.one_result : fill(words.results, { count: results.length });
};

/**
 * Nothing stands between an emergency and its answer, least of all a remark on spelling.
 * @param {Answer} answer
 */
const correctionOf = ({ urgent, corrected }) => (urgent.length || !corrected ? "" : corrected);

/**
 * What a screen reader says.
 * @param {Answer} answer
 */
const summaryOf = (answer) =>
  [
    answer.urgent.length && answer.words.urgent_first,
    correctionOf(answer) && fill(answer.words.corrected, { words: correctionOf(answer) }),
    countOf(answer),
  ].filter(Boolean).join(" ");

// --- what is seen -----------------------------------------------------------------------------------

/**
 * @param {string} location
 * @param {string} className
 * @param {...(Node | string)} children
 */
const linkTo = (location, className, ...children) => {
  const link = element("a", className, ...children);
  link.href = new URL(location, ROOT).href;
  return link;
};

/** @param {Answer} answer */
const resultsOf = (answer) => {
  const { words, results } = answer;
  if (answer.urgent.length) return urgentFirst(answer);
  const corrected = correctionOf(answer);
  const meta = element("p", "search-result__meta", countOf(answer));
  if (corrected) meta.prepend(fill(words.corrected, { words: corrected }), " ");
  return [meta, ...listOf(results.map(resultItem)), ...(results.length ? [] : nothingFound(answer))];
};

/**
 * Urgent advice stands above everything; below it what the guide says of safety, then one line that opens the rest.
 * @param {Answer} answer
 */
const urgentFirst = ({ urgent, words, results }) => {
  const safety = results.filter(({ at }) => at.startsWith("safety/"));
  const others = results.filter((result) => !safety.includes(result));
  const list = listOf([...urgent.map((each) => urgentItem(each, words)), ...safety.map(resultItem)]);
  if (!others.length) return list;
  const line = others.length === 1 ? words.one_other : fill(words.others, { count: others.length });
  return [...list, element("details", "search-others", element("summary", "", line), ...listOf(others.map(resultItem)))];
};

/** @param {HTMLElement[]} items */
const listOf = (items) => (items.length ? [element("ol", "search-result__list", ...items)] : []);

/** @param {Result} result */
const resultItem = ({ at, page, note, section, excerpt }) => {
  const link = linkTo(at, "search-result__link", element("span", "search-result__page", page));
  if (section) link.append(element("span", "search-result__section", section));
  const item = element("li", "search-result__item", link);
  if (note) item.append(element("p", "search-result__note", note));
  const runs = excerpt.map(([text, wanted]) => (wanted ? element("mark", "", text) : text));
  if (runs.length) item.append(element("p", "search-result__excerpt", ...runs));
  return item;
};

/**
 * Runs of text; one with an address is a number to call or text, or a place to visit.
 * @param {Run[]} runs
 */
const inlined = (runs) =>
  runs.map(([text, href]) => {
    if (!href) return text;
    const link = element("a", "contact", text);
    link.href = href;
    return link;
  });

/**
 * For readers whom somebody may watch: the same as on the card, see page/quick-exit.js.
 * @param {string[]} words
 */
const quickExit = ([link, ...said]) =>
  link ? [element("div", "quick-exit", element("p", "", linkTo("", "button", link)), element("p", "", said.join(" ")))] : [];

/**
 * @param {Urgent} urgent
 * @param {Record<string, string>} words
 */
const urgentItem = ({ title, answer, lines, actions, exit, location }, words) => {
  const item = element(
    "li",
    "search-result__item search-urgent",
    element("p", "search-urgent__title", element("strong", "", title)),
    ...quickExit(exit),
    element("p", "", ...inlined(answer)),
  );
  if (lines.length) item.append(element("ul", "", ...lines.map((line) => element("li", "", ...inlined(line)))));
  item.append(...actions.map((action) => element("p", "", ...inlined(action))));
  item.append(element("p", "", linkTo(location, "search-result__link", words.urgent_link)));
  if (!location.endsWith("#emergency")) item.append(element("p", "", linkTo("safety/#emergency", "", words.emergency_link)));
  return item;
};

// All sections, as the menu has them.
const sections = () =>
  findAll(document, ".menu li:not(.menu__help) > a", HTMLAnchorElement).filter((link) => !link.parentElement?.querySelector("ul"));

/** @param {Answer} answer */
const nothingFound = ({ words, call }) => [
  element(
    "div",
    "search-nothing",
    element("p", "", words.try),
    element("ul", "", element("li", "", words.try_spelling), element("li", "", words.try_fewer)),
    // Above the list of pages: nobody who looks for help should have to scroll to it.
    element("p", "", linkTo("safety/#self-harm", "", words.talk)),
    element("p", "", linkTo("safety/#get-help", "", words.worried)),
    ...call.map((line) => element("p", "", ...inlined(line))),
    element("p", "", words.all_pages),
    element("ul", "", ...sections().map(({ href, textContent }) => element("li", "", linkTo(href, "", textContent)))),
  ),
];
