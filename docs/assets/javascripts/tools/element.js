// What the tools share. A tool is a custom element that holds no words of its own: they stand in its HTML,
// which is hidden until the tool is there to work it.
import { element, find, show } from "../common/dom.js";
import { answers } from "./store.js";

/**
 * The list with this id in it, or without it.
 * @param {string[]} ids
 * @param {string} id
 * @param {boolean} wanted
 */
export const withId = (ids, id, wanted) => (wanted ? [...new Set([...ids, id])] : ids.filter((each) => each !== id));

/**
 * Have a screen reader say this, without moving the focus.
 * @param {string} words
 */
export const say = (words) => {
  announcer.textContent = "";
  requestAnimationFrame(() => (announcer.textContent = words));
};

const announcer = element("p", "visually-hidden");
announcer.setAttribute("role", "status");
find(document, "main").append(announcer);

/** A custom element that shows answers and lets the reader change them. */
export class Tool extends HTMLElement {
  /** Once, before anything is shown. */
  prepare() {}

  /** Show the answers as they are. */
  render() {}

  connectedCallback() {
    this.prepare();
    this.render();
    show(/** @type {HTMLElement} */ (this.parentElement), true);
    answers.addEventListener("change", () => this.render());
  }
}
