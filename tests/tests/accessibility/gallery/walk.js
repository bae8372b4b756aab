// Runs in the gallery: goes to one state after the other, with nothing around it, and asks what is wrong with each.
const shows = async (query) => {
  history.pushState(null, "", `${query}&bare`);
  dispatchEvent(new PopStateEvent("popstate"));
  const main = () => document.querySelector("main");
  const wanted = new URLSearchParams(query).get("lang") ?? "en";
  const spoken = () => wanted === "qps" || main().dataset.language === wanted;
  // A theme is put into the page once its card stands there.
  const dressed = () => getComputedStyle(root()).getPropertyValue("--vestibule-surface") !== "";
  while (main()?.dataset.shown !== `${query}&bare` || !spoken() || !dressed()) await new Promise((done) => setTimeout(done));
};

const walk = async (queries, wrong) => {
  const found = [];
  for (const query of queries) {
    await shows(query);
    for (const what of await wrong()) found.push(`${query}: ${what}`);
  }
  return found;
};

const root = () => document.querySelector("[data-part=root]");
const named = (element) =>
  `${element.dataset.part ?? element.name ?? element.localName} “${(element.textContent || element.name || "").trim().slice(0, 60)}”`;
// What is for screen readers alone is a pixel wide on purpose.
const unseen = (part) => part !== root() && (getComputedStyle(part).clipPath !== "none" || unseen(part.parentElement));
const stops = () =>
  [...root().querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
    (element) => element.type !== "hidden" && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !unseen(element),
  );
