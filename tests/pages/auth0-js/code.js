// The code with PKCE, of which auth0-js passes the challenge on and exchanges the code; the rest is left to the app.
import { auth } from "./client.js";

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const challengeOf = async (verifier) =>
  base64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));

/** Goes to the authority. What the answer is held against stays in this tab. */
export const askForCode = async () => {
  const kept = { verifier: random(), state: random(), nonce: random() };
  sessionStorage.setItem("kept", JSON.stringify(kept));
  const { state, nonce } = kept;
  const codeChallenge = await challengeOf(kept.verifier);
  auth.authorize({ state, nonce, codeChallenge, codeChallengeMethod: "S256" });
};

/** The answer to such a request, which comes in the query or, with an ID token beside the code, in the fragment. */
export const answerWithCode = [location.search, location.hash]
  .map((text) => text.slice(1))
  .find((text) => ["code", "error"].some((name) => new URLSearchParams(text).has(name)));

/** Judges the answer, exchanges its code and judges the tokens, each time by auth0-js. */
export const exchange = (answer, callback) => {
  const { verifier, state, nonce } = JSON.parse(sessionStorage.getItem("kept")) ?? {};
  sessionStorage.removeItem("kept");
  // Nothing but an error or an ID token is looked at here, so that a code alone goes on unjudged.
  auth.parseHash({ hash: answer, state, nonce }, (refusal) => {
    if (refusal) return callback(refusal);
    const given = new URLSearchParams(answer);
    const request = {
      grantType: "authorization_code",
      code: given.get("code"),
      codeVerifier: verifier,
      redirectUri: `${location.origin}/`,
    };
    return auth.client.oauthToken(request, (error, tokens) => {
      if (error) return callback(error);
      const hash = { id_token: tokens.idToken, access_token: tokens.accessToken, state: given.get("state") };
      return auth.validateAuthenticationResponse({ state, nonce }, hash, (wrong, result) =>
        callback(wrong, { ...result, refreshToken: tokens.refreshToken }));
    });
  });
};
