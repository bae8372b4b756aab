// reCAPTCHA v2 as pages use it: `grecaptcha`, with numbers for widgets.
window.grecaptcha = {
  ready: (callback) => queueMicrotask(callback),
  render: (place, options) => render(place, options, boxes.size),
  execute: async (name) => boxOf(name)?.solve(),
  getResponse: (name) => boxOf(name)?.token ?? "",
  reset: (name) => boxOf(name)?.reset(),
};
loaded();
