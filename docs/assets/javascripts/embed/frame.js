// A page in a frame tells the page around it how high it is. The number is all that is sent, so anybody may hear it.
// Links leave the frame, but for those within the page.

export {}; // a module

const tell = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: "massage-guide:height", height }, "*");
};

if (parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  // When it is followed: links that a tool adds later lead out too.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link && (link.pathname !== location.pathname || link.host !== location.host)) link.target = "_top";
  });
}
