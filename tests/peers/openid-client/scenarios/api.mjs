// Calling APIs: the server's own, and one of somebody else that knows the server by its metadata and keys alone.
import { createServer } from "node:http";

import { API, calls, connects, logsIn, refusal } from "../client.mjs";
import { oauth, oidc } from "../library.mjs";

const SCOPE = "openid read:me";

/** With audience and scope, without the one, and without the other. */
export const opens = async () => {
  const config = await connects();
  const call = async (parameters) => {
    const { tokens } = await logsIn(config, parameters);
    return calls(config, "api/me", tokens.access_token);
  };
  const { tokens, claims } = await logsIn(config, { audience: API, scope: SCOPE });
  return {
    claims,
    answer: await calls(config, "api/me", tokens.access_token),
    otherApi: await refusal(calls(config, "api/reports", tokens.access_token)),
    withoutAudience: await refusal(call({ scope: "openid" })),
    withoutScope: await refusal(call({ audience: API, scope: "openid" })),
    notAToken: await refusal(calls(config, "api/me", "not-a-token")),
  };
};

/**
 * An API on a port of its own, which judges tokens by RFC 9068 and their proofs by RFC 9449: it asks the server for
 * its keys and for nothing else.
 */
const withApi = async (config, use) => {
  const judged = async ({ headers, method, url }) => {
    const request = new Request(`http://${headers.host}${url}`, { method, headers });
    const options = { [oauth.allowInsecureRequests]: true };
    return oauth.validateJwtAccessToken(config.serverMetadata(), request, API, options);
  };
  const api = createServer(async (request, response) => {
    const [status, body] = await judged(request).then(
      (claims) => [200, claims],
      (error) => [401, { code: error.code, message: error.message }],
    );
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise((listening) => api.listen(0, "127.0.0.1", listening));
  try {
    return await use(new URL(`http://127.0.0.1:${api.address().port}/things?of=ada`));
  } finally {
    api.close();
    api.closeAllConnections();
  }
};

const asks = async (config, address, accessToken, options) => {
  const answer = await oidc.fetchProtectedResource(config, accessToken, address, "GET", null, undefined, options);
  return { status: answer.status, body: await answer.json() };
};

/** A bearer token. */
export const ofSomebodyElse = async () => {
  const config = await connects();
  const { tokens, claims } = await logsIn(config, { audience: API, scope: SCOPE });
  const elsewhere = await logsIn(config, { scope: SCOPE });
  return withApi(config, async (address) => ({
    claims,
    answer: await asks(config, address, tokens.access_token),
    idToken: await asks(config, address, tokens.id_token),
    otherAudience: await asks(config, address, elsewhere.tokens.access_token),
  }));
};

/** A token that is bound to a key. */
export const ofSomebodyElseWithProof = async () => {
  const config = await connects();
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair());
  const { tokens, claims } = await logsIn(config, { audience: API, scope: SCOPE }, { DPoP });
  return withApi(config, async (address) => ({
    claims,
    answer: await asks(config, address, tokens.access_token, { DPoP }),
    asBearer: await asks(config, address, tokens.access_token),
  }));
};
