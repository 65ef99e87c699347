import { withFragment } from "../shared/address.js";
import { copyText } from "../shared/clipboard.js";
import { copyOf, setValue, show } from "../shared/dom.js";
import { money } from "../shared/money.js";
import { fill } from "../shared/words.js";
import { Tool, say } from "./element.js";
import { fitOnPaper } from "./fit-one-page.js";
import { MOST, answers } from "./store.js";

const FIELDS = { goal: "lines", sessions: "line", lookBack: "day", stop: "lines" };

// Fills the printed sheet with what the reader chose. What nobody has chosen from stays a form for a pen.
class VisitSheet extends Tool {
  shown = 0;

  prepare() {
    this.sheet = document.querySelector(".sheet");
    this.sheet.classList.add("sheet--live");
    for (const [name, kind] of Object.entries(FIELDS)) {
      this.addField(name, kind, (value) => answers.change((all) => (all[name] = value)));
    }
    this.addField("therapist", "line", (value) => answers.change((all) => (all.therapists[this.shown].name = value)));
    this.which = copyOf(this, "which");
    this.which.addEventListener("change", ({ target }) => {
      this.shown = target.selectedIndex;
      this.render();
    });
    this.field("therapist").prepend(this.which);
    const [text, link] = ["text", "link"].map((name) => this.querySelector(`[name="${name}"]`));
    this.on("print", () => print());
    addEventListener("beforeprint", () => fitOnPaper(this.sheet));
    this.on("copy-text", () => this.copy(text));
    this.on("copy-link", () => this.copy(link));
  }

  field(name) {
    return this.sheet.querySelector(`[data-field="${name}"]`);
  }

  addField(name, kind, set) {
    const label = copyOf(this, kind);
    const input = label.lastElementChild;
    const max = MOST[name === "therapist" ? "name" : name];
    if (max) input.maxLength = max;
    input.addEventListener("input", () => set(input.value));
    label.querySelector("span").textContent = this.field(name).querySelector(".field__label").textContent;
    this.field(name).append(label);
  }

  on(name, act) {
    this.querySelector(`button[name="${name}"]`).addEventListener("click", act);
  }

  async copy(field) {
    const copied = await copyText(field.value);
    if (!copied) field.select();
    say(copied ? this.dataset.copied : this.dataset.byHand);
  }

  // --- showing the answers -------------------------------------------------------------------------------

  render() {
    const { therapists, ...rest } = answers.value;
    this.shown = Math.min(this.shown, therapists.length - 1);
    const all = { ...rest, ...therapists[this.shown] };
    this.showWhich(therapists);
    this.showField("therapist", all.name, all.name);
    for (const name of Object.keys(FIELDS)) this.showField(name, all[name], name === "lookBack" ? day(all[name]) : all[name]);
    this.field("estimate").querySelector(".field__answer").textContent = this.estimate(all.estimate);
    for (const list of this.lists(".chosen")) showChosen(list, all[list.dataset.list]);
    for (const list of this.lists(".checks")) this.showChecks(list, all[list.dataset.list]);
    this.showBefore();
    show(this.querySelector('[data-name="unknown"]'), this.hasUnknown(all));
    this.querySelector('[name="text"]').value = this.text();
    this.querySelector('[name="link"]').value = withFragment(location.href, answers.fragment);
  }

  estimate({ country, visits, each, total }) {
    const found = this.querySelector(`[data-country="${country}"]`);
    if (!found) return "";
    const amount = (value) => money(value, found.dataset);
    return fill(this.dataset.estimate, { visits, each: amount(each), total: amount(total) });
  }

  lists(selector) {
    return [...this.sheet.querySelectorAll(selector)];
  }

  showWhich(therapists) {
    const select = this.which.lastElementChild;
    select.replaceChildren(...therapists.map(({ name }, index) => new Option(name || index + 1, index)));
    select.selectedIndex = this.shown;
    show(this.which, therapists.length > 1);
  }

  showField(name, value, words) {
    const field = this.field(name);
    setValue(field.querySelector(":is(input, textarea)"), value);
    field.querySelector(".field__answer").textContent = words;
  }

  showChecks(list, ids) {
    for (const item of list.children) {
      const box = item.querySelector(".box");
      const done = ids.includes(item.dataset.id);
      item.classList.toggle("ticked", done);
      item.querySelector(".done")?.remove();
      if (done) box.after(copyOf(this, list.dataset.list));
    }
  }

  /** What was checked before the visit needs no place on a blank form. */
  showBefore() {
    const list = this.sheet.querySelector('.chosen[data-list="checked"]');
    show(list.closest("section"), list.matches(".chosen--some"));
  }

  /** Whether an answer names something that this guide no longer has: better said than passed over. */
  hasUnknown(all) {
    const known = this.lists("[data-list] > li").map(({ dataset, parentElement }) => `${parentElement.dataset.list} ${dataset.id}`);
    const names = new Set(this.lists("[data-list]").map(({ dataset }) => dataset.list));
    return [...names].some((name) => all[name].some((id) => !known.includes(`${name} ${id}`)));
  }

  // --- as plain text -------------------------------------------------------------------------------------

  text() {
    const lines = this.lists("h2, .field, li").filter((node) => !node.closest("[hidden]")).map(lineOf);
    const [title, dates] = ["h1", ".dates"].map((selector) => words(document.querySelector(selector)));
    return [title, ...lines, "", dates, withFragment(location.href, "")].join("\n");
  }
}

/** Only what is chosen, with all it says; with nothing chosen, all there is to choose. */
const showChosen = (list, ids) => {
  const isChosen = (item) => ids.includes(item.dataset.id);
  const items = [...list.children];
  const some = items.some(isChosen);
  list.classList.toggle("chosen--some", some);
  for (const item of items) show(item, !some || isChosen(item));
};

const day = (value) =>
  value && new Date(`${value}T00:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });

const words = (node) => {
  const copy = node.cloneNode(true);
  for (const part of copy.querySelectorAll(".cites, .done")) part.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};

const lineOf = (node) => {
  if (node.matches("h2")) return `\n${words(node).toUpperCase()}`;
  if (node.matches(".field")) return [...node.querySelectorAll(".field__label, .field__answer")].map(words).join(": ");
  if (node.closest(".chosen--some")) return `- ${words(node)}`;
  if (node.closest(".chosen, .checks")) {
    return `${node.matches(".ticked") ? "[x]" : "[ ]"} ${words(node.querySelector(".says"))}`;
  }
  return `- ${words(node)}`;
};

customElements.define("visit-sheet", VisitSheet);
