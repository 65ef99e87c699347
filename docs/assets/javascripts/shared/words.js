// The words of the page, and what goes into them.

/** Words with their {braces} filled in. */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
