// Whom to call: the number of the reader's own country alone, once the reader has named it. The country is kept in this
// browser, and nothing else with it. Without a script all numbers are there.

import { byId, data, find, findAll, show } from "../common/dom.js";

const line = find(document, ".help-line");
const button = find(line, ".help-line__change");
const select = byId("help-country", HTMLSelectElement);
const KEPT = "help-country";

/** @param {string} country */
function showOnly(country) {
  for (const numbers of findAll(line, "[data-country]")) show(numbers, data(numbers, "country") === country);
  select.value = country;
}

const isOpen = () => button.getAttribute("aria-expanded") === "true";

/** @param {boolean} open */
function openChoice(open) {
  show(select, open);
  button.setAttribute("aria-expanded", String(open));
  (open ? select : button).focus();
}

button.addEventListener("click", () => openChoice(!isOpen()));
select.addEventListener("keydown", (event) => {
  if (event.key === "Escape") openChoice(false);
});
select.addEventListener("change", () => {
  showOnly(select.value);
  guideStorage.set(KEPT, select.value);
});

const kept = guideStorage.get(KEPT);
if ([...select.options].some((option) => option.value === kept)) showOnly(String(kept));
