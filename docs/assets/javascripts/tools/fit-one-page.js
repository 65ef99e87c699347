// Finds the largest type with which a page fits on one sheet of paper, by laying it out as if it were printed.

import { find } from "../common/dom.js";

// What both A4 and Letter have room for, less the margins that visit-sheet.css sets: 9 mm and 10 mm.
const WIDTH = 210 - 2 * 10;
const HEIGHT = 279 - 2 * 9;
const LARGEST = 11;
const SMALLEST = 8; // what a reader with glasses on can still read
const STEP = 0.125;

const MILLIMETER = 96 / 25.4; // in CSS pixels

/**
 * Set the type of an element so that the whole page fits on one sheet. If nothing that can be read fits, the element
 * becomes brief: its styles leave out what the reader finds elsewhere. What is still too much runs on to a second sheet.
 * @param {HTMLElement} element
 */
export const fitOnPaper = (element) => {
  const restore = layOutForPrint();
  for (const brief of [false, true]) {
    element.classList.toggle("sheet--brief", brief);
    if (fits(element)) break;
  }
  restore();
};

/** @param {HTMLElement} element */
const fits = (element) => {
  for (let type = LARGEST; type >= SMALLEST; type -= STEP) {
    element.style.fontSize = `${type}pt`;
    if (pageHeight() <= HEIGHT * MILLIMETER) return true;
  }
  return false;
};

const pageHeight = () => find(document, "main").getBoundingClientRect().bottom - document.body.getBoundingClientRect().top;

/** Apply the rules for print to the screen, at the width of the paper. Gives the way back. */
const layOutForPrint = () => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const media = rules.flatMap((rule) => (rule instanceof CSSMediaRule ? [{ list: rule.media, text: rule.media.mediaText }] : []));
  for (const { list, text } of media) {
    if (text === "print") list.mediaText = "all";
    if (text === "screen") list.mediaText = "not all";
  }
  document.body.style.width = `${WIDTH}mm`;
  return () => {
    for (const { list, text } of media) list.mediaText = text;
    document.body.style.width = "";
  };
};
