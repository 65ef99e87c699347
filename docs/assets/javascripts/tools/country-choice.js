import { show } from "../shared/dom.js";
import { Tool } from "./element.js";
import { answers } from "./store.js";

// Shows the rules of one country, or of all.
class CountryChoice extends Tool {
  prepare() {
    this.select = this.querySelector("select");
    this.select.addEventListener("change", ({ target }) => answers.change((all) => (all.country = target.value)));
    show(document.querySelector(".country-links"), false);
  }

  render() {
    const { country } = answers.value;
    this.select.value = country;
    if (this.select.selectedIndex < 0) this.select.value = ""; // a country that is not listed here
    for (const section of document.querySelectorAll(".country")) {
      const asked = section.querySelector(":target");
      show(section, asked || !this.select.value || section.dataset.id === country);
    }
  }
}

customElements.define("country-choice", CountryChoice);
