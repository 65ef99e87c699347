// The page that a clinic's own link opens: its words in a box of their own, and the pages that it chose.

import { withFragment } from "../shared/address.js";
import { draw } from "./qr.js";
import { read, write } from "./link-state.js";

const box = document.getElementById("from-clinic");
const items = [...document.querySelectorAll("[data-page]")];

function show() {
  const added = read(location.hash, items.map((item) => item.dataset.page));
  const texts = { name: added.name, phone: added.phone, note: added.note };
  for (const [field, text] of Object.entries(texts)) {
    const place = box.querySelector(`[data-field=${field}]`);
    place.textContent = text;
    place.hidden = !text;
  }
  box.hidden = !Object.values(texts).some(Boolean);
  for (const item of items) item.hidden = added.pages.length > 0 && !added.pages.includes(item.dataset.page);
  const cost = items.find((item) => item.dataset.page === "cost")?.querySelector("a");
  // Only where it changes, and still without a host.
  if (cost && cost.hash.slice(1) !== added.cost) cost.href = withFragment(cost.getAttribute("href"), added.cost && `#${added.cost}`);
  const own = document.getElementById("sheet-code");
  const fragment = write(added);  // without what was not allowed
  own.hidden = fragment === "#" || !draw(own.querySelector("canvas"), withFragment(location.href, fragment));
}

addEventListener("hashchange", show);
const print = document.getElementById("sheet-print");
print.hidden = false;
print.addEventListener("click", () => window.print());
show();
