/**
 * Prints the page in one of its forms: styles know it by a class of the root, which lasts as long as the printing.
 * @param {string} form
 * @param {() => void} [restore] called when it is printed
 */
export const printAs = (form, restore = () => {}) => {
  const { classList } = document.documentElement;
  classList.add(form);
  const end = () => {
    classList.remove(form);
    restore();
  };
  addEventListener("afterprint", end, { once: true });
  print();
};
