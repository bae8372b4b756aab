// A client made of openid-client alone: how it is set up, begins a login and takes the answer.
import { Browser } from "./browser.mjs";
import { oidc, told } from "./library.mjs";

export const API = "https://api.example.com/";
export const REPORTS = "https://reports.example.com/";

/** A public client that has read the server's metadata. `extensions` are openid-client's own. */
export const connects = (clientId = "quickstart", ...extensions) =>
  oidc.discovery(new URL(told.issuer), clientId, undefined, oidc.None(), {
    // What is signed is checked even where TLS would do.
    execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks, ...extensions],
  });

/** Begins a login: where to send the browser, and what the answer is held against. Parameters come on top. */
export const begins = async (config, parameters = {}, options = {}) => {
  const checks = {
    pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
  };
  const request = {
    redirect_uri: told.callback,
    scope: "openid profile email offline_access",
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: "S256",
    ...parameters,
  };
  const address = options.push
    ? await oidc.buildAuthorizationUrlWithPAR(config, request, { DPoP: options.DPoP })
    : oidc.buildAuthorizationUrl(config, request);
  return { address, checks };
};

/** Judges an answer and exchanges its code. */
export const takes = (config, { address, request }, checks, options) =>
  oidc.authorizationCodeGrant(config, request ?? address, { ...checks }, undefined, options);

/** A whole login with a fresh browser. */
export const logsIn = async (config, parameters, options = {}) => {
  const browser = new Browser();
  const { address, checks } = await begins(config, parameters, options);
  const answer = await browser.logsIn(address);
  const tokens = await takes(config, answer, checks, { DPoP: options.DPoP });
  return { browser, tokens, claims: tokens.claims() };
};

/** Calls a path of the server with an access token. */
export const calls = async (config, path, accessToken, DPoP) => {
  const address = new URL(path, told.issuer);
  const answer = await oidc.fetchProtectedResource(config, accessToken, address, "GET", null, undefined, { DPoP });
  return answer.json();
};

/** The claims of a token whose signature is somebody else's business. */
export const claimsOf = (token) => JSON.parse(Buffer.from(token.split(".")[1], "base64url"));

/** How a call was refused, in the standards' words; a call that was not is told as such. */
export const refusal = async (call) => {
  try {
    await call;
  } catch (error) {
    const [challenge] = Array.isArray(error.cause) ? error.cause : [];
    if (challenge) return { status: error.status, scheme: challenge.scheme, ...challenge.parameters };
    if (error.error) return { status: error.status, error: error.error };
    throw error;
  }
  return { error: "not refused" };
};
