// A QR code, drawn in the browser: what it says leaves the device only on paper.

import { correction, generate } from "../vendor/lean-qr.js";

/**
 * As much of lean-qr as is used here; the file itself has no types.
 * @typedef {[red: number, green: number, blue: number, alpha: number]} Color
 * @typedef {{toCanvas(canvas: HTMLCanvasElement, look: {on: Color, off: Color, pad: number}): void}} Code
 */
const encode = /** @type {(text: string, options: {minCorrectionLevel: number}) => Code} */ (/** @type {unknown} */ (generate));

/**
 * Draw `text` as a code into a canvas, with the quiet zone that readers need; tell whether a code can hold it.
 * @param {HTMLCanvasElement} canvas
 * @param {string} text
 */
export function draw(canvas, text) {
  /** @type {Code} */
  let code;
  try {
    code = encode(text, { minCorrectionLevel: correction.L });
  } catch {
    return false; // more than the largest code holds
  }
  code.toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: 4 });
  return true;
}
