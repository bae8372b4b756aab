// A certified OpenID Connect server that is not ours, oidc-provider, set up for one app. It is told on its input as JSON which
// package, which app, and what to insist on, and says where it listens.
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const told = JSON.parse(await new Promise((done) => process.stdin.once("data", done)));
const { Provider } = await import(pathToFileURL(told.library));

const listening = createServer((request, response) => handle(request, response));
let handle = (_, response) => response.end();
await new Promise((done) => listening.listen(0, "127.0.0.1", done));
const issuer = `http://localhost:${listening.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "spa",
      application_type: "web",
      token_endpoint_auth_method: "none",
      redirect_uris: [`${told.app}/`],
      post_logout_redirect_uris: [`${told.app}/`],
      grant_types: ["authorization_code", "refresh_token", "implicit"],
      response_types: ["code", "code id_token"],
    },
  ],
  pkce: { required: () => true },
  clientBasedCORS: (_, origin) => origin === told.app,
  rotateRefreshToken: true,
  issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
  cookies: { keys: ["a key for a server that lives for one story"] },
  findAccount: async (_, id) => ({
    accountId: id,
    claims: async () => ({ sub: id, email: `${id}@example.com`, name: "Ada" }),
  }),
  claims: { openid: ["sub"], email: ["email"], profile: ["name"] },
  features: {
    devInteractions: { enabled: true },
    webMessageResponseMode: { enabled: true, ack: "individual-draft-01" },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: told.par === true },
    dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => true },
  },
});

// It takes response types with tokens in the front channel from https clients alone; for a story, loopback is as good.
const { prototype } = provider.Client.Schema;
const { invalidate } = prototype;
prototype.invalidate = function (message, code) {
  if (code !== "implicit-force-https" && code !== "implicit-forbid-localhost") invalidate.call(this, message, code);
};

handle = provider.callback();
console.log(`listening on ${issuer}`);
process.on("SIGTERM", () => process.exit(0));
