// A public client made of oauth4webapi alone: it asks for logins and takes the answers.
import * as oauth from "/index.js";
import { keepNewKey, keptKey } from "/key.js";

export const config = await (await fetch("/config.json")).json();
/** The authority is on loopback without TLS. */
export const plain = { [oauth.allowInsecureRequests]: true };
const issuer = new URL(config.issuer);
export const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, plain));
export const client = {
  client_id: config.client ?? "quickstart",
  id_token_signed_response_alg: config.alg ?? "RS256",
};
const redirectUri = `${location.origin}/callback`;

/** What makes proofs with a key, or nothing for a client that sends none. */
export const prover = (pair) => (pair ? oauth.DPoP(client, pair) : undefined);

/** Sends a request, and sends it again when the server has now named its nonce. */
export const withNonce = async (send) => {
  try {
    return await send();
  } catch (error) {
    if (!oauth.isDPoPNonceError(error)) throw error;
    return send();
  }
};

/** Leaves a request with the server, which gives it a name. */
const push = async (parameters, DPoP) => {
  const { request_uri } = await withNonce(async () => {
    const response = await oauth.pushedAuthorizationRequest(server, client, oauth.None(), parameters, {
      ...plain,
      DPoP,
    });
    return oauth.processPushedAuthorizationResponse(server, client, response);
  });
  return new URLSearchParams({ client_id: client.client_id, request_uri });
};

/** Goes to the authority. What the callback has to hold against the answer stays in this tab. */
export const authorize = async (responseType, more = {}) => {
  const kept = {
    responseType,
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
  };
  const DPoP = prover(config.dpop && (await keepNewKey()));
  const parameters = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: responseType,
    scope: config.scope ?? "openid profile email offline_access",
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: "S256",
    ...(config.audience && { audience: config.audience }),
    ...(DPoP && { dpop_jkt: await DPoP.calculateThumbprint() }),
    ...more,
  });
  const address = new URL(server.authorization_endpoint);
  address.search = config.push ? await push(parameters, DPoP) : parameters;
  sessionStorage.setItem("kept", JSON.stringify(kept));
  location.assign(address);
};

/** Judges the answer in the address and exchanges its code. */
export const callback = async () => {
  const kept = JSON.parse(sessionStorage.getItem("kept"));
  sessionStorage.removeItem("kept");
  const here = new URL(location.href);
  const answer =
    kept.responseType === "code"
      ? oauth.validateAuthResponse(server, client, here, kept.state)
      : await oauth.validateCodeIdTokenResponse(server, client, here, kept.nonce, kept.state, undefined, plain);
  const DPoP = prover(config.dpop && (await keptKey()));
  return withNonce(async () => {
    const response = await oauth.authorizationCodeGrantRequest(
      server, client, oauth.None(), answer, redirectUri, kept.verifier, { ...plain, DPoP },
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: kept.nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, plain);
    return { tokens, claims: oauth.getValidatedIdTokenClaims(tokens), DPoP };
  });
};

export const refresh = (refreshToken, DPoP) =>
  withNonce(async () => {
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, {
      ...plain,
      DPoP,
    });
    return oauth.processRefreshTokenResponse(server, client, response);
  });

/** Goes to the authority to log out, and comes back to the page with a state. */
export const logOut = (parameters) => {
  const state = oauth.generateRandomState();
  sessionStorage.setItem("leaving", state);
  const address = new URL(server.end_session_endpoint);
  address.search = new URLSearchParams({
    client_id: client.client_id,
    post_logout_redirect_uri: `${location.origin}/`,
    state,
    ...parameters,
  });
  location.assign(address);
};
