// A public client made of oauth4webapi alone: `demo.NAME(…)` starts what a story asks for, #claims shows the outcome.
import * as oauth from "/index.js";

const config = await (await fetch("/config.json")).json();
const plain = { [oauth.allowInsecureRequests]: true };
const issuer = new URL(config.issuer);
const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, plain));
const client = { client_id: "quickstart", id_token_signed_response_alg: config.alg ?? "RS256" };
const redirectUri = `${location.origin}/callback`;
let tokens = null;
let claims = null;

const show = (name, outcome) => {
  document.querySelector("#claims").textContent = JSON.stringify(outcome);
  const item = document.createElement("li");
  item.dataset.event = name;
  document.querySelector("#events").append(item);
};

/** Shows what comes of it; a refusal by its code, an answer that breaks a rule by the library's words. */
const shows = async (name, work) => {
  try {
    show(name, await work());
  } catch (error) {
    show("failed", { error: error.error ?? null, message: error.message });
  }
};

/** Goes to the authority. What the callback has to hold against the answer stays in this tab. */
const authorize = async (responseType, prompt) => {
  const kept = {
    responseType,
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
  };
  sessionStorage.setItem("kept", JSON.stringify(kept));
  const address = new URL(server.authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: responseType,
    scope: "openid profile email offline_access",
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: "S256",
    ...(prompt && { prompt }),
  });
  location.assign(address);
};

/** Judges the answer in the address and exchanges its code. */
const callback = async () => {
  const kept = JSON.parse(sessionStorage.getItem("kept"));
  sessionStorage.removeItem("kept");
  const here = new URL(location.href);
  const answer =
    kept.responseType === "code"
      ? oauth.validateAuthResponse(server, client, here, kept.state)
      : await oauth.validateCodeIdTokenResponse(server, client, here, kept.nonce, kept.state, undefined, plain);
  const response = await oauth.authorizationCodeGrantRequest(
    server, client, oauth.None(), answer, redirectUri, kept.verifier, plain,
  );
  tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: kept.nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, plain);
  claims = oauth.getValidatedIdTokenClaims(tokens);
  return claims;
};

const refresh = async (refreshToken) => {
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, plain);
  return oauth.processRefreshTokenResponse(server, client, response);
};

window.demo = {
  logIn: (responseType) => authorize(responseType),
  logInSilently: () => authorize("code", "none"),
  userInfo: () =>
    shows("user-info", async () => {
      const response = await oauth.userInfoRequest(server, client, tokens.access_token, plain);
      return oauth.processUserInfoResponse(server, client, claims.sub, response);
    }),
  /** Uses the refresh token and says which tokens the answer has replaced. */
  refresh: () =>
    shows("refreshed", async () => {
      const old = tokens;
      tokens = { ...old, ...(await refresh(old.refresh_token)) };
      window.used = old.refresh_token;
      return {
        newAccessToken: tokens.access_token !== old.access_token,
        newRefreshToken: tokens.refresh_token !== old.refresh_token,
      };
    }),
  refreshWithTheUsedOne: () => shows("refreshed-again", () => refresh(window.used)),
  refreshWithTheNewOne: () => shows("refreshed-again", () => refresh(tokens.refresh_token)),
};

if (location.pathname === "/callback") await shows("authenticated", callback);
show("shown", JSON.parse(document.querySelector("#claims").textContent || "{}"));
