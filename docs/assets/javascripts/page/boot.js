// The one script that a page waits for: what must be settled before the first paint, and what the header shares with it.
// From a file: an inline script would need an exception in the Content-Security-Policy.

document.documentElement.classList.replace("no-js", "js");

// Layers (details.layer) stand open in the page, for readers without scripts and for paper. Each is closed as it arrives,
// before it is painted, so that nothing jumps. layers.js opens what a link or a printer asks for.
const guideLayers = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node instanceof HTMLDetailsElement && node.classList.contains("layer")) node.open = false;
    }
  }
});
guideLayers.observe(document, { childList: true, subtree: true });
addEventListener("DOMContentLoaded", () => guideLayers.disconnect());

// What is kept in the reader's browser, by the address of the site's root: sites on one host do not mix.
const guideStorage = {
  root: new URL("../../..", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname,
  /**
   * What is kept under a name; null if nothing is, or storage is refused.
   * @param {string} key
   * @returns {unknown}
   */
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(`${this.root}.${key}`) ?? "null");
    } catch {
      return null;
    }
  },
  /**
   * Where storage is full or refused, the choice is for this page only.
   * @param {string} key
   * @param {unknown} value
   */
  set(key, value) {
    try {
      localStorage.setItem(`${this.root}.${key}`, JSON.stringify(value));
    } catch {
      // see above
    }
  },
};

// The reader's choice of colors. Without one the reader's system decides, and that needs no script: dark.css names the
// system's wish as its condition.
const guideColors = {
  sheet: /** @type {HTMLLinkElement} */ (document.getElementById("dark")),
  system: matchMedia("(prefers-color-scheme: dark)"),
  get choice() {
    return guideStorage.get("__palette");
  },
  get dark() {
    return this.choice ? this.choice === "dark" : this.system.matches;
  },
  /** @param {boolean} dark */
  apply(dark) {
    this.sheet.media = dark ? "screen and (forced-colors: none)" : "not all";
  },
  /** @param {boolean} dark */
  choose(dark) {
    this.apply(dark);
    guideStorage.set("__palette", dark ? "dark" : "light");
  },
};
if (guideColors.choice) guideColors.apply(guideColors.dark);
