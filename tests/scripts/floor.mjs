// Says what in scripts is past the oldest browsers that the guide promises. Reads {name: source} on standard input and
// writes [[name, line, what]]. Run by test_floor.py.

import { readFileSync } from "node:fs";
import { parse } from "acorn";

const CLASSIC = new Set(["embed-host.js", "page/boot.js"]);

// Newer than Safari 15.0 or Chrome 90. What only `tsc` can tell apart is left to it: lib in tsconfig.json is ES2021.
const CALLS = new Set([
  "at", "canParse", "checkVisibility", "findLast", "findLastIndex", "fromAsync", "groupBy", "hasOwn", "isWellFormed",
  "randomUUID", "replaceSync", "showModal", "showPicker", "togglePopover", "toReversed", "toSorted", "toSpliced",
  "toWellFormed", "withResolvers",
]);
const PROPERTIES = new Set(["adoptedStyleSheets", "inert", "popover"]);
const GLOBALS = new Set(["BroadcastChannel", "requestIdleCallback", "scheduler", "structuredClone"]);
const SELECTORS = /:has\(|:focus-visible|:modal|:popover-open|::details-content/;
const LOOKBEHIND = /\(\?<[=!]/;

const isUnknown = (node, parent) => {
  switch (node.type) {
    case "StaticBlock":
      return "static { }";
    case "BinaryExpression":
      return node.operator === "in" && node.left.type === "PrivateIdentifier" && "#name in object";
    case "CallExpression":
      return CALLS.has(node.callee.property?.name) && `.${node.callee.property.name}()`;
    case "MemberExpression":
      if (node.object.type === "MetaProperty" && node.property.name === "resolve") return "import.meta.resolve";
      return PROPERTIES.has(node.property.name) && `.${node.property.name}`;
    case "Identifier":
      return GLOBALS.has(node.name) && !(parent.type === "MemberExpression" && parent.property === node) && node.name;
    case "Literal":
    case "TemplateElement": {
      const text = node.regex?.pattern ?? node.value?.cooked ?? node.value;
      if (typeof text !== "string") return false;
      return (LOOKBEHIND.test(text) && "lookbehind") || (!node.regex && SELECTORS.exec(text)?.[0]);
    }
    default:
      return false;
  }
};

const nodesIn = function* (node, parent) {
  yield [node, parent];
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (typeof child?.type === "string") yield* nodesIn(child, node);
  }
};

const faultsOf = (name, source) => {
  try {
    const sourceType = CLASSIC.has(name) ? "script" : "module";
    const program = parse(source, { ecmaVersion: 2022, sourceType, locations: true });
    return [...nodesIn(program, null)].flatMap(([node, parent]) => {
      const what = isUnknown(node, parent);
      return what ? [[name, node.loc.start.line, what]] : [];
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [[name, error.loc?.line ?? 0, error.message]];
  }
};

const scripts = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(Object.entries(scripts).flatMap(([name, source]) => faultsOf(name, source))));
