// Arkose Labs as pages use it: the function that the script element's `data-callback` names gets an object with
// `setConfig`, `run` and `reset`. The site key stands in the real script's address; here it is `?sitekey=`.
const callback = script.dataset.callback;
const sitekey = here.searchParams.get("sitekey") ?? "vestibule";
let config = {};
let box = null;

const hide = () => {
  box?.remove();
  box = null;
  tell(config.onHide);
};

const enforcement = {
  version: "2.0.0",
  getConfig: () => config,
  setConfig: (given) => {
    config = given;
    queueMicrotask(() => tell(config.onReady));
  },
  run: () => {
    box?.remove();
    box = new Box(elementOf(config.selector) ?? document.body, sitekey, {
      solved: (token) => {
        tell(config.onCompleted, { token, completed: true });
        hide();
      },
      expired: () => tell(config.onFailed, { token: "", completed: false }),
      failed: (code) => tell(config.onError, { error: { error: code } }),
    });
    tell(config.onShow);
    tell(config.onShown);
  },
  reset: () => {
    box?.remove();
    box = null;
    tell(config.onReset);
    queueMicrotask(() => tell(config.onReady));
  },
};

queueMicrotask(() => tell(callback, enforcement));
