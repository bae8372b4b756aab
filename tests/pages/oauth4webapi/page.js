// Puts the client at a story's disposal: `demo.NAME(…)` starts what a story asks for, #claims shows the outcome.
import * as oauth from "/index.js";
import { authorize, callback, client, config, logOut, plain, prover, refresh, server, withNonce } from "/client.js";
import { newKey } from "/key.js";

let tokens = null;
let claims = null;
let DPoP;
let used = null;

const show = (name, outcome) => {
  document.querySelector("#claims").textContent = JSON.stringify(outcome);
  const item = document.createElement("li");
  item.dataset.event = name;
  document.querySelector("#events").append(item);
};

/** A refusal by its code, that of an API by its challenge, and an answer that breaks a rule by the library's words. */
const refusal = ({ error, status, cause, message }) => {
  const [challenge] = Array.isArray(cause) ? cause : [];
  return challenge
    ? { status, scheme: challenge.scheme, ...challenge.parameters }
    : { error: error ?? null, message };
};

/** Shows what comes of it. */
const shows = async (name, work) => {
  try {
    show(name, await work());
  } catch (error) {
    show("failed", refusal(error));
  }
};

/** What proves a call: the client's key; `another` key; or `nothing`, as if the token were bound to none. */
const proof = { own: () => DPoP, another: async () => prover(await newKey()), nothing: () => undefined };

window.demo = {
  logIn: (responseType) => shows("left", () => authorize(responseType)),
  logInSilently: () => authorize("code", { prompt: "none" }),
  /** A request that the server has to refuse, whatever else is in it. */
  logInFromElsewhere: () => shows("left", () => authorize("code", { redirect_uri: "https://elsewhere.example/" })),
  userInfo: () =>
    shows("user-info", () =>
      withNonce(async () => {
        const response = await oauth.userInfoRequest(server, client, tokens.access_token, { ...plain, DPoP });
        return oauth.processUserInfoResponse(server, client, claims.sub, response);
      })),
  callApi: (path, by = "own") =>
    shows("api", async () => {
      const options = { ...plain, DPoP: await proof[by]() };
      const address = new URL(path, config.issuer);
      const { access_token } = tokens;
      const answer = await withNonce(() =>
        oauth.protectedResourceRequest(access_token, "GET", address, undefined, null, options));
      return answer.json();
    }),
  /** To what the access token is bound, and to what it should be. */
  binding: () =>
    shows("binding", async () => {
      const payload = tokens.access_token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
      return {
        tokenType: tokens.token_type,
        boundTo: JSON.parse(atob(payload)).cnf?.jkt,
        thumbprint: await DPoP.calculateThumbprint(),
      };
    }),
  /** Uses the refresh token and says which tokens the answer has replaced. */
  refresh: () =>
    shows("refreshed", async () => {
      const old = tokens;
      tokens = { ...old, ...(await refresh(old.refresh_token, DPoP)) };
      used = old.refresh_token;
      return {
        newAccessToken: tokens.access_token !== old.access_token,
        newRefreshToken: tokens.refresh_token !== old.refresh_token,
      };
    }),
  refreshWithTheUsedOne: () => shows("refreshed-again", () => refresh(used, DPoP)),
  refreshWithTheNewOne: () => shows("refreshed-again", () => refresh(tokens.refresh_token, DPoP)),
  refreshBy: (by) => shows("refreshed-again", async () => refresh(tokens.refresh_token, await proof[by]())),
  /** Gives back `access_token` or `refresh_token`. */
  revoke: (name) =>
    shows("revoked", async () => {
      const response = await oauth.revocationRequest(server, client, oauth.None(), tokens[name], plain);
      await oauth.processRevocationResponse(response);
      return {};
    }),
  logOut: () => logOut({ id_token_hint: tokens.id_token }),
  logOutWithoutASign: () => logOut(),
};

const here = new URL(location.href);
if (here.pathname === "/callback") {
  await shows("authenticated", async () => {
    ({ tokens, claims, DPoP } = await callback());
    return claims;
  });
} else if (here.searchParams.has("state")) {
  show("logged-out", { stateMatches: here.searchParams.get("state") === sessionStorage.getItem("leaving") });
}
show("shown", JSON.parse(document.querySelector("#claims").textContent || "{}"));
