// Texts that are cut off, stand out of their card, or lie over something else.
const spilling = () => {
  const card = root().getBoundingClientRect();
  const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const is_seen = walker.currentNode.data.trim() && parent.checkVisibility({ visibilityProperty: true }) && !unseen(parent);
    // What stands in a list that is closed is the browser's to fit in.
    if (is_seen && !parent.closest("select")) texts.push(walker.currentNode);
  }
  const found = [];
  const say = (text, what) => found.push(`“${text.data.trim().slice(0, 60)}” ${what}`);
  const lines = texts.flatMap((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
    // Fonts of other scripts claim more room above and below than their letters take.
    return [...range.getClientRects()]
      .filter((box) => box.width > 0)
      .map((box) => ({ text, left: box.left, right: box.right, top: (box.top + box.bottom - size) / 2, bottom: (box.top + box.bottom + size) / 2 }));
  });
  const outside = (line, box) => line.left < box.left - 1 || line.right > box.right + 1 || line.top < box.top - 1 || line.bottom > box.bottom + 1;
  const box_of = (element) => (getComputedStyle(element).display === "inline" ? box_of(element.parentElement) : element);
  for (const line of lines) {
    if (outside(line, card)) say(line.text, "stands out of the card");
    const own = box_of(line.text.parentElement);
    for (let box = line.text.parentElement; box !== root().parentElement; box = box.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(box);
      const cuts = overflowX !== "visible" || overflowY !== "visible";
      if (cuts && outside(line, box.getBoundingClientRect())) say(line.text, `is cut off by ${box.dataset.part ?? box.localName}`);
      const is_own = box === own && !display.startsWith("inline");
      if (is_own && box.scrollWidth > box.clientWidth + 1) say(line.text, `is ${box.scrollWidth} wide in ${box.clientWidth}`);
      if (is_own && box.scrollHeight > box.clientHeight + 4) say(line.text, `is ${box.scrollHeight} high in ${box.clientHeight}`);
    }
  }
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const solid = [...root().querySelectorAll("input, select, textarea, svg, img")].filter((part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !unseen(part));
  lines.forEach((line, at) => {
    for (const other of lines.slice(at + 1)) {
      if (other.text !== line.text && over(line, other)) say(line.text, `lies over “${other.text.data.trim().slice(0, 40)}”`);
    }
    for (const part of solid) if (over(line, part.getBoundingClientRect())) say(line.text, `lies over ${named(part)}`);
  });
  return [...new Set(found)];
};
