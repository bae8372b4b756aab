// What single criteria of WCAG 2.2 ask of what stands on the page, and axe-core does not.

const channels = (color) => {
  const [, red, green, blue, alpha = 1] = color.match(/rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)/) ?? [];
  return { rgb: [red, green, blue].map(Number), alpha: Number(alpha) };
};
const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const { rgb, alpha } = channels(getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return rgb;
  }
  return [255, 255, 255];
};

// 1.4.1, 1.4.11: where colours are the system's, whatever can be pressed or filled in has an edge or a line below.
const edges = () =>
  stops()
    .filter((element) => {
      const box = element.closest("[data-part=control]") ?? element;
      const style = getComputedStyle(box);
      const has_edge = style.borderBottomStyle !== "none" && parseFloat(style.borderBottomWidth) >= 1 && contrast(channels(style.borderBottomColor).rgb, ground(box.parentElement)) >= 3;
      const is_drawn = element.matches("input[type=checkbox]") || (element.querySelector("svg") && !element.textContent.trim());
      return !has_edge && !is_drawn && !style.textDecorationLine.includes("underline");
    })
    .map((element) => `${named(element)} has neither an edge nor a line`);

// 1.4.3 in the colours of the system.
const readable = () =>
  [...root().querySelectorAll("*")]
    .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !unseen(part) && !part.closest("select, [aria-disabled=true]"))
    .filter((part) => contrast(channels(getComputedStyle(part).color).rgb, ground(part)) < 4.5)
    .map((part) => `${named(part)}: ${getComputedStyle(part).color} on ${ground(part)}`);

// 2.4.7, 2.4.11, 2.4.13: a ring of two pixels that stands out from what is around it, on something that nothing covers.
const rings = () =>
  stops().flatMap((element) => {
    element.focus({ focusVisible: true });
    element.scrollIntoView({ block: "center" });
    const ringed = [element, element.closest("[data-part=control]")].filter(Boolean).find((part) => getComputedStyle(part).outlineStyle !== "none");
    if (!ringed) return [`${named(element)} has no ring`];
    const style = getComputedStyle(ringed);
    const found = [];
    if (parseFloat(style.outlineWidth) < 2) found.push(`the ring of ${named(element)} is ${style.outlineWidth}`);
    const against = contrast(channels(style.outlineColor).rgb, ground(ringed.parentElement));
    if (against < 3) found.push(`the ring of ${named(element)} has ${against.toFixed(2)}`);
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const is_its = top && (element.contains(top) || top.closest("label")?.contains(element));
    if (!is_its) found.push(`${named(element)} is covered by ${top ? named(top) : "the edge of the page"}`);
    return found;
  });

// 2.3.1: nothing repeats three times a second.
const flashing = () =>
  document
    .getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().iterations === Infinity && effect.getComputedTiming().duration < 334)
    .map((each) => `${each.animationName} repeats too fast`);

// With reduced motion nothing changes its place or its size on its way.
const restless = () =>
  document
    .getAnimations()
    .filter((each) => {
      const place = (time) => {
        each.currentTime = time;
        const { x, y, width, height } = each.effect.target.getBoundingClientRect();
        return [x, y, width, height].join();
      };
      each.pause();
      const { duration } = each.effect.getComputedTiming();
      return new Set([0, duration / 8, duration / 2].map(place)).size > 1;
    })
    .map((each) => `${each.animationName ?? each.transitionProperty} moves ${named(each.effect.target)}`);

// Whatever changes by itself, be it only how clearly it is seen.
const animated = () =>
  document
    .getAnimations()
    .filter((each) => root().contains(each.effect.target))
    .map((each) => `${each.animationName ?? each.transitionProperty} of ${named(each.effect.target)}`);

// 1.4.5, 2.4.4, 2.4.6, 2.5.3: pictures, links, headings and names.
const sentences = () => {
  const found = [];
  const headings = [...root().querySelectorAll("h1, h2, h3, h4")].map((each) => each.textContent.trim());
  if (headings.length !== 1 || !headings[0]) found.push(`headings: ${JSON.stringify(headings)}`);
  for (const image of root().querySelectorAll("img, picture, canvas, svg text")) {
    if (!image.closest("[data-part=captcha], [data-part=avatar], [data-part=logo]")) found.push(`${named(image)} is a picture`);
  }
  const led = new Map();
  for (const link of root().querySelectorAll("a[href]")) {
    const words = link.textContent.trim().toLowerCase();
    if (words.length < 4 || ["here", "click here", "more", "link"].includes(words)) found.push(`a link says “${words}”`);
    if (led.has(words) && led.get(words) !== link.href) found.push(`two links say “${words}”`);
    led.set(words, link.href);
  }
  for (const element of root().querySelectorAll("[aria-label], [aria-labelledby]")) {
    const by = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    const name = `${element.ariaLabel ?? ""} ${by.join(" ")}`.toLowerCase().replace(/\s+/g, " ");
    const seen = element.matches("button, a") ? element.innerText.trim().toLowerCase().replace(/\s+/g, " ") : "";
    if (!name.includes(seen)) found.push(`“${seen}” is called “${name.trim()}”`);
  }
  return found;
};

// 1.3.4, 1.4.13: no rule asks which way a screen is held, and none shows anything for a pointer or a focus that was not there.
const rules = () => {
  const found = [];
  const SHOWING = ["display", "visibility", "content", "opacity", "clip-path", "block-size", "inline-size", "height", "width"];
  const look = (list, outer) => {
    for (const rule of list) {
      if (/orientation|aspect-ratio/.test(rule.conditionText ?? "")) found.push(rule.conditionText);
      const selector = `${outer} ${rule.selectorText ?? ""}`;
      if (/:hover|:focus/.test(selector)) {
        for (const property of SHOWING) if (rule.style?.getPropertyValue(property)) found.push(`${rule.selectorText} sets ${property}`);
      }
      if (rule.cssRules) look(rule.cssRules, selector);
    }
  };
  for (const sheet of document.adoptedStyleSheets) look(sheet.cssRules, "");
  return found;
};
