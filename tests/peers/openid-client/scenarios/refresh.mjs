// Refresh tokens: they rotate, notice reuse, and bring less or something else when that is asked for.
import { API, REPORTS, calls, connects, logsIn, refusal } from "../client.mjs";
import { oidc } from "../library.mjs";

/** Twice in a row, each time with the newest. */
export const replaced = async () => {
  const config = await connects();
  const { tokens: first, claims } = await logsIn(config);
  const second = await oidc.refreshTokenGrant(config, first.refresh_token);
  const third = await oidc.refreshTokenGrant(config, second.refresh_token);
  const profile = await oidc.fetchUserInfo(config, third.access_token, claims.sub);
  const all = [first, second, third];
  return {
    claims,
    refreshed: third.claims(),
    profile,
    accessTokens: new Set(all.map((tokens) => tokens.access_token)).size,
    refreshTokens: new Set(all.map((tokens) => tokens.refresh_token)).size,
  };
};

/** One that was replaced comes back; then its successor, and what that brought. */
export const usedTwice = async () => {
  const config = await connects();
  const { tokens: first, claims } = await logsIn(config);
  const second = await oidc.refreshTokenGrant(config, first.refresh_token);
  return {
    old: await refusal(oidc.refreshTokenGrant(config, first.refresh_token)),
    successor: await refusal(oidc.refreshTokenGrant(config, second.refresh_token)),
    profile: await refusal(oidc.fetchUserInfo(config, second.access_token, claims.sub)),
  };
};

/** Less than was granted, and more. */
export const narrower = async () => {
  const config = await connects();
  const { tokens } = await logsIn(config);
  const more = await refusal(oidc.refreshTokenGrant(config, tokens.refresh_token, { scope: "openid phone" }));
  const less = await oidc.refreshTokenGrant(config, tokens.refresh_token, { scope: "openid email" });
  return { more, scope: less.scope };
};

/** A login for one API whose refresh token also opens the other. */
export const forAnotherApi = async () => {
  const config = await connects();
  const { tokens } = await logsIn(config, { audience: API, scope: "openid offline_access read:me" });
  const before = await refusal(calls(config, "api/reports", tokens.access_token));
  const other = await oidc.refreshTokenGrant(config, tokens.refresh_token, { audience: REPORTS });
  return { before, report: await calls(config, "api/reports", other.access_token) };
};
