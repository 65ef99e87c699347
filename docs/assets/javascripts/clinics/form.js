// The form with which a clinic makes a link of its own. Nothing is sent or kept: the link holds it all.

import { byId, data, find, findAll } from "../common/dom.js";
import { draw } from "./qr.js";
import { fault, presets, write } from "./link-state.js";

/** @import { TextField } from "./link-state.js" */

const form = byId("clinic-form", HTMLFormElement);
const result = byId("clinic-result");
const link = byId("clinic-link");

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Field
 * @param {TextField | "cost"} name
 */
const field = (name) => /** @type {Field} */ (find(form, `[name=${name}]`));

/**
 * Show what is wrong beside a field, or take that away; tell whether something is.
 * @param {Field} input
 * @param {string | null} kind
 */
function tell(input, kind) {
  const place = byId(`${input.id}-fault`);
  input.toggleAttribute("aria-invalid", Boolean(kind));
  if (kind) input.setAttribute("aria-invalid", "true");
  place.textContent = kind ? data(form, kind) : "";
  place.hidden = !kind;
  return Boolean(kind);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [name, phone, note, cost] = [field("name"), field("phone"), field("note"), field("cost")];
  const texts = /** @type {const} */ (["name", "phone", "note"]);
  const wrong = texts.filter((text) => tell(field(text), fault(text, field(text).value))).map(field);
  const start = presets(cost.value);
  if (tell(cost, cost.value.trim() && !start ? "cost" : null)) wrong.push(cost);
  result.hidden = wrong.length > 0;
  if (wrong.length) {
    wrong[0].focus();
    return;
  }
  const pages = findAll(form, "[name=page]", HTMLInputElement).filter((box) => box.checked).map((box) => box.value);
  const address = data(form, "sheet") + write({ name: name.value, phone: phone.value, note: note.value, pages, cost: start });
  link.textContent = address;
  byId("clinic-open", HTMLAnchorElement).href = address;
  const code = byId("clinic-code", HTMLCanvasElement);
  code.hidden = !draw(code, address);
  result.focus();
});
form.hidden = false;
