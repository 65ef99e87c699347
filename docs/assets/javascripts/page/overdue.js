// Tells readers at the top of a page that its text is overdue for a check. The build never reads the
// clock, so the browser compares the days: both are written like 2026-03-14.

import { data, find, findAll } from "../shared/dom.js";

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0"))
  .join("-");

for (const notice of findAll(document, ".overdue")) {
  if (today > data(notice, "due")) {
    find(document, "article h1").after(notice);
    notice.hidden = false;
  }
}
