// hCaptcha as pages use it: `hcaptcha`, with strings for widgets; `execute` may answer by a promise.
let made = 0;
window.hcaptcha = {
  render: (place, options) => render(place, options, `hcaptcha-${made++}`),
  execute: (name, options) => {
    const solved = boxOf(name)?.solve() ?? Promise.resolve();
    return options?.async ? solved.then((response) => ({ response, key: response })) : undefined;
  },
  getResponse: (name) => boxOf(name)?.token ?? "",
  getRespKey: (name) => boxOf(name)?.token ?? "",
  reset: (name) => boxOf(name)?.reset(),
  remove: removeBox,
};
loaded();
