// Lock as an app of today has it, told where the authority is. Its events are listed, the claims or the error shown.
const config = await (await fetch("config.json")).json();
const { Auth0Lock, Auth0LockPasswordless, WebAuth } = window.lock;
const origin = config.issuer.replace(/\/$/, "");

const show = (name, outcome) => {
  if (outcome) document.querySelector("#claims").textContent = JSON.stringify(outcome);
  const item = document.createElement("li");
  item.dataset.event = name.replaceAll(" ", "-");
  document.querySelector("#events").append(item);
};

const options = {
  container: "lock",
  // The file of the language is asked for even though it is built in; here it is refused at once.
  languageBaseUrl: location.origin,
  configurationBaseUrl: origin,
  overrides: {
    __tenant: "vestibule",
    __token_issuer: config.issuer,
    __jwks_uri: `${origin}/.well-known/jwks.json`,
  },
  auth: {
    redirectUrl: `${location.origin}/`,
    responseType: "token id_token",
    params: { scope: "openid profile email" },
  },
  avatar: null,
  disableWarnings: true,
  // Its own logo lies elsewhere.
  theme: { logo: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" },
  ...config.options,
};

const Lock = config.passwordless ? Auth0LockPasswordless : Auth0Lock;
const lock = new Lock("legacy", new URL(origin).host, options);

const silent = ["show", "hide", "signin ready", "signup ready", "forgot_password ready", "vcode ready",
  "socialOrEmail ready", "socialOrPhoneNumber ready", "signin submit", "signup submit", "forgot_password submit"];
for (const name of silent) lock.on(name, () => show(name));
lock.on("signup success", (person) => show("signup success", person));
lock.on("signup error", ({ code, name, policy }) => show("signup error", { code, name, policy }));
lock.on("unrecoverable_error", (error) => show("unrecoverable_error", { text: String(error) }));
lock.on("authorization_error", ({ error, errorDescription, description, code }) =>
  show("authorization_error", { error, code, description: errorDescription ?? description }));
lock.on("authenticated", ({ idTokenPayload, accessToken }) => {
  lock.getUserInfo(accessToken, (_, profile) =>
    show("authenticated", { ...idTokenPayload, userinfo: profile?.email }));
});

lock.show();

/** Leaves for the hosted login page. Lock checks what comes back, by what auth0-js keeps for both. */
window.leave = () => {
  const { redirectUrl: redirectUri, responseType, params: { scope } } = options.auth;
  new WebAuth({ domain: new URL(origin).host, clientID: "legacy", redirectUri, responseType, scope }).authorize();
};
