import { copyOf, show } from "../shared/dom.js";
import { fill } from "../shared/words.js";
import { Tool, say, withId } from "./element.js";
import { answers } from "./store.js";

// Repeats what the page prints for each condition that is ticked. It adds nothing and concludes nothing.
class AskFirstCheck extends Tool {
  prepare() {
    this.conditions = [...document.querySelectorAll(".condition")].map((section) => {
      const [heading, ...advice] = section.children;
      return { id: heading.id, situation: heading.textContent.trim(), level: section.dataset.level, heading, advice };
    });
    const choices = this.conditions.map(({ id, situation }) => {
      const choice = copyOf(this, "choice");
      choice.querySelector("input").value = id;
      choice.querySelector("span").textContent = situation;
      return choice;
    });
    this.querySelector(".choices").replaceChildren(...choices);
    this.addEventListener("change", ({ target }) => this.tick(target));
  }

  tick({ value, checked }) {
    answers.change((all) => (all.conditions = withId(all.conditions, value, checked)));
    const name = this.conditions.find(({ id }) => id === value).situation;
    say(fill(checked ? this.dataset.added : this.dataset.removed, { name }));
  }

  render() {
    const { conditions } = answers.value;
    for (const input of this.querySelectorAll(".choices input")) input.checked = conditions.includes(input.value);
    const ticked = this.conditions.filter(({ id }) => conditions.includes(id));
    for (const each of this.conditions) each.heading.classList.toggle("ticked", ticked.includes(each)); // for paper
    this.querySelector(".advised").replaceChildren(...ticked.map((condition) => this.repeat(condition)));
    show(this.querySelector('[data-name="nothing"]'), !ticked.length);
  }

  repeat({ situation, level, advice }) {
    const block = copyOf(this, "advice");
    block.querySelector("h4").textContent = situation;
    block.querySelector(".level").textContent = level;
    block.append(...advice.map((part) => part.cloneNode(true)));
    return block;
  }
}

customElements.define("ask-first-check", AskFirstCheck);
