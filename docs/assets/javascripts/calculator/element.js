// <massage-cost-calculator>: asks, checks, and shows what a course of massage costs. Its form, its words and its data
// stand in the page; nothing typed leaves it. After each answer it fires "cost-estimate", which bubbles, with
// {state, inputs, cost, fragment}: see link-state.js for the state, and model.js for the rest.

import { copyText } from "../common/clipboard.js";
import { byId, element, find, findAll } from "../common/dom.js";
import { number } from "../common/money.js";
import { printAs } from "../common/print.js";
import { fill } from "../common/words.js";
import { fieldOf, fillForm, inputsOf, readForm, showQuestions, startState } from "./form.js";
import { readFragment, writeFragment } from "./link-state.js";
import { copyWithoutIds, showResult } from "./result.js";

/** @import { CalculatorData, State } from "./link-state.js" */
/** @typedef {{name: string, message: string}} FieldError */

const NAME = "massage-cost-calculator";

class MassageCostCalculator extends HTMLElement {
  /** @type {CalculatorData} */
  #data;
  /** @type {HTMLFormElement} */
  #form;
  #fragment = "";

  connectedCallback() {
    if (this.#form) return;
    this.#data = JSON.parse(find(this, "script", HTMLScriptElement).text);
    this.append(find(this, "template", HTMLTemplateElement).content.cloneNode(true));
    this.#form = find(this, "form", HTMLFormElement);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#form.addEventListener("change", ({ target }) => this.#change(/** @type {HTMLInputElement} */ (target).name));
    this.#on("copy", () => this.#copy());
    this.#on("print", () => this.#print());
    this.#on("again", () => this.#again());
    find(this.#form, ".calculator__summary").addEventListener("click", (event) => this.#goToField(event));
    addEventListener("popstate", () => this.#restore());
    this.#fill(startState(this.#data));
    this.#restore();
  }

  /** Prints the answer with its working, and nothing else of the page. */
  #print() {
    const working = find(this, ".calculator__working", HTMLDetailsElement);
    const opened = working.open;
    working.open = true;
    printAs("print-answer", () => {
      working.open = opened;
    });
  }

  /**
   * @param {string} action
   * @param {() => void} listener
   */
  #on(action, listener) {
    find(this, `[data-action="${action}"]`).addEventListener("click", listener);
  }

  // --- asking --------------------------------------------------------------------------------------------

  /** @param {State} state */
  #fill(state) {
    fillForm(this.#form, state, this.#data);
    this.#change();
  }

  /** @param {string} [name] */
  #change(name) {
    const choice = this.#country();
    const country = this.#data.countries[choice.value];
    if (name === "country" && this.#hasUsualPrice()) fieldOf(this.#form, "price").value = number(country.price, "money", country);
    for (const each of findAll(this, "[data-sign]")) each.textContent = country.sign;
    for (const each of findAll(this, "[data-country]")) each.hidden = each.dataset.country !== choice.value;
    showQuestions(this.#form);
    this.#showRules(choice);
  }

  #country() {
    return find(this.#form, "[name=country]", HTMLSelectElement);
  }

  // Whether the price is still the usual one of a country: then it follows the choice of country.
  #hasUsualPrice() {
    const typed = fieldOf(this.#form, "price").value.trim();
    return !typed || Object.values(this.#data.countries).some((each) => number(each.price, "money", each) === typed);
  }

  /**
   * The rules of the country stand on the page for everybody; here they are shown again, beside the questions.
   * @param {HTMLSelectElement} country
   */
  #showRules(country) {
    const rules = find(this, ".calculator__rules");
    const heading = document.getElementById(`rules-${country.value}`);
    rules.hidden = !heading;
    if (!heading) return;
    find(rules, "[data-country-name]").textContent = country.selectedOptions[0].text;
    const copies = [];
    const layer = /** @type {HTMLElement} */ (heading.closest("details"));
    for (const part of findAll(layer, ":scope > :not(summary)")) {
      copies.push(part.tagName === "H4" ? subtitle(part.firstChild?.textContent ?? "") : copyWithoutIds(part));
    }
    find(rules, "div").replaceChildren(...copies);
    for (const mark of findAll(rules, ".cites")) mark.remove(); // they stand where the rules are
  }

  // --- answering -----------------------------------------------------------------------------------------

  #submit() {
    const { state, errors } = readForm(this.#form, this.#data);
    this.#showErrors(errors);
    this.#notice([]);
    if (errors.length) {
      this.#hideResult();
      find(this, ".calculator__summary").focus();
      return;
    }
    this.#show(state);
    if (this.#fragment !== location.hash) history.pushState(null, "", this.#fragment);
    find(this, ".calculator__answer").scrollIntoView({ block: "start" });
  }

  /** @param {State} state */
  #show(state) {
    const inputs = inputsOf(state, this.#data);
    find(this, ".calculator__result").hidden = false;
    find(this, "[data-link]").hidden = true;
    find(this, "[data-copied]").textContent = "";
    const cost = showResult(this, state, inputs, this.#data);
    this.#fragment = writeFragment(state, this.#data, this.#isFirst() ? null : this.id);
    const detail = { state, inputs, cost, fragment: this.#fragment };
    this.dispatchEvent(new CustomEvent("cost-estimate", { bubbles: true, detail }));
  }

  #hideResult() {
    find(this, ".calculator__answer").replaceChildren();
    find(this, ".calculator__result").hidden = true;
  }

  /** @param {FieldError[]} errors */
  #showErrors(errors) {
    const { words } = this.#data;
    const messages = new Map(errors.map(({ name, message }) => [name, message]));
    for (const name of Object.keys(this.#data.limits)) {
      const field = this.#field(name);
      const place = byId(`${field.id}-error`);
      place.textContent = messages.get(name) ?? "";
      place.hidden = !messages.has(name);
      if (messages.has(name)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    const summary = find(this, ".calculator__summary");
    summary.hidden = !errors.length;
    find(summary, "ul").replaceChildren(...errors.map(({ name, message }) => this.#linkTo(name, message)));
    const more = find(this, ".calculator__more", HTMLDetailsElement);
    if (more.querySelector("[aria-invalid]")) more.open = true;
    const prefix = `${words.error} `;
    const title = document.title.replace(prefix, "");
    document.title = document.querySelector(`${NAME} [aria-invalid]`) ? prefix + title : title;
  }

  /**
   * The field of an amount.
   * @param {string} name
   */
  #field(name) {
    return find(this.#form, `[name="${name}"]`);
  }

  /**
   * @param {string} name
   * @param {string} message
   */
  #linkTo(name, message) {
    const link = element("a", "", message);
    link.href = `#${this.#field(name).id}`;
    return element("li", "", link);
  }

  /**
   * The address stays as it is: an anchor in it would push out the state of the calculator.
   * @param {Event} event
   */
  #goToField(event) {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const field = byId(link.hash.slice(1));
    field.focus();
    field.scrollIntoView({ block: "center" });
  }

  // --- the address ---------------------------------------------------------------------------------------

  #isFirst() {
    return document.querySelector(NAME) === this;
  }

  #restore() {
    const found = readFragment(location.hash, this.#data);
    const isMine = found && (found.target ? found.target === this.id : this.#isFirst());
    if (!isMine) {
      if (!location.hash && this.#fragment) this.#reset();
      return;
    }
    const country = found.state.country ?? this.#data.start.country;
    const start = { ...startState(this.#data), country, price: this.#data.countries[country].price };
    this.#fill({ ...start, ...found.state });
    this.#notice(found.ignored);
    this.#showErrors([]);
    const { state, errors } = readForm(this.#form, this.#data);
    if (errors.length) this.#hideResult(); // the link leaves something to be filled in
    else this.#show(state);
  }

  /** @param {string[]} ignored */
  #notice(ignored) {
    const { words } = this.#data;
    const notice = find(this, ".calculator__notice");
    notice.hidden = !ignored.length;
    const names = ignored.map((name) => words.names[name]).join(", ");
    notice.textContent = ignored.length ? fill(words.ignored, { names }) : "";
  }

  #reset() {
    this.#fragment = "";
    this.#fill(startState(this.#data));
    this.#showErrors([]);
    this.#notice([]);
    this.#hideResult();
  }

  #again() {
    this.#reset();
    if (readFragment(location.hash, this.#data)) history.pushState(null, "", location.pathname);
    this.#country().focus();
  }

  async #copy() {
    const address = new URL(this.#fragment, location.href).href;
    if (await copyText(address)) {
      find(this, "[data-copied]").textContent = this.#data.words.copied;
      return;
    }
    const field = find(this, "[data-link] input", HTMLInputElement);
    find(this, "[data-link]").hidden = false;
    field.value = address;
    field.select();
  }
}

/** @param {string} text */
const subtitle = (text) => element("p", "calculator__rules-part", text);

customElements.define(NAME, MassageCostCalculator);
