import { copyOf, data, findAll } from "../common/dom.js";
import { Tool } from "./element.js";
import { answers } from "./store.js";

// Marks, for every choice alike, the places that speak of what matters to the reader. It never picks one.
class RowMarks extends Tool {
  render() {
    for (const label of findAll(document, "[data-row]")) this.mark(label, this.rows().has(data(label, "row")));
  }

  rows() {
    const chosen = answers.value.matters.flatMap((id) => findAll(document, `[data-rows][data-id="${id}"]`));
    return new Set(chosen.flatMap((item) => data(item, "rows").split(" ")));
  }

  /**
   * @param {HTMLElement} label
   * @param {boolean} wanted
   */
  mark(label, wanted) {
    label.querySelector(".mark-words")?.remove();
    if (wanted) label.append(copyOf(this, "mark"));
    for (const part of partsOf(label)) part.classList.toggle("marked", wanted);
  }
}

/**
 * What a label stands for: its column, its line of a list, or itself.
 * @param {HTMLElement} label
 * @returns {Element[]}
 */
const partsOf = (label) => {
  const cell = label.closest("th");
  if (!cell) return [label.closest("li") ?? label.parentElement ?? label];
  return [...(cell.closest("table")?.rows ?? [])].map(({ cells }) => cells[cell.cellIndex]);
};

customElements.define("row-marks", RowMarks);
