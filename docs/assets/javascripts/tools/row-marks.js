import { copyOf } from "../shared/dom.js";
import { Tool } from "./element.js";
import { answers } from "./store.js";

// Marks, for every choice alike, the places that speak of what matters to the reader. It never picks one.
class RowMarks extends Tool {
  render() {
    for (const label of document.querySelectorAll("[data-row]")) this.mark(label, this.rows().has(label.dataset.row));
  }

  rows() {
    const chosen = answers.value.matters.map((id) => document.querySelector(`[data-rows][data-id="${id}"]`));
    return new Set(chosen.flatMap((item) => item?.dataset.rows.split(" ") ?? []));
  }

  mark(label, wanted) {
    label.querySelector(".mark-words")?.remove();
    if (wanted) label.append(copyOf(this, "mark"));
    for (const part of partsOf(label)) part.classList.toggle("marked", wanted);
  }
}

/** What a label stands for: its column, its line of a list, or itself. */
const partsOf = (label) => {
  const cell = label.closest("th");
  if (!cell) return [label.closest("li") ?? label.parentElement];
  return [...cell.closest("table").rows].map(({ cells }) => cells[cell.cellIndex]);
};

customElements.define("row-marks", RowMarks);
