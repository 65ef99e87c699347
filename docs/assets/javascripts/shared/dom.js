// Small parts of pages.

/** A new element with its class, if any, and what is in it: text stays text. */
export const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

/** A copy of what an element's <template> of this name holds. */
export const copyOf = (parent, name) =>
  parent.querySelector(`template[data-name="${name}"]`).content.firstElementChild.cloneNode(true);

/** Show an element, or hide it. */
export const show = (shown, wanted) => shown.toggleAttribute("hidden", !wanted);

/** Set a field's value; setting the same one again would move the cursor. */
export const setValue = (field, value) => {
  if (field.value !== value) field.value = value;
};
