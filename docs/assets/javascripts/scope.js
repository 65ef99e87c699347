// What is kept in the reader's browser, by the address of the site's root, two folders above this file: sites
// on one host do not mix. From a file: an inline script would need an exception in the Content-Security-Policy.
document.documentElement.classList.replace("no-js", "js"); // before the first paint
window.__md_scope = new URL("../..", document.currentScript.src);
window.__md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
window.__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Storage is full or refused: the choice holds for this page only.
  }
};
