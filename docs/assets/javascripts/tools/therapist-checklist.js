import { copyOf, element, setValue, show } from "../shared/dom.js";
import { fill } from "../shared/words.js";
import { Tool, withId } from "./element.js";
import { MOST, answers, newTherapist } from "./store.js";

// Gives each point of the page a checkbox and a note for each therapist, and each sign a checkbox. It counts
// what is checked; it weighs nothing. A wide screen shows all therapists, a phone the one that is chosen.
class TherapistChecklist extends Tool {
  shown = 0;

  prepare() {
    this.items = [...this.itemsOf(".checkpoints", "checked"), ...this.itemsOf(".walk-away", "signs")];
    this.querySelector('[name="add"]').addEventListener("click", () => this.add());
  }

  itemsOf(selector, list) {
    return [...document.querySelectorAll(`${selector} > li`)].map((item) => {
      const marks = copyOf(this, "marks");
      item.querySelector(".tickbox").remove();
      item.firstElementChild.after(marks);
      return { id: item.dataset.id, list, item, marks, says: item.querySelector("strong, .says").textContent };
    });
  }

  add() {
    answers.change((all) => all.therapists.push(newTherapist()));
    this.shown = answers.value.therapists.length - 1;
    this.render();
    this.querySelector(".therapist:last-child input").focus();
  }

  takeOut(index) {
    const { name, checked, signs, notes } = answers.value.therapists[index];
    const noted = name || checked.length || signs.length || Object.keys(notes).length;
    if (noted && !confirm(fill(this.dataset.sure, { name: this.nameOf(index) }))) return;
    answers.change((all) => all.therapists.splice(index, 1));
    this.querySelector('[name="add"]').focus();
  }

  nameOf(index) {
    return answers.value.therapists[index].name.trim() || fill(this.dataset.unnamed, { number: index + 1 });
  }

  // --- building: once for each number of therapists ------------------------------------------------------

  build(count) {
    this.built = count;
    const each = [...Array(count).keys()];
    this.querySelector(".therapists").replaceChildren(...each.map((index) => this.therapist(index)));
    for (const item of this.items) item.marks.replaceChildren(...each.map((index) => this.mark(item, index)));
    for (const old of document.querySelectorAll(".switch")) old.remove();
    if (count > 1) {
      const lists = document.querySelectorAll(".checkpoints, .walk-away");
      lists.forEach((list, place) => list.before(this.switch(each, place)));
    }
  }

  therapist(index) {
    const card = copyOf(this, "therapist");
    const input = card.querySelector("input");
    input.maxLength = MOST.name;
    input.addEventListener("input", () => answers.change((all) => (all.therapists[index].name = input.value)));
    card.querySelector("label span").textContent = fill(this.dataset.unnamed, { number: index + 1 });
    card.querySelector("button").addEventListener("click", () => this.takeOut(index));
    return card;
  }

  mark({ id, list }, index) {
    const mark = copyOf(this, "mark");
    mark.querySelector("input").addEventListener("change", ({ target }) =>
      answers.change(({ therapists: { [index]: one } }) => (one[list] = withId(one[list], id, target.checked))),
    );
    if (list === "checked") mark.append(this.note(id, index));
    return mark;
  }

  note(id, index) {
    const note = copyOf(this, "note");
    const text = note.querySelector("textarea");
    text.maxLength = MOST.note;
    text.addEventListener("input", () => answers.change((all) => (all.therapists[index].notes[id] = text.value)));
    note.open = Boolean(noteOf(answers.value.therapists[index], id));
    return note;
  }

  switch(each, place) {
    const fieldset = copyOf(this, "switch");
    for (const index of each) {
      const side = copyOf(this, "side");
      const input = side.querySelector("input");
      Object.assign(input, { name: `therapist-${place}`, value: index });
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
    for (const input of document.querySelectorAll(".switch input")) {
      input.checked = Number(input.value) === this.shown;
      input.nextElementSibling.textContent = this.nameOf(Number(input.value));
    }
    show(this.querySelector('[name="add"]'), therapists.length < MOST.therapists);
  }

  showTherapist({ name, checked, signs }, index) {
    const card = this.querySelector(".therapists").children[index];
    const points = this.items.filter(({ id, list }) => list === "checked" && checked.includes(id));
    const total = this.items.filter(({ list }) => list === "checked").length;
    const seen = this.items.filter(({ id, list }) => list === "signs" && signs.includes(id));
    card.setAttribute("aria-label", this.nameOf(index));
    setValue(card.querySelector("input"), name);
    card.querySelector(".therapist__count").textContent = fill(this.dataset.count, { checked: points.length, total });
    card.querySelector("strong").textContent = fill(this.dataset.seen, { count: seen.length });
    card.querySelector("ul").replaceChildren(...seen.map(({ says }) => element("li", "", says)));
    show(card.querySelector(".therapist__seen"), seen.length);
    card.querySelector("button").textContent = fill(this.dataset.takeOut, { name: this.nameOf(index) });
    show(card.querySelector("button"), this.built > 1);
  }

  showItem({ id, list, item, marks, says }, therapists) {
    therapists.forEach((therapist, index) => {
      const mark = marks.children[index];
      const input = mark.querySelector("input");
      const words = this.labelOf(list, index);
      mark.classList.toggle("mark--shown", index === this.shown);
      input.checked = therapist[list].includes(id);
      input.setAttribute("aria-label", `${words}: ${says}`);
      input.nextElementSibling.textContent = words;
      const note = mark.querySelector("textarea");
      if (note) {
        setValue(note, noteOf(therapist, id));
        note.setAttribute("aria-label", fill(this.dataset.note, { name: this.nameOf(index), point: says }));
      }
    });
    if (list === "signs") this.showLeave(item, therapists.filter(({ signs }) => signs.includes(id)), therapists);
  }

  labelOf(list, index) {
    const { checked, checkedOf, saw, sawOf } = this.dataset;
    const [one, several] = list === "checked" ? [checked, checkedOf] : [saw, sawOf];
    return this.built > 1 ? fill(several, { name: this.nameOf(index) }) : one;
  }

  showLeave(item, seen, therapists) {
    item.classList.toggle("seen", seen.length > 0);
    item.querySelector(".leave")?.remove();
    if (!seen.length) return;
    const leave = copyOf(this, "leave");
    const names = seen.map((therapist) => this.nameOf(therapists.indexOf(therapist)));
    leave.firstElementChild.textContent = fill(this.dataset.leave, { names: new Intl.ListFormat("en").format(names) });
    item.prepend(leave);
  }
}

const noteOf = ({ notes }, id) => (Object.prototype.hasOwnProperty.call(notes, id) ? notes[id] : "");

customElements.define("therapist-checklist", TherapistChecklist);
