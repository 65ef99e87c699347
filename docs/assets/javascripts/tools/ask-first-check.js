import { copyOf, data, find, findAll } from "../common/dom.js";
import { fill } from "../common/words.js";
import { Tool, say, withId } from "./element.js";
import { answers } from "./store.js";

// Boxes to tick in the printed list of conditions, each beside its advice. It adds nothing and concludes nothing.
class AskFirstCheck extends Tool {
  /** @type {{box: HTMLInputElement, condition: Element}[]} */
  boxes = [];

  prepare() {
    this.boxes = findAll(document, ".condition").map((condition) => this.addBox(condition));
  }

  /**
   * The heading of a condition becomes the label of a box. Paper keeps the square that is drawn there.
   * @param {Element} condition
   */
  addBox(condition) {
    const heading = find(condition, ":first-child");
    const drawn = find(heading, ".tickbox");
    const name = heading.textContent.trim();
    const choice = copyOf(this, "choice");
    const box = find(choice, "input", HTMLInputElement);
    box.value = heading.id;
    find(choice, "span").textContent = name;
    drawn.classList.add("paper-only");
    heading.replaceChildren(drawn, choice);
    box.addEventListener("change", () => {
      answers.change((all) => (all.conditions = withId(all.conditions, box.value, box.checked)));
      say(fill(data(this, box.checked ? "added" : "removed"), { name }));
    });
    return { box, condition };
  }

  render() {
    const { conditions } = answers.value;
    for (const { box, condition } of this.boxes) {
      box.checked = conditions.includes(box.value);
      condition.classList.toggle("ticked", box.checked);
    }
  }
}

customElements.define("ask-first-check", AskFirstCheck);
