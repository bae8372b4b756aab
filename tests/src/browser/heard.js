// Runs in a page under test: keeps what a screen reader says there from now on, as `heard`.
const spoken = (element) => {
  if (element.nodeType === Node.TEXT_NODE) return element.data;
  if (element.nodeType !== Node.ELEMENT_NODE || element.ariaHidden === "true" || element.hidden) return "";
  return [...element.childNodes].map(spoken).join(" ");
};
const plain = (text) => text.replace(/\s+/g, " ").trim();
const by = (ids) => plain((ids ?? "").split(" ").map((id) => document.getElementById(id)).filter(Boolean).map(spoken).join(" "));

window.heard = [];
const last = new Map();
const listen = () => {
  for (const region of document.querySelectorAll("[role=alert], [role=status]")) {
    const text = plain(spoken(region));
    if (text && last.get(region) !== text) window.heard.push(`${region.getAttribute("role")}: ${text}`);
    last.set(region, text);
  }
  for (const region of document.querySelectorAll("[aria-live]:not([role=alert], [role=status])")) {
    const text = plain(spoken(region));
    const before = last.get(region);
    // Nothing is said of a region that has just come, nor of words that have gone.
    if (before !== undefined && !before.startsWith(text)) window.heard.push(`${region.ariaLive}: ${text}`);
    last.set(region, text);
  }
};
listen();
new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true });

let focused = "";
// What stands by a field is said with it, in the order of its attribute.
document.addEventListener("focusin", ({ target }) => {
  // What has just been drawn is described in the same turn.
  queueMicrotask(() => {
    const label = target.labels?.[0] ?? target;
    const name = target.ariaLabel ?? (by(target.getAttribute("aria-labelledby")) || plain(spoken(label)));
    const described = by(target.getAttribute("aria-describedby"));
    const wrong = target.ariaInvalid === "true" ? ", wrong" : "";
    const line = `focus: ${name}${wrong}${described && `: ${described}`}`;
    // A window that comes back to the front gives the focus to where it was, sooner or later: nothing new.
    if (focused !== line) window.heard.push(line);
    focused = line;
  });
});
