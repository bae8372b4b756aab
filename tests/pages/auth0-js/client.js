// auth0-js, told where the authority is and nothing else.
const config = await (await fetch("config.json")).json();

export const issuer = config.issuer;
const origin = issuer.replace(/\/$/, "");

export const auth = new window.auth0.WebAuth({
  domain: origin,
  clientID: config.client ?? "legacy",
  redirectUri: `${location.origin}/`,
  responseType: config.responseType ?? "token id_token",
  scope: config.scope ?? "openid profile email",
  audience: config.audience,
  overrides: {
    __tenant: "vestibule",
    __token_issuer: issuer,
    __jwks_uri: `${origin}/.well-known/jwks.json`,
  },
});
