// Puts auth0-js at the authority's disposal: `demo.NAME(…)` calls it and shows the outcome in #claims.
const config = await (await fetch("config.json")).json();
const origin = config.issuer.replace(/\/$/, "");
const auth = new window.auth0.WebAuth({
  domain: origin,
  clientID: "legacy",
  redirectUri: `${location.origin}/`,
  responseType: "token id_token",
  scope: "openid profile email",
  audience: config.audience,
  overrides: {
    __tenant: "vestibule",
    __token_issuer: config.issuer,
    __jwks_uri: `${origin}/.well-known/jwks.json`,
  },
});

const show = (name, outcome) => {
  document.querySelector("#claims").textContent = JSON.stringify(outcome);
  const item = document.createElement("li");
  item.dataset.event = name;
  document.querySelector("#events").append(item);
};
const shown = (name) => (error, result) =>
  show(error ? "failed" : name, error ? { code: error.code, description: error.description } : (result ?? {}));
const realm = "Username-Password-Authentication";

window.demo = {
  logIn: (username, password) => auth.login({ realm, username, password }, shown("log-in")),
  signUp: (email, password) => auth.signup({ connection: realm, email, password }, shown("sign-up")),
  changePassword: (email) => auth.changePassword({ connection: realm, email }, shown("change-password")),
  passwordlessStart: (email) =>
    auth.passwordlessStart({ connection: "email", send: "code", email }, shown("passwordless-start")),
  passwordlessLogin: (email, verificationCode) =>
    auth.passwordlessLogin({ connection: "email", email, verificationCode }, shown("passwordless-login")),
  checkSession: () =>
    auth.checkSession({}, (error, result) => shown("check-session")(error, result && result.idTokenPayload)),
};

if (location.hash) {
  auth.parseHash((error, result) => shown("authenticated")(error, result && result.idTokenPayload));
}
show("shown", {});
