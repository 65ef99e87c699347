// For sites that show a page of the guide in a frame: gives the frame the height of what is in it.
// Copy this file to your own site. It listens only to frames marked with data-massage-guide, and only
// to messages that come from the site in the frame's address.

addEventListener("message", ({ source, origin, data }) => {
  for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll("iframe[data-massage-guide]"))) {
    const isFromFrame = source === frame.contentWindow && origin === new URL(frame.src).origin;
    if (!isFromFrame || data?.type !== "massage-guide:height" || !Number.isFinite(data.height)) continue;
    frame.height = String(Math.min(20000, Math.max(200, Math.ceil(data.height))));
  }
});
