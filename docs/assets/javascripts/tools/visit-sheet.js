import { withFragment } from "../common/address.js";
import { copyText } from "../common/clipboard.js";
import { copyOf, data, find, findAll, setValue, show } from "../common/dom.js";
import { money } from "../common/money.js";
import { printAs } from "../common/print.js";
import { fill } from "../common/words.js";
import { Tool, say } from "./element.js";
import { MOST, answers } from "./store.js";

/** @import { Estimate, Therapist } from "./store.js" */
/** @typedef {keyof typeof FIELDS} FieldName */

const FIELDS = { goal: "lines", sessions: "line", lookBack: "day", stop: "lines" };

const NAMES = /** @type {FieldName[]} */ (Object.keys(FIELDS));

// Fills the printed sheet with what the reader chose. What nobody has chosen from stays a form for a pen.
class VisitSheet extends Tool {
  shown = 0;
  /** @type {HTMLElement} */
  sheet;
  /** @type {HTMLElement} */
  which;

  prepare() {
    this.sheet = find(document, ".sheet");
    this.sheet.classList.add("sheet--live");
    for (const name of NAMES) {
      this.addField(name, FIELDS[name], (value) => answers.change((all) => (all[name] = value)));
    }
    this.addField("therapist", "line", (value) => answers.change((all) => (all.therapists[this.shown].name = value)));
    this.which = copyOf(this, "which");
    this.which.addEventListener("change", ({ target }) => {
      this.shown = /** @type {HTMLSelectElement} */ (target).selectedIndex;
      this.render();
    });
    this.field("therapist").prepend(this.which);
    this.on("print", () => print());
    this.on("print-large", () => printAs("print-large"));
    this.on("copy-text", () => this.copy(this.output("text")));
    this.on("copy-link", () => this.copy(this.output("link")));
  }

  /** @param {string} name */
  field(name) {
    return find(this.sheet, `[data-field="${name}"]`);
  }

  /**
   * What can be copied.
   * @param {"text" | "link"} name
   */
  output(name) {
    return find(this, `[name="${name}"]`, HTMLTextAreaElement);
  }

  /**
   * @param {string} name
   * @param {string} kind
   * @param {(value: string) => void} set
   */
  addField(name, kind, set) {
    const label = copyOf(this, kind);
    const input = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (label.lastElementChild);
    /** @type {Record<string, number>} */
    const most = { ...MOST, therapist: MOST.name };
    if (most[name]) input.maxLength = most[name];
    input.addEventListener("input", () => set(input.value));
    find(label, "span").textContent = find(this.field(name), ".field__label").textContent;
    this.field(name).append(label);
  }

  /**
   * @param {string} name
   * @param {() => void} act
   */
  on(name, act) {
    find(this, `button[name="${name}"]`).addEventListener("click", act);
  }

  /** @param {HTMLTextAreaElement} field */
  async copy(field) {
    const copied = await copyText(field.value);
    if (!copied) field.select();
    say(data(this, copied ? "copied" : "byHand"));
  }

  // --- showing the answers -------------------------------------------------------------------------------

  render() {
    const { therapists, ...rest } = answers.value;
    this.shown = Math.min(this.shown, therapists.length - 1);
    const all = { ...rest, ...therapists[this.shown] };
    this.showWhich(therapists);
    this.showField("therapist", all.name, all.name);
    for (const name of NAMES) this.showField(name, all[name], name === "lookBack" ? day(all[name]) : all[name]);
    find(this.field("estimate"), ".field__answer").textContent = this.estimate(all.estimate);
    const listed = /** @type {Record<string, string[]>} */ (/** @type {unknown} */ (all));
    for (const list of this.lists(".chosen")) showChosen(list, listed[data(list, "list")]);
    for (const list of this.lists(".checks")) this.showChecks(list, listed[data(list, "list")]);
    this.showBefore();
    show(find(this, '[data-name="unknown"]'), this.hasUnknown(listed));
    this.output("text").value = this.text();
    this.output("link").value = withFragment(location.href, answers.fragment);
  }

