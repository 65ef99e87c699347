import { copyOf } from "../shared/dom.js";
import { Tool, withId } from "./element.js";
import { answers } from "./store.js";

// Puts a real checkbox in the place of each drawn square of a list.
class TickList extends Tool {
  prepare() {
    this.list = document.querySelector(`[data-list="${this.dataset.of}"]`);
    for (const item of this.list.children) {
      const choice = copyOf(this, "choice");
      choice.querySelector("input").value = item.dataset.id;
      item.querySelector(".tickbox").replaceWith(choice);
      const says = item.querySelector(".says");
      choice.append(says.textContent); // without links: a click on a label ticks its box
      says.remove();
    }
    this.list.addEventListener("change", ({ target: { value, checked } }) =>
      answers.change((all) => (all[this.dataset.of] = withId(all[this.dataset.of], value, checked))),
    );
  }

  render() {
    const ids = answers.value[this.dataset.of];
    for (const input of this.list.querySelectorAll("input")) input.checked = ids.includes(input.value);
  }
}

customElements.define("tick-list", TickList);
