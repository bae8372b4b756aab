// Pushed authorization requests: the address names the request, and says nothing of what is in it.
import { Browser } from "../browser.mjs";
import { begins, connects, logsIn, refusal, takes } from "../client.mjs";

const parametersOf = (address) => Object.fromEntries(address.searchParams);

/** A whole login, and the same address a second time. */
export const becomesTokens = async () => {
  const config = await connects();
  const { address, checks } = await begins(config, {}, { push: true });
  const tokens = await takes(config, await new Browser().logsIn(address), checks);
  const again = await new Browser().goes(address);
  return { parameters: parametersOf(address), claims: tokens.claims(), again: again.status ?? again.address };
};

/** Requests that break a rule. */
export const refusedAtOnce = async () => {
  const config = await connects();
  const pushes = (parameters) => refusal(begins(config, parameters, { push: true }));
  return {
    address: await pushes({ redirect_uri: "https://elsewhere.example/" }),
    responseType: await pushes({ response_type: "token" }),
    challenge: await pushes({ code_challenge_method: "plain" }),
    nested: await pushes({ request_uri: "urn:ietf:params:oauth:request_uri:none" }),
  };
};

/** A client that must push and does not. */
export const required = async () => {
  const config = await connects("strict");
  const { address, checks } = await begins(config);
  return refusal(takes(config, await new Browser().goes(address), checks));
};

/** A request that another client has pushed. */
export const anothers = async () => {
  const config = await connects();
  const { address, checks } = await begins(config, {}, { push: true });
  const stolen = new URL(address);
  stolen.searchParams.set("client_id", "legacy");
  const refused = await new Browser().goes(stolen);
  const tokens = await takes(config, await new Browser().logsIn(address), checks);
  return { refused: refused.status ?? refused.address, claims: tokens.claims() };
};
