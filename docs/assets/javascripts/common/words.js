// The words of the page, and what goes into them.

/**
 * Words with their {braces} filled in.
 * @param {string} words
 * @param {Record<string, string | number>} values
 */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
