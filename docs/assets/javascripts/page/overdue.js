// Tells readers at the top of a page that its text is overdue for a check. The build never reads the
// clock, so the browser compares the days: both are written like 2026-03-14.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0"))
  .join("-");

for (const notice of document.querySelectorAll(".overdue")) {
  if (today > notice.dataset.due) {
    document.querySelector("article h1").after(notice);
    notice.hidden = false;
  }
}
