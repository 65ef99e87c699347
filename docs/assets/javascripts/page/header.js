// The header by keyboard: the menu button and the choice of colors. The search box is search/load.js.

const menuButton = document.querySelector(".menu-button");
const menu = document.getElementById("menu");

const openMenu = (open) => menuButton.setAttribute("aria-expanded", open);
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

const colors = document.querySelector(".colors");
const showColors = () => colors.setAttribute("aria-pressed", guideColors.dark);

colors.addEventListener("click", () => {
  const dark = colors.getAttribute("aria-pressed") !== "true";
  guideColors.choose(dark);
  colors.setAttribute("aria-pressed", dark);
});
guideColors.system.addEventListener("change", showColors);
showColors();
