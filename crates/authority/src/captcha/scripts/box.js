// What all stand-ins share: a box with buttons, and the token that this server issues for a click.
const script = document.currentScript;
const here = new URL(script.src);
const tokens = new URL(`${here.pathname.replace(/\.js$/, "")}/token`, here);

/** Calls a function, or the global one of that name, if there is any. */
const tell = (callback, ...values) => {
  const found = typeof callback === "string" ? window[callback] : callback;
  return typeof found === "function" ? found(...values) : undefined;
};

const elementOf = (place) =>
  typeof place === "string" ? document.querySelector(place) ?? document.getElementById(place) : place;

class Box {
  /** `told` has `solved`, `expired` and `failed`; without a place nothing is drawn. `over` puts its question over the page. */
  constructor(place, sitekey, told, over = false) {
    this.sitekey = sitekey;
    this.told = told;
    this.over = over;
    this.token = "";
    this.expired = false;
    this.drawn = null;
    if (place) this.draw(place);
  }

  draw(place) {
    this.drawn = document.createElement("div");
    this.drawn.dataset.captcha = "box";
    this.drawn.append(
      this.button("solve", "I am a person", () => (this.over ? this.ask() : this.solve())),
      this.button("expire", "Let it expire", () => this.expire()),
      this.button("fail", "Let it fail", () => this.fail("stand-in")),
    );
    place.append(this.drawn);
  }

  button(name, text, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.captcha = name;
    button.textContent = text;
    button.addEventListener("click", act);
    return button;
  }

  // As pictures to choose from are shown: at the end of the page's body, over everything.
  ask() {
    const question = document.createElement("div");
    question.dataset.captcha = "question";
    Object.assign(question.style, { position: "fixed", insetBlockStart: "0", insetInlineStart: "0", zIndex: "2000000000" });
    const confirm = this.button("confirm", "Yes, I am", () => {
      question.remove();
      this.solve();
    });
    question.append(confirm);
    document.body.append(question);
    confirm.focus();
  }

  async solve() {
    try {
      const answer = await fetch(tokens, {
        method: "POST",
        credentials: "omit",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ sitekey: this.sitekey }),
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      this.token = (await answer.json()).token;
    } catch {
      return this.fail("network-error");
    }
    this.expired = false;
    this.show("solved");
    tell(this.told.solved, this.token);
    return this.token;
  }

  expire() {
    const token = this.token;
    this.token = "";
    this.expired = true;
    this.show("expired");
    tell(this.told.expired, token);
  }

  fail(code) {
    this.token = "";
    this.show("failed");
    tell(this.told.failed, code);
  }

  reset() {
    this.token = "";
    this.expired = false;
    this.show("fresh");
  }

  remove() {
    this.drawn?.remove();
    this.drawn = null;
  }

  show(state) {
    if (this.drawn) this.drawn.dataset.state = state;
  }
}

const boxes = new Map();

/** The box of this name or place, or the first one. */
const boxOf = (name) => {
  if (name === undefined) return boxes.values().next().value;
  if (boxes.has(name)) return boxes.get(name);
  const place = elementOf(name);
  return [...boxes.values()].find((box) => place && box.drawn?.parentElement === place);
};

const removeBox = (name) => {
  const box = boxOf(name);
  for (const [known, other] of boxes) if (other === box) boxes.delete(known);
  box?.remove();
};

/** `render` as reCAPTCHA, hCaptcha and Turnstile have it; the first two ask over the page. */
const render = (place, options, name, over = true) => {
  const unseen = options.size === "invisible" || options.execution === "execute";
  const told = {
    solved: options.callback,
    expired: options["expired-callback"],
    failed: options["error-callback"],
  };
  boxes.set(name, new Box(unseen ? null : elementOf(place), options.sitekey, told, over));
  return name;
};

/** The page asks to be called by `?onload=NAME`; the script is then there in full. */
const loaded = () => queueMicrotask(() => tell(here.searchParams.get("onload") ?? undefined));
