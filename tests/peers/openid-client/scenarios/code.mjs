// The code with PKCE: what it brings, and what is refused.
import { Browser } from "../browser.mjs";
import { begins, connects, logsIn, refusal, takes } from "../client.mjs";
import { oidc } from "../library.mjs";

/** A whole login, and the person's profile. */
export const becomesTokens = async () => {
  const config = await connects();
  const { tokens, claims } = await logsIn(config);
  const profile = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
  return { claims, profile, tokenType: tokens.token_type, scope: tokens.scope };
};

/** The metadata of RFC 8414, which lie elsewhere than OpenID Connect's. */
export const byTheOtherMetadata = async ({ issuer }) => {
  const config = await oidc.discovery(new URL(issuer), "quickstart", undefined, oidc.None(), {
    algorithm: "oauth2",
    execute: [oidc.allowInsecureRequests],
  });
  const { claims } = await logsIn(config);
  return { claims };
};

/** The same code again, and what is left of the tokens that it brought. */
export const usedTwice = async () => {
  const config = await connects();
  const { address, checks } = await begins(config);
  const answer = await new Browser().logsIn(address);
  const tokens = await takes(config, answer, checks);
  return {
    again: await refusal(takes(config, answer, checks)),
    profile: await refusal(oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)),
    refresh: await refusal(oidc.refreshTokenGrant(config, tokens.refresh_token)),
  };
};

/** Another verifier than the request's, and the right one after it. */
export const withAnotherVerifier = async () => {
  const config = await connects();
  const { address, checks } = await begins(config);
  const answer = await new Browser().logsIn(address);
  const another = { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
  const refused = await refusal(takes(config, answer, another));
  const tokens = await takes(config, answer, checks);
  return { refused, claims: tokens.claims() };
};

/** The person presses Cancel. */
export const cancelled = async () => {
  const config = await connects();
  const { address, checks } = await begins(config);
  const browser = new Browser();
  const answer = await browser.submits(await browser.goes(address), { action: "cancel" });
  return refusal(takes(config, answer, checks));
};

/** Without a page to log in on: before a login, and after one in the same browser. */
export const silent = async () => {
  const config = await connects();
  const asks = async (browser) => {
    const { address, checks } = await begins(config, { prompt: "none" });
    return takes(config, await browser.goes(address), checks);
  };
  const refused = await refusal(asks(new Browser()));
  const { browser, claims } = await logsIn(config);
  const tokens = await asks(browser);
  return { refused, claims, again: tokens.claims() };
};

/** A login that must not be older than an hour, which the library checks by `auth_time`. */
export const notOlderThan = async () => {
  const config = await connects();
  const { address, checks } = await begins(config, { max_age: "3600" });
  const tokens = await takes(config, await new Browser().logsIn(address), { ...checks, maxAge: 3600 });
  return { claims: tokens.claims() };
};
