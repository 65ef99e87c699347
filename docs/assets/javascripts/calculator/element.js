// <massage-cost-calculator>: asks, checks, and shows what a course of massage costs. Its form, its words and its data
// stand in the page; nothing typed leaves it. After each answer it fires "cost-estimate", which bubbles, with
// {state, inputs, cost, fragment}: see link-state.js for the state, and model.js for the rest.

import { fillForm, inputsOf, readForm, showQuestions, startState } from "./form.js";
import { copyText } from "../shared/clipboard.js";
import { element } from "../shared/dom.js";
import { number } from "../shared/money.js";
import { fill } from "../shared/words.js";
import { readFragment, writeFragment } from "./link-state.js";
import { copyWithoutIds, showResult } from "./result.js";

const NAME = "massage-cost-calculator";

class MassageCostCalculator extends HTMLElement {
  #data;
  #form;
  #fragment = "";

  connectedCallback() {
    if (this.#form) return;
    this.#data = JSON.parse(this.querySelector("script").textContent);
    this.append(this.querySelector("template").content.cloneNode(true));
    this.#form = this.querySelector("form");
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#form.addEventListener("change", (event) => this.#change(event.target.name));
    this.#on("copy", () => this.#copy());
    this.#on("print", () => print());
    this.#on("again", () => this.#again());
    this.#form.querySelector(".calculator__summary").addEventListener("click", (event) => this.#goToField(event));
    addEventListener("popstate", () => this.#restore());
    this.#fill(startState(this.#data));
    this.#restore();
  }

  #on(action, listener) {
    this.querySelector(`[data-action="${action}"]`).addEventListener("click", listener);
  }

  // --- asking --------------------------------------------------------------------------------------------

  #fill(state) {
    fillForm(this.#form, state, this.#data);
    this.#change();
  }

  #change(name) {
    const { country, price } = this.#form.elements;
    const { countries } = this.#data;
    if (name === "country" && this.#hasUsualPrice()) {
      price.value = number(countries[country.value].price, "money", countries[country.value]);
    }
    this.querySelectorAll("[data-sign]").forEach((each) => (each.textContent = countries[country.value].sign));
    this.querySelectorAll("[data-country]").forEach((each) => (each.hidden = each.dataset.country !== country.value));
    showQuestions(this.#form);
    this.#showRules(country);
  }

  // Whether the price is still the usual one of a country: then it follows the choice of country.
  #hasUsualPrice() {
    const typed = this.#form.elements.price.value.trim();
    return !typed || Object.values(this.#data.countries).some((each) => number(each.price, "money", each) === typed);
  }

  // The rules of the country stand on the page for everybody; here they are shown again, beside the questions.
  #showRules(country) {
    const rules = this.querySelector(".calculator__rules");
    const heading = document.getElementById(`rules-${country.value}`);
    rules.hidden = !heading;
    if (!heading) return;
    rules.querySelector("[data-country-name]").textContent = country.selectedOptions[0].text;
    const copies = [];
    for (let next = heading.nextElementSibling; next && !/^H[123]$/.test(next.tagName); next = next.nextElementSibling) {
      copies.push(next.tagName === "H4" ? subtitle(next.firstChild.textContent) : copyWithoutIds(next));
    }
    rules.querySelector("div").replaceChildren(...copies);
  }

  // --- answering -----------------------------------------------------------------------------------------

  #submit() {
    const { state, errors } = readForm(this.#form, this.#data);
    this.#showErrors(errors);
    this.#notice([]);
    if (errors.length) {
      this.#hideResult();
      this.querySelector(".calculator__summary").focus();
      return;
    }
    this.#show(state);
    if (this.#fragment !== location.hash) history.pushState(null, "", this.#fragment);
    this.querySelector(".calculator__answer").scrollIntoView({ block: "start" });
  }

  #show(state) {
    const inputs = inputsOf(state, this.#data);
    this.querySelector(".calculator__result").hidden = false;
    this.querySelector("[data-link]").hidden = true;
    this.querySelector("[data-copied]").textContent = "";
    const cost = showResult(this, state, inputs, this.#data);
    this.#fragment = writeFragment(state, this.#data, this.#isFirst() ? null : this.id);
    const detail = { state, inputs, cost, fragment: this.#fragment };
    this.dispatchEvent(new CustomEvent("cost-estimate", { bubbles: true, detail }));
  }

  #hideResult() {
    this.querySelector(".calculator__answer").replaceChildren();
    this.querySelector(".calculator__result").hidden = true;
  }

  #showErrors(errors) {
    const { words } = this.#data;
    const messages = new Map(errors.map(({ name, message }) => [name, message]));
    for (const name of Object.keys(this.#data.limits)) {
      const field = this.#form.elements[name];
      const place = document.getElementById(`${field.id}-error`);
      place.textContent = messages.get(name) ?? "";
      place.hidden = !messages.has(name);
      if (messages.has(name)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    const summary = this.querySelector(".calculator__summary");
    summary.hidden = !errors.length;
    summary.querySelector("ul").replaceChildren(...errors.map(({ name, message }) => this.#linkTo(name, message)));
    const more = this.querySelector(".calculator__more");
    if (more.querySelector("[aria-invalid]")) more.open = true;
    const prefix = `${words.error} `;
    const title = document.title.replace(prefix, "");
    document.title = document.querySelector(`${NAME} [aria-invalid]`) ? prefix + title : title;
  }

  #linkTo(name, message) {
    const link = element("a", "", message);
    link.href = `#${this.#form.elements[name].id}`;
    return element("li", "", link);
  }

  // The address stays as it is: an anchor in it would push out the state of the calculator.
  #goToField(event) {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const field = document.getElementById(link.hash.slice(1));
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

  #notice(ignored) {
    const { words } = this.#data;
    const notice = this.querySelector(".calculator__notice");
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
    this.#form.elements.country.focus();
  }

  async #copy() {
    const address = new URL(this.#fragment, location.href).href;
    if (await copyText(address)) {
      this.querySelector("[data-copied]").textContent = this.#data.words.copied;
      return;
    }
    const field = this.querySelector("[data-link] input");
    this.querySelector("[data-link]").hidden = false;
    field.value = address;
    field.select();
  }
}

const subtitle = (text) => element("p", "calculator__rules-part", text);

customElements.define(NAME, MassageCostCalculator);
