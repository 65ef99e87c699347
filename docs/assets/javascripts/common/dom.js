// Small parts of pages.

/**
 * A class of elements; HTMLElement if nothing narrower is asked for.
 * @template {Element} T
 * @typedef {new () => T} Kind
 */

/**
 * @template {Element} [T=HTMLElement]
 * @param {unknown} found
 * @param {string} selector
 * @param {Kind<T>} [kind]
 * @returns {T}
 */
const checked = (found, selector, kind = /** @type {Kind<T>} */ (/** @type {unknown} */ (HTMLElement))) => {
  if (found instanceof kind) return found;
  throw new TypeError(`Nothing here is ${kind.name} and ${selector}.`);
};

/**
 * The first element that fits a selector. Where there is none, script and page do not fit each other.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {Kind<T>} [kind]
 * @returns {T}
 */
export const find = (parent, selector, kind) => checked(parent.querySelector(selector), selector, kind);

/**
 * All elements that fit a selector.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {Kind<T>} [kind]
 * @returns {T[]}
 */
export const findAll = (parent, selector, kind) => [...parent.querySelectorAll(selector)].map((each) => checked(each, selector, kind));

/**
 * The element with an id.
 * @template {Element} [T=HTMLElement]
 * @param {string} id
 * @param {Kind<T>} [kind]
 * @returns {T}
 */
export const byId = (id, kind) => checked(document.getElementById(id), `#${id}`, kind);

/**
 * What stands in a data attribute, or nothing.
 * @param {HTMLElement} holder
 * @param {string} name
 */
export const data = (holder, name) => holder.dataset[name] ?? "";

/**
 * A new element with its class, if any, and what is in it: text stays text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {string} className
 * @param {...(Node | string)} children
 */
export const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

/**
 * A copy of what an element's <template> of this name holds.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} name
 * @param {Kind<T>} [kind]
 * @returns {T}
 */
export const copyOf = (parent, name, kind) => {
  const selector = `template[data-name="${name}"]`;
  return checked(find(parent, selector, HTMLTemplateElement).content.firstElementChild?.cloneNode(true), selector, kind);
};

/**
 * Show an element, or hide it.
 * @param {Element} shown
 * @param {unknown} wanted
 */
export const show = (shown, wanted) => shown.toggleAttribute("hidden", !wanted);

/**
 * Set a field's value; setting the same one again would move the cursor.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} value
 */
export const setValue = (field, value) => {
  if (field.value !== value) field.value = value;
};
