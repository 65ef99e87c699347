// The header by keyboard: the menu button, the choice of colors, and the search box.

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

// --- colors: see palette.js ----------------------------------------------------------------------

const colors = document.querySelector(".colors");
const showColors = () => colors.setAttribute("aria-pressed", guideColors.dark);

colors.addEventListener("click", () => {
  const dark = colors.getAttribute("aria-pressed") !== "true";
  guideColors.apply(dark);
  colors.setAttribute("aria-pressed", dark);
  __md_set("__palette", dark ? "dark" : "light");
});
guideColors.system.addEventListener("change", showColors);
showColors();

// --- search --------------------------------------------------------------------------------------

const search = document.querySelector(".md-search");
const searchIsOpen = document.querySelector("[data-md-toggle=search]");

// Material closes the search on Tab, before the reader can reach a result.
search.addEventListener("keydown", (event) => {
  if (event.key === "Tab") event.stopPropagation();
});
search.addEventListener("focusout", (event) => {
  if (searchIsOpen.checked && event.relatedTarget && !search.contains(event.relatedTarget)) searchIsOpen.click();
});

// Results come with tabindex -1.
new MutationObserver(() => {
  for (const element of search.querySelectorAll("[tabindex='-1']")) element.removeAttribute("tabindex");
}).observe(search, { childList: true, subtree: true });

document.addEventListener("click", (event) => {
  if (searchIsOpen.checked && !search.contains(event.target) && event.target !== searchIsOpen) searchIsOpen.click();
});

// Material opens search and turns pages on single letters. People who speak to their computer would
// set these off by chance (WCAG 2.1.4).
document.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !search.contains(event.target)) event.stopPropagation();
});
