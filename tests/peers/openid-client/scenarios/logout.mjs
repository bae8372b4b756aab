// RP-initiated logout: at once for whoever shows the login, after a question for everybody else.
import { begins, connects, logsIn, refusal, takes } from "../client.mjs";
import { oidc, told } from "../library.mjs";

/** What a silent request finds of the session. */
const session = async (config, browser) => {
  const { address, checks } = await begins(config, { prompt: "none" });
  return refusal(takes(config, await browser.goes(address), checks));
};

const target = { post_logout_redirect_uri: told.home };

/** With the ID token. */
export const withHint = async () => {
  const config = await connects();
  const { browser, tokens } = await logsIn(config);
  const state = oidc.randomState();
  const end = { ...target, id_token_hint: tokens.id_token, state };
  const { address } = await browser.goes(oidc.buildEndSessionUrl(config, end));
  return { address, state, session: await session(config, browser) };
};

/** By the session's name, which is in the ID token. */
export const bySessionName = async () => {
  const config = await connects();
  const { browser, claims } = await logsIn(config);
  const end = { ...target, logout_hint: claims.sid };
  const { address } = await browser.goes(oidc.buildEndSessionUrl(config, end));
  return { address, session: await session(config, browser) };
};

/** Without a sign of the person, who first stays and then goes. */
export const withQuestion = async () => {
  const config = await connects();
  const { browser } = await logsIn(config);
  const question = () => browser.goes(oidc.buildEndSessionUrl(config, target));
  await browser.submits(await question(), { action: "stay" });
  const stayed = await session(config, browser);
  const { address } = await browser.submits(await question());
  return { stayed, address, session: await session(config, browser) };
};

/** To an address that is not registered. */
export const elsewhere = async () => {
  const config = await connects();
  const { browser, tokens } = await logsIn(config);
  const end = { post_logout_redirect_uri: "https://elsewhere.example/", id_token_hint: tokens.id_token };
  const { status } = await browser.goes(oidc.buildEndSessionUrl(config, end));
  return { status, session: await session(config, browser) };
};
