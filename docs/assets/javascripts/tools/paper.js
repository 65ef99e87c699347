// Finds the largest type with which a page fits on one sheet of paper, by laying it out as if it were printed.

// What both A4 and Letter have room for, less the margins that visit-sheet.css sets: 10 mm and 12 mm.
const WIDTH = 210 - 2 * 12;
const HEIGHT = 279 - 2 * 10;
const LARGEST = 10;
const SMALLEST = 5.5;
const STEP = 0.1;

const MILLIMETER = 96 / 25.4; // in CSS pixels

/** Set the type of an element so that the whole page fits on one sheet. */
export const fitOnPaper = (element) => {
  const restore = layOutForPrint();
  for (let type = LARGEST; type >= SMALLEST; type -= STEP) {
    element.style.fontSize = `${type}pt`;
    if (pageHeight() <= HEIGHT * MILLIMETER) break;
  }
  restore();
};

const pageHeight = () => document.querySelector("footer").getBoundingClientRect().bottom - document.body.getBoundingClientRect().top;

/** Apply the rules for print to the screen, at the width of the paper. Gives the way back. */
const layOutForPrint = () => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const media = rules.filter((rule) => rule instanceof CSSMediaRule).map((rule) => [rule.media, rule.media.mediaText]);
  for (const [list, text] of media) {
    if (text === "print") list.mediaText = "all";
    if (text === "screen") list.mediaText = "not all";
  }
  document.body.style.width = `${WIDTH}mm`;
  return () => {
    for (const [list, text] of media) list.mediaText = text;
    document.body.style.width = "";
  };
};
