import { copyOf, data, find, findAll, show } from "../common/dom.js";
import { fill } from "../common/words.js";
import { Tool, say, withId } from "./element.js";
import { answers } from "./store.js";

/** @typedef {{id: string, situation: string, level: string, heading: Element, advice: Element[]}} Condition */

// Repeats what the page prints for each condition that is ticked. It adds nothing and concludes nothing.
class AskFirstCheck extends Tool {
  prepare() {
    /** @type {Condition[]} */
    this.conditions = findAll(document, ".condition").map((section) => {
      const [heading, ...advice] = section.children;
      return { id: heading.id, situation: heading.textContent.trim(), level: data(section, "level"), heading, advice };
    });
    const choices = this.conditions.map(({ id, situation }) => {
      const choice = copyOf(this, "choice");
      find(choice, "input", HTMLInputElement).value = id;
      find(choice, "span").textContent = situation;
      return choice;
    });
    find(this, ".choices").replaceChildren(...choices);
    this.addEventListener("change", ({ target }) => this.tick(/** @type {HTMLInputElement} */ (target)));
  }

  /** @param {HTMLInputElement} input */
  tick({ value, checked }) {
    answers.change((all) => (all.conditions = withId(all.conditions, value, checked)));
    const name = this.conditions.find(({ id }) => id === value)?.situation ?? "";
    say(fill(data(this, checked ? "added" : "removed"), { name }));
  }

  render() {
    const { conditions } = answers.value;
    for (const input of findAll(this, ".choices input", HTMLInputElement)) input.checked = conditions.includes(input.value);
    const ticked = this.conditions.filter(({ id }) => conditions.includes(id));
    for (const each of this.conditions) each.heading.classList.toggle("ticked", ticked.includes(each)); // for paper
    find(this, ".advised").replaceChildren(...ticked.map((condition) => this.repeat(condition)));
    show(find(this, '[data-name="nothing"]'), !ticked.length);
  }

  /** @param {Condition} condition */
  repeat({ situation, level, advice }) {
    const block = copyOf(this, "advice");
    find(block, "h4").textContent = situation;
    find(block, ".level").textContent = level;
    block.append(...advice.map((part) => part.cloneNode(true)));
    return block;
  }
}

customElements.define("ask-first-check", AskFirstCheck);
