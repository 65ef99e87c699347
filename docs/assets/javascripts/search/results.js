// What the search shows for an answer of the worker.
import { element, findAll } from "../common/dom.js";
import { fill } from "../common/words.js";
import { fragmentOf } from "./address.js";

/** @import { Answer as Urgent, Run } from "./emergencies.js" */
/** @import { Result } from "./ranking.js" */
/**
 * What worker.js answers.
 * @typedef {object} Answer
 * @property {string} text what was typed
 * @property {Record<string, string>} words
 * @property {Run[][]} call whom to call, a line each
 * @property {{at: string, title: string}[]} first where to start
 * @property {Result[]} results
 * @property {string} [corrected]
 * @property {string[]} near words that are like those which were typed
 * @property {Urgent[]} urgent the most urgent first; none for nearly everything
 * @property {boolean} isPrivate whether nobody else should read what was typed
 * @property {boolean} isSpanish
 * @property {Run[]} helpInSpanish
 */

export const ROOT = new URL("../../../", import.meta.url);

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
export const summaryOf = (answer) =>
  [
    answer.urgent.length && answer.words.urgent_first,
    correctionOf(answer) && fill(answer.words.corrected, { words: correctionOf(answer) }),
    countOf(answer),
  ].filter(Boolean).join(" ");

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

/**
 * A link that searches for other words.
 * @param {string} words
 * @param {string} said
 */
const searchFor = (words, said) => {
  const link = linkTo(`search/${fragmentOf(words)}`, "search-again", said);
  link.dataset.words = words;
  return link;
};

/**
 * Before anything is typed, and where nothing is found.
 * @param {Answer} answer
 */
export const whereToStart = ({ words, first }) => [
  element("p", "search-result__meta", words.first),
  element("ul", "search-first", ...first.map(({ at, title }) => element("li", "", linkTo(at, "", title)))),
];

/** @param {Answer} answer */
export const resultsOf = (answer) => [...inSpanish(answer), ...(answer.urgent.length ? urgentFirst(answer) : foundFor(answer))];

/**
 * For somebody who types in Spanish: whom to call, and that the guide is in English.
 * @param {Answer} answer
 */
const inSpanish = ({ isSpanish, urgent, words, helpInSpanish }) => {
  if (!isSpanish) return [];
  const lines = [element("p", "", words.in_english)];
  if (urgent.length) lines.unshift(element("p", "search-urgent__title", element("strong", "", ...inlined(helpInSpanish))));
  const said = element("div", urgent.length ? "search-language search-urgent" : "search-language", ...lines);
  said.lang = "es";
  return [said];
};

/** @param {Answer} answer */
const foundFor = (answer) => {
  const { words, results, text } = answer;
  const corrected = correctionOf(answer);
  const meta = element("p", "search-result__meta", countOf(answer));
  if (corrected) {
    const typed = text.trim();
    meta.prepend(fill(words.corrected, { words: corrected }), " ", searchFor(`"${typed}"`, fill(words.as_typed, { words: typed })), " ");
  }
  return [meta, ...listOf(results.map((result) => resultItem(result, words))), ...(results.length ? [] : nothingFound(answer))];
};

/**
 * Urgent advice stands above everything; below it what the guide says of safety, then one line that opens the rest.
 * @param {Answer} answer
 */
const urgentFirst = ({ urgent, words, results }) => {
  const safety = results.filter(({ at }) => at.startsWith("safety/"));
  const others = results.filter((result) => !safety.includes(result));
  const items = (/** @type {Result[]} */ found) => found.map((result) => resultItem(result, words));
  const list = listOf([...urgent.map((each) => urgentItem(each, words)), ...items(safety)]);
  if (!others.length) return list;
  const line = others.length === 1 ? words.one_other : fill(words.others, { count: others.length });
  return [...list, element("details", "search-others", element("summary", "", line), ...listOf(items(others)))];
};

/** @param {HTMLElement[]} items */
const listOf = (items) => (items.length ? [element("ol", "search-result__list", ...items)] : []);

/**
 * @param {Result} result
 * @param {Record<string, string>} words
 */
const resultItem = ({ at, page, note, section, excerpt, whole, more }, words) => {
  const link = linkTo(at, "search-result__link", element("span", "search-result__page", page));
  if (section) link.append(element("span", "search-result__section", section));
  const item = element("li", "search-result__item", link);
  if (note) item.append(element("p", "search-result__note", note));
  const runs = excerpt.map(([text, wanted]) => (wanted ? element("mark", "", text) : text));
  if (runs.length) item.append(element("p", whole ? "search-result__whole" : "search-result__excerpt", ...runs));
  if (more.length) {
    const links = more.map((other) => element("li", "", linkTo(other.at, "search-result__more", other.title)));
    const list = element("ul", "search-result__sections", ...links);
    list.setAttribute("aria-label", words.more);
    item.append(list);
  }
  return item;
};

/**
 * Runs of text; one with an address is a number to call or text, a place to visit, or a place in the guide.
 * @param {Run[]} runs
 */
const inlined = (runs) =>
  runs.map(([text, href]) => {
    if (!href) return text;
    if (!/^[a-z]+:/.test(href)) return linkTo(href, "", text);
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
const nothingFound = (answer) => {
  const { words, call, near } = answer;
  return [element(
    "div",
    "search-nothing",
    ...(near.length ? [element("p", "", words.near), element("ul", "", ...near.map((word) => element("li", "", searchFor(word, word))))] : []),
    // Above the list of pages: nobody who looks for help should have to scroll to it.
    element("p", "", linkTo("safety/#self-harm", "", words.talk)),
    element("p", "", linkTo("safety/#get-help", "", words.worried)),
    ...call.map((line) => element("p", "", ...inlined(line))),
    element("p", "", words.try),
    element("ul", "", element("li", "", words.try_spelling), element("li", "", words.try_fewer)),
    ...whereToStart(answer),
    element("p", "", words.all_pages),
    element("ul", "", ...sections().map(({ href, textContent }) => element("li", "", linkTo(href, "", textContent)))),
  )];
};
