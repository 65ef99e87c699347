// Copying, as far as the browser lets a page copy.

/**
 * Copy a text; tell whether that was allowed. In a frame it may not be: then the reader can copy by hand.
 * @param {string} text
 */
export const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
