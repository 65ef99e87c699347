// Copy buttons. Without this file, or where the browser lets no page copy, they stay hidden: the text can be selected.

import { copyText } from "../common/clipboard.js";
import { byId, data, findAll } from "../common/dom.js";

const status = byId("copied");

if (navigator.clipboard) {
  for (const button of findAll(document, "[data-copy]", HTMLButtonElement)) {
    const label = button.textContent;
    const text = byId(data(button, "copy"));
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (await copyText(text.textContent)) {
        button.textContent = data(button, "copied");
        status.textContent = `${button.textContent}: ${text.textContent}`;
      } else {
        getSelection()?.selectAllChildren(text); // the browser said no: one key is left to press
      }
    });
    button.addEventListener("blur", () => {
      button.textContent = label;
      status.textContent = "";
    });
  }
}
