// The page that a clinic's own link opens: its words in a box of their own, and the pages that it chose.

import { withFragment } from "../common/address.js";
import { byId, data, find, findAll } from "../common/dom.js";
import { draw } from "./qr.js";
import { read, write } from "./link-state.js";

const box = byId("from-clinic");
const items = findAll(document, "[data-page]");
/** @param {HTMLElement} item */
const pageOf = (item) => data(item, "page");

function show() {
  const added = read(location.hash, items.map(pageOf));
  const texts = { name: added.name, phone: added.phone, note: added.note };
  for (const [field, text] of Object.entries(texts)) {
    const place = find(box, `[data-field=${field}]`);
    place.textContent = text;
    place.hidden = !text;
  }
  box.hidden = !Object.values(texts).some(Boolean);
  for (const item of items) item.hidden = added.pages.length > 0 && !added.pages.includes(pageOf(item));
  const cost = items.find((item) => pageOf(item) === "cost")?.querySelector("a");
  // Only where it changes, and still without a host.
  if (cost && cost.hash.slice(1) !== added.cost) cost.href = withFragment(cost.getAttribute("href") ?? "", added.cost && `#${added.cost}`);
  const own = byId("sheet-code");
  const fragment = write(added);  // without what was not allowed
  own.hidden = fragment === "#" || !draw(find(own, "canvas", HTMLCanvasElement), withFragment(location.href, fragment));
}

addEventListener("hashchange", show);
const print = byId("sheet-print");
print.hidden = false;
print.addEventListener("click", () => window.print());
show();
