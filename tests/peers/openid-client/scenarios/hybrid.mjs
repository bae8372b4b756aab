// `code id_token`: the ID token beside the code vouches for it.
import { Browser } from "../browser.mjs";
import { begins, connects, refusal, takes } from "../client.mjs";
import { oidc } from "../library.mjs";

const logsIn = async (extensions, parameters) => {
  const config = await connects("quickstart", ...extensions);
  const { address, checks } = await begins(config, parameters);
  const browser = new Browser();
  const answered = await browser.logsIn(address);
  // The form of an answer is posted by a script of its page.
  const answer = answered.page ? await browser.submits(answered) : answered;
  const tokens = await takes(config, answer, checks);
  return {
    claims: tokens.claims(),
    fragment: answer.address.hash.slice(1).split("&").map((pair) => pair.split("=")[0]),
    query: answer.address.search,
    posted: answer.request !== undefined,
  };
};

/** By the fragment, which is how it comes when nothing is said. */
export const inTheFragment = () => logsIn([oidc.useCodeIdTokenResponseType]);

/** By a form that posts itself to the app. */
export const byForm = () => logsIn([oidc.useCodeIdTokenResponseType], { response_mode: "form_post" });

/** As FAPI 1.0 has it: the ID token is a signature over code and state. */
export const asDetachedSignature = () =>
  logsIn([oidc.useCodeIdTokenResponseType, oidc.enableDetachedSignatureResponseChecks]);

/** Asked for in the query, where it must not be. */
export const inTheQuery = async () => {
  const config = await connects("quickstart", oidc.useCodeIdTokenResponseType);
  const { address, checks } = await begins(config, { response_mode: "query" });
  return refusal(takes(config, await new Browser().goes(address), checks));
};
