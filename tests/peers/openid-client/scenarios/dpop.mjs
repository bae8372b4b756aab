// DPoP: tokens bound to a key of the client, by proofs that carry the server's nonces.
import { Browser } from "../browser.mjs";
import { API, begins, calls, claimsOf, connects, logsIn, refusal, takes } from "../client.mjs";
import { oidc } from "../library.mjs";

const FOR_THE_API = { audience: API, scope: "openid offline_access read:me" };

/** A key, and what openid-client makes proofs with; the nonces that it has seen are its own. */
const key = async (config, algorithm) => {
  const pair = await oidc.randomDPoPKeyPair(algorithm);
  return { pair, DPoP: oidc.getDPoPHandle(config, pair) };
};

const boundTo = (accessToken) => claimsOf(accessToken).cnf?.jkt;

/** A login with a key of this algorithm, and a call that proves it. */
export const binds = async ({ algorithm }) => {
  const config = await connects();
  const { DPoP } = await key(config, algorithm);
  const { tokens, claims } = await logsIn(config, FOR_THE_API, { DPoP });
  const profile = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub, { DPoP });
  return {
    claims,
    profile,
    tokenType: tokens.token_type,
    thumbprint: await DPoP.calculateThumbprint(),
    boundTo: boundTo(tokens.access_token),
    answer: await calls(config, "api/me", tokens.access_token, DPoP),
  };
};

/** The same token from somebody who has it and not the key. */
export const stolen = async () => {
  const config = await connects();
  const { DPoP } = await key(config);
  const thief = await key(config);
  const { tokens } = await logsIn(config, FOR_THE_API, { DPoP });
  const call = (handle) => refusal(calls(config, "api/me", tokens.access_token, handle));
  return { asBearer: await call(), withAnotherKey: await call(thief.DPoP), withTheKey: await call(DPoP) };
};

/** A client that has not seen the API's nonce. */
export const firstCall = async () => {
  const config = await connects();
  const { pair, DPoP } = await key(config);
  const { tokens } = await logsIn(config, FOR_THE_API, { DPoP });
  const forgetful = oidc.getDPoPHandle(config, pair);
  return { answer: await calls(config, "api/me", tokens.access_token, forgetful) };
};

/** The very request that was just answered, once more. */
export const replayed = async () => {
  const config = await connects();
  const { DPoP } = await key(config);
  const { tokens } = await logsIn(config, FOR_THE_API, { DPoP });
  let sent;
  config[oidc.customFetch] = (...request) => {
    sent = request;
    return fetch(...request);
  };
  const answer = await calls(config, "api/me", tokens.access_token, DPoP);
  const again = await fetch(...sent);
  return { answer, status: again.status, challenge: again.headers.get("www-authenticate") };
};

/** The refresh token with another key, without one, and with its own. */
export const refreshed = async () => {
  const config = await connects();
  const { DPoP } = await key(config);
  const thief = await key(config);
  const { tokens } = await logsIn(config, FOR_THE_API, { DPoP });
  const refresh = (handle) => oidc.refreshTokenGrant(config, tokens.refresh_token, {}, { DPoP: handle });
  const withAnotherKey = await refusal(refresh(thief.DPoP));
  const without = await refusal(refresh());
  const fresh = await refresh(DPoP);
  return {
    withAnotherKey,
    without,
    thumbprint: await DPoP.calculateThumbprint(),
    boundTo: boundTo(fresh.access_token),
    answer: await calls(config, "api/me", fresh.access_token, DPoP),
  };
};

/** A code whose request named the key, exchanged without it and with it. */
export const boundCode = async () => {
  const config = await connects();
  const { DPoP } = await key(config);
  const thief = await key(config);
  const { address, checks } = await begins(config, { dpop_jkt: await DPoP.calculateThumbprint() });
  const answer = await new Browser().logsIn(address);
  const exchange = (handle) => takes(config, answer, checks, { DPoP: handle });
  return {
    withAnotherKey: await refusal(exchange(thief.DPoP)),
    without: await refusal(exchange()),
    tokenType: (await exchange(DPoP)).token_type,
  };
};

/** A client that must push its requests and prove its key, and does both. */
export const pushedAndProved = async () => {
  const config = await connects("strict");
  const { DPoP } = await key(config);
  const { tokens } = await logsIn(config, FOR_THE_API, { push: true, DPoP });
  return {
    thumbprint: await DPoP.calculateThumbprint(),
    boundTo: boundTo(tokens.access_token),
    answer: await calls(config, "api/me", tokens.access_token, DPoP),
  };
};

/** The same client without a proof, and with the proof of another key than that of the push. */
export const pushedWithoutTheKey = async () => {
  const config = await connects("strict");
  const { DPoP } = await key(config);
  const thief = await key(config);
  const { address, checks } = await begins(config, FOR_THE_API, { push: true, DPoP });
  const answer = await new Browser().logsIn(address);
  return {
    without: await refusal(takes(config, answer, checks)),
    withAnotherKey: await refusal(takes(config, answer, checks, { DPoP: thief.DPoP })),
  };
};