  /** @param {Estimate} estimate */
  estimate({ country, visits, each, total }) {
    const found = this.querySelector(`template[data-country="${country}"]`);
    if (!(found instanceof HTMLElement) || visits === undefined || each === undefined || total === undefined) return "";
    const its = { locale: data(found, "locale"), currency: data(found, "currency"), sign: data(found, "sign") };
    const amount = (/** @type {number} */ value) => money(value, its);
    return fill(data(this, "estimate"), { visits, each: amount(each), total: amount(total) });
  }

  /** @param {string} selector */
  lists(selector) {
    return findAll(this.sheet, selector);
  }

  /** @param {Therapist[]} therapists */
  showWhich(therapists) {
    const select = find(this.which, "select", HTMLSelectElement);
    select.replaceChildren(...therapists.map(({ name }, index) => new Option(name || String(index + 1), String(index))));
    select.selectedIndex = this.shown;
    show(this.which, therapists.length > 1);
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {string} words
   */
  showField(name, value, words) {
    const field = this.field(name);
    setValue(/** @type {HTMLInputElement | HTMLTextAreaElement} */ (find(field, ":is(input, textarea)")), value);
    find(field, ".field__answer").textContent = words;
  }

  /**
   * @param {HTMLElement} list
   * @param {string[]} ids
   */
  showChecks(list, ids) {
    for (const item of findAll(list, ":scope > [data-id]")) {
      const box = find(item, ".box");
      const done = ids.includes(data(item, "id"));
      item.classList.toggle("ticked", done);
      item.querySelector(".done")?.remove();
      if (done) box.after(copyOf(this, data(list, "list")));
    }
  }

  /** What was checked before the visit needs no place on a blank form. */
  showBefore() {
    const list = find(this.sheet, '.chosen[data-list="checked"]');
    show(list.closest("section") ?? list, list.matches(".chosen--some"));
  }

  /**
   * Whether an answer names something that this guide no longer has: better said than passed over.
   * @param {Record<string, string[]>} all
   */
  hasUnknown(all) {
    const known = this.lists("[data-list] > li").map(({ dataset, parentElement }) => `${parentElement?.dataset.list} ${dataset.id}`);
    const names = new Set(this.lists("[data-list]").map((list) => data(list, "list")));
    return [...names].some((name) => all[name].some((id) => !known.includes(`${name} ${id}`)));
  }

  // --- as plain text -------------------------------------------------------------------------------------

  text() {
    const lines = this.lists("h2, .care-card p, .field, li").filter((node) => !node.closest("[hidden]")).map(lineOf);
    const [title, dates] = ["h1", ".dates"].map((selector) => words(find(document, selector)));
    return [title, ...lines, "", dates, withFragment(location.href, "")].join("\n");
  }
}

/**
 * Only what is chosen, with all it says; with nothing chosen, all there is to choose.
 * @param {HTMLElement} list
 * @param {string[]} ids
 */
const showChosen = (list, ids) => {
  const isChosen = (/** @type {HTMLElement} */ item) => ids.includes(data(item, "id"));
  const items = findAll(list, ":scope > *");
  const some = items.some(isChosen);
  list.classList.toggle("chosen--some", some);
  for (const item of items) show(item, !some || isChosen(item));
};

/** @param {string} value */
const day = (value) =>
  value && new Date(`${value}T00:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });

/** @param {Element} node */
const words = (node) => {
  const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
  for (const part of copy.querySelectorAll(".cites, .done")) part.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};

/**
 * @param {HTMLElement} node
 * @returns {string}
 */
const lineOf = (node) => {
  if (node.matches("h2")) return `\n${words(node).toUpperCase()}`;
  if (node.matches("p")) return words(node);
  if (node.matches(".field")) return findAll(node, ".field__label, .field__answer").map(words).join(": ");
  if (node.closest(".chosen--some")) return `- ${words(node)}`;
  if (node.closest(".chosen, .checks")) {
    return `${node.matches(".ticked") ? "[x]" : "[ ]"} ${words(find(node, ".says"))}`;
  }
  return `- ${words(node)}`;
};

customElements.define("visit-sheet", VisitSheet);
