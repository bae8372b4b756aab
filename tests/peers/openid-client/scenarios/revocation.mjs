// Giving tokens back.
import { connects, logsIn, refusal } from "../client.mjs";
import { oidc } from "../library.mjs";

const left = async (config, { tokens, claims }) => ({
  profile: await refusal(oidc.fetchUserInfo(config, tokens.access_token, claims.sub)),
  refresh: await refusal(oidc.refreshTokenGrant(config, tokens.refresh_token)),
});

/** The refresh token, which takes all with it. */
export const ofTheRefreshToken = async () => {
  const config = await connects();
  const login = await logsIn(config);
  await oidc.tokenRevocation(config, login.tokens.refresh_token, { token_type_hint: "refresh_token" });
  return left(config, login);
};

/** The access token alone. */
export const ofTheAccessToken = async () => {
  const config = await connects();
  const login = await logsIn(config);
  await oidc.tokenRevocation(config, login.tokens.access_token);
  return left(config, login);
};

/** A token that is none, which is as good as revoked, and one of another client, which is not. */
export const ofWhatIsNotOurs = async () => {
  const config = await connects();
  const login = await logsIn(config);
  await oidc.tokenRevocation(config, "not a token");
  const other = await connects("legacy");
  return {
    refused: await refusal(oidc.tokenRevocation(other, login.tokens.refresh_token)),
    ...(await left(config, login)),
  };
};
