import { find, findAll, show } from "../common/dom.js";
import { Tool } from "./element.js";
import { answers } from "./store.js";

// Shows the rules of one country and opens them, or names all countries.
class CountryChoice extends Tool {
  /** @type {HTMLSelectElement} */
  select;
  /** The country whose rules were opened last. */
  opened = "";

  prepare() {
    this.select = find(this, "select", HTMLSelectElement);
    this.select.addEventListener("change", () => answers.change((all) => (all.country = this.select.value)));
    addEventListener("hashchange", () => {
      this.render(); // a link to another country shows it
      document.querySelector(".country :target")?.scrollIntoView();
    });
  }

  render() {
    const { country } = answers.value;
    this.select.value = country;
    if (this.select.selectedIndex < 0) this.select.value = ""; // a country that is not listed here
    for (const section of findAll(document, ".country")) {
      const asked = section.querySelector(":target");
      const chosen = section.dataset.id === this.select.value;
      show(section, asked || !this.select.value || chosen);
      if (chosen && this.opened !== country) find(section, "details", HTMLDetailsElement).open = true;
    }
    this.opened = country; // what the reader closes again stays closed
  }
}

customElements.define("country-choice", CountryChoice);
