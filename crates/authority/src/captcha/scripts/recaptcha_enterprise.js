// reCAPTCHA Enterprise as pages use it: `grecaptcha.enterprise`, with numbers for widgets.
window.grecaptcha ??= {};
window.grecaptcha.enterprise = {
  ready: (callback) => queueMicrotask(callback),
  render: (place, options) => render(place, options, boxes.size),
  execute: async (name) => boxOf(name)?.solve(),
  getResponse: (name) => boxOf(name)?.token ?? "",
  reset: (name) => boxOf(name)?.reset(),
};
loaded();
