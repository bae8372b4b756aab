// Cloudflare Turnstile as pages use it: `turnstile`, with strings for widgets.
let made = 0;
window.turnstile = {
  ready: (callback) => queueMicrotask(callback),
  render: (place, options) => render(place, options, `cf-chl-widget-${made++}`, false),
  execute: (name) => void boxOf(name)?.solve(),
  getResponse: (name) => boxOf(name)?.token || undefined,
  isExpired: (name) => boxOf(name)?.expired ?? false,
  reset: (name) => boxOf(name)?.reset(),
  remove: removeBox,
};
loaded();
