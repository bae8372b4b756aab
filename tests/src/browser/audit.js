// Runs in a page under test, after axe: what is wrong with it for people, as a list of sentences.
const done = arguments[arguments.length - 1];
const name = (element) => {
  const { part, to, connection } = element.dataset;
  const own = [element.name || element.id, part, to, connection].filter(Boolean).join(" ");
  return `<${element.localName} ${own}> in <${element.parentElement?.localName} ${element.parentElement?.dataset.part ?? ""}>`;
};

// Colours on their way from one to another are nobody's to judge. What never ends is not waited for.
const ends = (animation) => Number.isFinite(animation.effect.getComputedTiming().endTime);
const still = () => Promise.all(document.getAnimations().filter(ends).map((each) => each.finished.catch(() => {})));
const patience = new Promise((resolve) => setTimeout(resolve, 2000));

const judged = () =>
  axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
const told = ({ id, help, nodes }) =>
  `${id}: ${help}: ${nodes.map((node) => `${node.html.slice(0, 200)} [${node.any[0]?.message ?? node.failureSummary}]`).join(" | ")}`;

// WCAG 2.2, 1.4.10: nothing to scroll sideways.
const sideways = () => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const outside = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
  );
  return [`scrolls sideways, ${root.scrollWidth} in ${root.clientWidth}: ${outside.slice(0, 3).map(name).join(", ")}`];
};

// WCAG 2.2, 2.5.8, without its exceptions but for links within a sentence.
const inSentence = (element) =>
  element.localName === "a" &&
  getComputedStyle(element).display === "inline" &&
  [...element.parentNode.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
const small = () =>
  [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, textarea")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden=true]"))
    .filter((element) => !inSentence(element))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([element, box]) => `${name(element)} is ${box.width} × ${box.height}`);

// An id that occurs twice points nowhere.
const doubled = () => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `two elements have the id ${id}`);
};

Promise.race([still(), patience])
  .then(judged)
  .then(({ violations }) => done([...violations.map(told), ...sideways(), ...small(), ...doubled()]))
  .catch((error) => done([`could not be judged: ${error}`]));
