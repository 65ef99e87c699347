import { copyOf, data, find, findAll } from "../common/dom.js";
import { Tool, withId } from "./element.js";
import { answers } from "./store.js";

// Puts a real checkbox in the place of each drawn square of a list.
class TickList extends Tool {
  /** @type {"matters" | "questions"} */
  of;
  /** @type {HTMLElement} */
  list;

  prepare() {
    this.of = this.dataset.of === "questions" ? "questions" : "matters";
    this.list = find(document, `[data-list="${this.dataset.of}"]`);
    for (const item of findAll(this.list, ":scope > [data-id]")) {
      const choice = copyOf(this, "choice");
      find(choice, "input", HTMLInputElement).value = data(item, "id");
      find(item, ".tickbox").replaceWith(choice);
      const says = find(item, ".says");
      choice.append(says.textContent); // without links: a click on a label ticks its box
      says.remove();
    }
    this.list.addEventListener("change", ({ target }) => {
      const { value, checked } = /** @type {HTMLInputElement} */ (target);
      answers.change((all) => (all[this.of] = withId(all[this.of], value, checked)));
    });
  }

  render() {
    const ids = answers.value[this.of];
    for (const input of findAll(this.list, "input", HTMLInputElement)) input.checked = ids.includes(input.value);
  }
}

customElements.define("tick-list", TickList);
