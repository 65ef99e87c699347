// Applies the reader's choice of colors before anything is painted. Without a choice the reader's
// system decides. Material's bundle writes the choice under the key "__palette".
const readChoice = () => {
  try {
    return __md_get("__palette")?.color;
  } catch {
    return undefined; // storage is refused
  }
};

const followSystem = () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const input = document.querySelector(
    `[data-md-color-media="(prefers-color-scheme: ${dark ? "dark" : "light"})"]`,
  );
  return {
    media: input.getAttribute("data-md-color-media"),
    scheme: input.getAttribute("data-md-color-scheme"),
  };
};

{
  const choice = readChoice();
  const color = choice && choice.media !== "(prefers-color-scheme)" ? choice : followSystem();
  for (const [key, value] of Object.entries(color)) {
    document.body.setAttribute(`data-md-color-${key}`, value);
  }
}
