// The header by keyboard: the menu button and the choice of colors. The search box is search/load.js.

import { byId, find } from "../common/dom.js";

const menuButton = find(document, ".menu-button");
const menu = byId("menu");

/** @param {boolean} open */
const openMenu = (open) => menuButton.setAttribute("aria-expanded", String(open));
const menuIsOpen = () => menuButton.getAttribute("aria-expanded") === "true";

menuButton.addEventListener("click", () => openMenu(!menuIsOpen()));
for (const element of [menuButton, menu]) {
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menuIsOpen()) return;
    openMenu(false);
    menuButton.focus();
  });
}

// --- colors: see boot.js ----------------------------------------------------------------------

const colors = find(document, ".colors");
const showColors = () => colors.setAttribute("aria-pressed", String(guideColors.dark));

colors.addEventListener("click", () => {
  const dark = colors.getAttribute("aria-pressed") !== "true";
  guideColors.choose(dark);
  colors.setAttribute("aria-pressed", String(dark));
});
guideColors.system.addEventListener("change", showColors);
showColors();
