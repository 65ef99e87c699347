import { withFragment } from "../common/address.js";
import { data, find, findAll, show } from "../common/dom.js";
import { Tool, say } from "./element.js";
import { answers } from "./store.js";

// Where the answers are kept, and the way to forget them. It also has the links between the tools carry
// the answers, as long as the device does not keep them. What readers must know first stands at the top of the page.
class KeptAnswers extends Tool {
  /** What readers must know before they go on. */
  notices = find(this, ".answer-notices");

  /** What is seen and heard when all is forgotten. */
  forgotten = find(this, '[data-name="forgotten"]');

  prepare() {
    find(document, "article h1").after(this.notices);
    this.addEventListener("change", ({ target }) => answers.keep(/** @type {HTMLInputElement} */ (target).checked));
    find(this, '[name="forget"]').addEventListener("click", () => {
      if (!answers.empty && !confirm(data(this, "sure"))) return;
      answers.forget();
      show(this.forgotten, true);
      say(this.forgotten.textContent);
    });
  }

  render() {
    find(this, '[name="keep"]', HTMLInputElement).checked = answers.kept;
    for (const notice of findAll(this.notices, "[data-trouble]")) {
      show(notice, notice.dataset.trouble === answers.trouble);
    }
    show(this.forgotten, !this.forgotten.hidden && answers.empty);
    show(find(this.notices, '[data-name="beside"]'), answers.besideKept);
    show(find(this, '[data-name="carried"]'), !answers.kept && !answers.empty);
    for (const link of carriers()) {
      link.dataset.section ??= link.hash;
      const fragment = (!answers.kept && answers.fragment) || link.dataset.section;
      link.setAttribute("href", withFragment(link.getAttribute("href") ?? "", fragment));
    }
  }
}

/** The links to pages with tools, those of the menu too. One that leads to a place on such a page stays as it is. */
const carriers = () => {
  const links = [...document.links];
  const pages = new Set(links.filter((link) => link.matches(".carries")).map(({ origin, pathname }) => origin + pathname));
  const plain = (/** @type {HTMLAnchorElement | HTMLAreaElement} */ { hash, dataset }) => !hash || dataset.section === "";
  return links.filter((link) => link.matches(".carries") || (plain(link) && pages.has(link.origin + link.pathname)));
};

customElements.define("kept-answers", KeptAnswers);
