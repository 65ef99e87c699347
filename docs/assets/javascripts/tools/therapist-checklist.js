import { copyOf, data, element, find, findAll, setValue, show } from "../common/dom.js";
import { fill } from "../common/words.js";
import { Tool, withId } from "./element.js";
import { MOST, answers, newTherapist } from "./store.js";

/** @import { Therapist } from "./store.js" */
/**
 * What is ticked: a point that a therapist passes, or a sign to leave.
 * @typedef {"checked" | "signs"} List
 */
/** @typedef {{id: string, list: List, item: HTMLElement, marks: HTMLElement, says: string}} Item */

// Gives each point of the page a checkbox and a note for each therapist, and each sign a checkbox. It counts
// what is checked; it weighs nothing. A wide screen shows all therapists, a phone the one that is chosen.
class TherapistChecklist extends Tool {
  shown = 0;
  /** For how many therapists the page is built. */
  built = 0;
  /** @type {Item[]} */
  items;

  prepare() {
    this.items = [...this.itemsOf(".checkpoints", "checked"), ...this.itemsOf(".walk-away", "signs")];
    find(this, '[name="add"]').addEventListener("click", () => this.add());
  }

  /**
   * @param {string} selector
   * @param {List} list
   * @returns {Item[]}
   */
  itemsOf(selector, list) {
    return findAll(document, `${selector} > [data-id]`).map((item) => {
      const marks = copyOf(this, "marks");
      find(item, ".tickbox").remove();
      item.firstElementChild?.after(marks);
      return { id: data(item, "id"), list, item, marks, says: find(item, "strong, .says").textContent };
    });
  }

  add() {
    answers.change((all) => all.therapists.push(newTherapist()));
    this.shown = answers.value.therapists.length - 1;
    this.render();
    find(this, ".therapist:last-child input").focus();
  }

  /** @param {number} index */
  takeOut(index) {
    const { name, checked, signs, notes } = answers.value.therapists[index];
    const noted = name || checked.length || signs.length || Object.keys(notes).length;
    if (noted && !confirm(fill(data(this, "sure"), { name: this.nameOf(index) }))) return;
    answers.change((all) => all.therapists.splice(index, 1));
    find(this, '[name="add"]').focus();
  }

  /** @param {number} index */
  nameOf(index) {
    return answers.value.therapists[index].name.trim() || fill(data(this, "unnamed"), { number: index + 1 });
  }

  // --- building: once for each number of therapists ------------------------------------------------------

  /** @param {number} count */
  build(count) {
    this.built = count;
    const each = [...Array(count).keys()];
    find(this, ".therapists").replaceChildren(...each.map((index) => this.therapist(index)));
    for (const item of this.items) item.marks.replaceChildren(...each.map((index) => this.mark(item, index)));
    for (const old of document.querySelectorAll(".switch")) old.remove();
    if (count > 1) {
      const lists = document.querySelectorAll(".checkpoints, .walk-away");
      lists.forEach((list, place) => list.before(this.switch(each, place)));
    }
  }

  /** @param {number} index */
  therapist(index) {
    const card = copyOf(this, "therapist");
    const input = find(card, "input", HTMLInputElement);
    input.maxLength = MOST.name;
    input.addEventListener("input", () => answers.change((all) => (all.therapists[index].name = input.value)));
    find(card, "label span").textContent = fill(data(this, "unnamed"), { number: index + 1 });
    find(card, "button").addEventListener("click", () => this.takeOut(index));
    return card;
  }

  /**
   * @param {Item} item
   * @param {number} index
   */
  mark({ id, list }, index) {
    const mark = copyOf(this, "mark");
    find(mark, "input", HTMLInputElement).addEventListener("change", ({ target }) =>
      answers.change(({ therapists: { [index]: one } }) => {
        one[list] = withId(one[list], id, /** @type {HTMLInputElement} */ (target).checked);
      }),
    );
    if (list === "checked") mark.append(this.note(id, index));
    return mark;
  }

  /**
   * @param {string} id
   * @param {number} index
   */
  note(id, index) {
    const note = copyOf(this, "note", HTMLDetailsElement);
    const text = find(note, "textarea", HTMLTextAreaElement);
    text.maxLength = MOST.note;
    text.addEventListener("input", () => answers.change((all) => (all.therapists[index].notes[id] = text.value)));
    note.open = Boolean(noteOf(answers.value.therapists[index], id));
    return note;
  }

