// Copy buttons. Without this file, or where the browser lets no page copy, they stay hidden: the text can be selected.

import { copyText } from "../shared/clipboard.js";

const status = document.getElementById("copied");

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    const text = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (await copyText(text.textContent)) {
        button.textContent = button.dataset.copied;
        status.textContent = `${button.dataset.copied}: ${text.textContent}`;
      } else {
        getSelection().selectAllChildren(text); // the browser said no: one key is left to press
      }
    });
    button.addEventListener("blur", () => {
      button.textContent = label;
      status.textContent = "";
    });
  }
}
