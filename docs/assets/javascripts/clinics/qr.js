// A QR code, drawn in the browser: what it says leaves the device only on paper.

import { correction, generate } from "../vendor/lean-qr.js";

/** Draw `text` as a code into a canvas, with the quiet zone that readers need; tell whether a code can hold it. */
export function draw(canvas, text) {
  let code;
  try {
    code = generate(text, { minCorrectionLevel: correction.L });
  } catch {
    return false; // more than the largest code holds
  }
  code.toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: 4 });
  return true;
}
