// A QR code, drawn in the browser: what it says leaves the device only on paper.

import { correction, generate } from "../vendor/lean-qr.js";

/** Draw `text` as a code into a canvas, with the quiet zone that readers need. */
export function draw(canvas, text) {
  generate(text, { minCorrectionLevel: correction.L }).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: 4 });
}
