// What the tools share. A tool is a custom element that holds no words of its own: they stand in its HTML,
// which is hidden until the tool is there to work it.
import { answers } from "./store.js";

/** Words with their {braces} filled in. */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** A copy of what an element's <template> of this name holds. */
export const copyOf = (element, name) =>
  element.querySelector(`template[data-name="${name}"]`).content.firstElementChild.cloneNode(true);

/** Show an element, or hide it. */
export const show = (element, wanted) => element.toggleAttribute("hidden", !wanted);

/** Set a field's value; setting the same one again would move the cursor. */
export const setValue = (field, value) => {
  if (field.value !== value) field.value = value;
};

/** The list with this id in it, or without it. */
export const withId = (ids, id, wanted) => (wanted ? [...new Set([...ids, id])] : ids.filter((each) => each !== id));

/** Have a screen reader say this, without moving the focus. */
export const say = (words) => {
  announcer.textContent = "";
  requestAnimationFrame(() => (announcer.textContent = words));
};

const announcer = document.createElement("p");
announcer.setAttribute("role", "status");
announcer.className = "visually-hidden";
document.querySelector("main").append(announcer);

/** A custom element that shows answers and lets the reader change them. */
export class Tool extends HTMLElement {
  connectedCallback() {
    this.prepare?.();
    this.render();
    show(this.parentElement, true);
    answers.addEventListener("change", () => this.render());
  }
}