  /**
   * @param {number[]} each
   * @param {number} place
   */
  switch(each, place) {
    const fieldset = copyOf(this, "switch");
    for (const index of each) {
      const side = copyOf(this, "side");
      const input = find(side, "input", HTMLInputElement);
      Object.assign(input, { name: `therapist-${place}`, value: String(index) });
      input.addEventListener("change", () => {
        this.shown = index;
        this.render();
      });
      fieldset.append(side);
    }
    return fieldset;
  }

  // --- showing the answers -------------------------------------------------------------------------------

  render() {
    const { therapists } = answers.value;
    if (this.built !== therapists.length) this.build(therapists.length);
    this.shown = Math.min(this.shown, therapists.length - 1);
    therapists.forEach((therapist, index) => this.showTherapist(therapist, index));
    for (const item of this.items) this.showItem(item, therapists);
    for (const input of findAll(document, ".switch input", HTMLInputElement)) {
      input.checked = Number(input.value) === this.shown;
      this.label(input, this.nameOf(Number(input.value)));
    }
    show(find(this, '[name="add"]'), therapists.length < MOST.therapists);
  }

  /**
   * @param {Therapist} therapist
   * @param {number} index
   */
  showTherapist({ name, checked, signs }, index) {
    const card = find(this, ".therapists").children[index];
    const points = this.items.filter(({ id, list }) => list === "checked" && checked.includes(id));
    const total = this.items.filter(({ list }) => list === "checked").length;
    const seen = this.items.filter(({ id, list }) => list === "signs" && signs.includes(id));
    card.setAttribute("aria-label", this.nameOf(index));
    setValue(find(card, "input", HTMLInputElement), name);
    find(card, ".therapist__count").textContent = fill(data(this, "count"), { checked: points.length, total });
    find(card, "strong").textContent = fill(data(this, "seen"), { count: seen.length });
    find(card, "ul").replaceChildren(...seen.map(({ says }) => element("li", "", says)));
    show(find(card, ".therapist__seen"), seen.length);
    find(card, "button").textContent = fill(data(this, "takeOut"), { name: this.nameOf(index) });
    show(find(card, "button"), this.built > 1);
  }

  /**
   * @param {Item} item
   * @param {Therapist[]} therapists
   */
  showItem({ id, list, item, marks, says }, therapists) {
    therapists.forEach((therapist, index) => {
      const mark = marks.children[index];
      const input = find(mark, "input", HTMLInputElement);
      const words = this.labelOf(list, index);
      mark.classList.toggle("mark--shown", index === this.shown);
      input.checked = therapist[list].includes(id);
      input.setAttribute("aria-label", `${words}: ${says}`);
      this.label(input, words);
      const note = mark.querySelector("textarea");
      if (note) {
        setValue(note, noteOf(therapist, id));
        note.setAttribute("aria-label", fill(data(this, "note"), { name: this.nameOf(index), point: says }));
      }
    });
    if (list === "signs") this.showLeave(item, therapists.filter(({ signs }) => signs.includes(id)), therapists);
  }

  /**
   * The words beside a checkbox.
   * @param {HTMLInputElement} input
   * @param {string} words
   */
  label(input, words) {
    if (input.nextElementSibling) input.nextElementSibling.textContent = words;
  }

  /**
   * @param {List} list
   * @param {number} index
   */
  labelOf(list, index) {
    const name = list === "checked" ? "checked" : "saw";
    return this.built > 1 ? fill(data(this, `${name}Of`), { name: this.nameOf(index) }) : data(this, name);
  }

  /**
   * @param {HTMLElement} item
   * @param {Therapist[]} seen
   * @param {Therapist[]} therapists
   */
  showLeave(item, seen, therapists) {
    item.classList.toggle("seen", seen.length > 0);
    item.querySelector(".leave")?.remove();
    if (!seen.length) return;
    const leave = copyOf(this, "leave");
    const names = seen.map((therapist) => this.nameOf(therapists.indexOf(therapist)));
    find(leave, ":scope > *").textContent = fill(data(this, "leave"), { names: new Intl.ListFormat("en").format(names) });
    item.prepend(leave);
  }
}

/**
 * @param {Therapist} therapist
 * @param {string} id
 */
const noteOf = ({ notes }, id) => (Object.prototype.hasOwnProperty.call(notes, id) ? notes[id] : "");

customElements.define("therapist-checklist", TherapistChecklist);
