// Puts auth0-js at a story's disposal: `demo.NAME(…)` calls it and shows the outcome in #claims.
import { auth, issuer } from "./client.js";
import { answerWithCode, askForCode, exchange } from "./code.js";

const realm = "Username-Password-Authentication";
const popupCallback = `${location.origin}/callback.html`;
let accessToken = null;
let refreshToken = null;

const show = (name, outcome) => {
  document.querySelector("#claims").textContent = JSON.stringify(outcome);
  const item = document.createElement("li");
  item.dataset.event = name;
  document.querySelector("#events").append(item);
};

const failed = ({ code, error, description, policy, name, original }) =>
  show("failed", { code: code ?? error, description, policy, name, original: `${original}` });

/** What auth0-js calls back with, shown as it is. */
const shown = (name) => (error, result) => (error ? failed(error) : show(name, result ?? {}));

/** The same for tokens: the claims are shown, the tokens are kept. */
const authenticated = (name) => (error, result) => {
  if (error) return failed(error);
  ({ accessToken, refreshToken } = result);
  show(name, result.idTokenPayload);
};

/** Uses a refresh token; the tokens of the answer take the place of the old ones. */
const refresh = (used) =>
  auth.client.oauthToken({ grantType: "refresh_token", refreshToken: used }, (error, result) => {
    if (error) return failed(error);
    const newAccessToken = result.accessToken !== accessToken;
    ({ accessToken, refreshToken } = result);
    show("refreshed", { newAccessToken, newRefreshToken: refreshToken !== used });
  });

const calls = {
  logIn: (username, password) => auth.login({ realm, username, password }, shown("log-in")),
  logInHere: (username, password) =>
    auth.popup.loginWithCredentials({ realm, username, password }, authenticated("logged-in-here")),
  authorize: (connection) => auth.authorize({ connection }),
  askForCode,
  askForCodeWithoutPkce: () => auth.authorize({}),
  popupAuthorize: (connection) =>
    auth.popup.authorize({ connection, redirectUri: popupCallback }, authenticated("popup-authorized")),
  signUp: (email, password, username) =>
    auth.signup(
      { connection: realm, email, password, username, user_metadata: { plan: "free" } },
      shown("sign-up"),
    ),
  signUpAndLogIn: (email, password) =>
    auth.redirect.signupAndLogin({ connection: realm, email, password }, shown("sign-up-and-log-in")),
  changePassword: (email) => auth.changePassword({ connection: realm, email }, shown("change-password")),
  startEmail: (email, send) =>
    auth.passwordlessStart({ connection: "email", send, email }, shown("passwordless-start")),
  startSms: (phoneNumber) =>
    auth.passwordlessStart({ connection: "sms", send: "code", phoneNumber }, shown("passwordless-start")),
  finishEmail: (email, verificationCode) =>
    auth.passwordlessLogin({ connection: "email", email, verificationCode }, shown("passwordless-login")),
  finishSms: (phoneNumber, verificationCode) =>
    auth.passwordlessLogin({ connection: "sms", phoneNumber, verificationCode }, shown("passwordless-login")),
  checkSession: () => auth.checkSession({}, authenticated("check-session")),
  userInfo: () => auth.client.userInfo(accessToken, shown("user-info")),
  callApi: async () => {
    const headers = accessToken ? { Authorization: `Bearer ${accessToken}` } : {};
    const answer = await fetch(`${issuer}api/me`, { headers });
    show("api", { status: answer.status, body: await answer.json().catch(() => null) });
  },
  refresh: () => refresh(refreshToken),
  refreshTwice: () => {
    const used = refreshToken;
    auth.client.oauthToken({ grantType: "refresh_token", refreshToken: used }, () => refresh(used));
  },
  logOut: (returnTo) => auth.logout({ returnTo }),
};

window.demo = (name, ...values) => {
  document.querySelector("#events").replaceChildren();
  document.querySelector("#claims").textContent = "";
  calls[name](...values);
};

show("shown", {});
if (answerWithCode) exchange(answerWithCode, authenticated("authenticated"));
else if (location.hash) auth.parseHash(authenticated("authenticated"));
