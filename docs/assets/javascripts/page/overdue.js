// Tells readers at the top of a page that its text is overdue for a check, and takes advice out once the
// grace is over. The build never reads the clock, so the browser compares the days, all written like
// 2026-03-14. Cards, conditions and help lines carry no such day: they are never taken out.

import { data, find, findAll } from "../common/dom.js";

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

for (const advice of findAll(document, "[data-until]")) {
  if (today >= data(advice, "until")) {
    advice.hidden = true;
    const notice = advice.nextElementSibling;
    if (notice instanceof HTMLElement) notice.hidden = false;
  }
}
