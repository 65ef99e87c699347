// The form with which a clinic makes a link of its own. Nothing is sent or kept: the link holds it all.

import { draw } from "./qr.js";
import { fault, presets, write } from "./link-state.js";

const form = document.getElementById("clinic-form");
const result = document.getElementById("clinic-result");
const link = document.getElementById("clinic-link");

/** Show what is wrong beside a field, or take that away; tell whether something is. */
function tell(input, kind) {
  const place = document.getElementById(`${input.id}-fault`);
  input.toggleAttribute("aria-invalid", Boolean(kind));
  if (kind) input.setAttribute("aria-invalid", "true");
  place.textContent = kind ? form.dataset[kind] : "";
  place.hidden = !kind;
  return Boolean(kind);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name, phone, note, cost } = form.elements;
  const wrong = [name, phone, note].filter((input) => tell(input, fault(input.name, input.value)));
  const start = presets(cost.value);
  if (tell(cost, cost.value.trim() && !start ? "cost" : null)) wrong.push(cost);
  result.hidden = wrong.length > 0;
  if (wrong.length) {
    wrong[0].focus();
    return;
  }
  const pages = [...form.elements.page].filter((box) => box.checked).map((box) => box.value);
  const address = form.dataset.sheet + write({ name: name.value, phone: phone.value, note: note.value, pages, cost: start });
  link.textContent = address;
  document.getElementById("clinic-open").href = address;
  const code = document.getElementById("clinic-code");
  code.hidden = !draw(code, address);
  result.focus();
});
form.hidden = false;
