// Applies the reader's choice of colors before anything is painted. Without a choice the reader's
// system decides, and that needs no script: dark.css names the system's wish as its condition.
window.guideColors = {
  sheet: document.getElementById("dark"),
  system: matchMedia("(prefers-color-scheme: dark)"),
  choice() {
    try {
      return __md_get("__palette");
    } catch {
      return null; // storage is refused
    }
  },
  get dark() {
    return this.choice() ? this.choice() === "dark" : this.system.matches;
  },
  apply(dark) {
    this.sheet.media = dark ? "screen and (forced-colors: none)" : "not all";
  },
};
if (guideColors.choice()) guideColors.apply(guideColors.dark);
