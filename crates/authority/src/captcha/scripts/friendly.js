// Friendly Captcha (friendly-challenge 0.9) as pages use it: `new friendlyChallenge.WidgetInstance(element, options)`.
class WidgetInstance {
  constructor(element, options) {
    this.options = options;
    this.valid = false;
    this.box = new Box(element, options.sitekey, {
      solved: (solution) => {
        this.valid = true;
        tell(options.doneCallback, solution);
      },
      failed: (description) => {
        this.valid = false;
        tell(options.errorCallback, { code: "error_getting_puzzle", description, error: new Error(description) });
      },
      expired: () => {
        this.valid = false;
      },
    });
    queueMicrotask(() => {
      tell(options.readyCallback);
      if (options.startMode === "auto") this.start();
    });
  }

  async start() {
    tell(this.options.startedCallback);
    return this.box.solve();
  }

  reset() {
    this.valid = false;
    this.box.reset();
  }

  expire() {
    this.box.expire();
  }

  destroy() {
    this.box.remove();
  }
}

window.friendlyChallenge = { WidgetInstance };
loaded();
