// Has each library check the same signed ID tokens, in turns, and shows how many it checked in a second of each turn.
import IdTokenVerifier from "/idtoken-verifier.esm.js";
import * as jose from "/index.js";
import start, { check, prepare } from "/vestibule_bench.js";

const ROUNDS = 10;
const ROUND_MS = 200;
const TOKENS = 50;

const config = await (await fetch("/config.json")).json();
const metadata = await (await fetch(`${config.issuer}.well-known/openid-configuration`)).text();
const { issuer } = config;
const audience = "quickstart";
await start();

const show = (outcome) => {
  document.querySelector("#claims").textContent = JSON.stringify(outcome);
  const item = document.createElement("li");
  item.dataset.event = "measured";
  document.querySelector("#events").append(item);
};

const signed = async (alg, privateKey, nonce, at) =>
  new jose.SignJWT({ nonce, email: `person${at}@example.com`, email_verified: true, name: `Person ${at}` })
    .setProtectedHeader({ alg, kid: "key", typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(`auth0|${at}`)
    .setIssuedAt()
    .setExpirationTime("2h")
    .sign(privateKey);

const same = (expected, got) => {
  if (expected !== got) throw new Error(`expected ${expected}, got ${got}`);
};

/** What checks a token and gives its subject: issuer, audience, times, signature and nonce. */
const contenders = (alg, keys, nonce) => {
  const set = jose.createLocalJWKSet(keys);
  const all = {
    vestibule: check,
    jose: async (token) => {
      const { payload } = await jose.jwtVerify(token, set, {
        issuer,
        audience,
        algorithms: [alg],
        clockTolerance: 60,
        requiredClaims: ["sub", "iat", "exp"],
      });
      same(nonce, payload.nonce);
      return payload.sub;
    },
  };
  if (alg === "RS256") {
    const hex = (text) =>
      Array.from(jose.base64url.decode(text), (octet) => octet.toString(16).padStart(2, "0")).join("");
    const key = { modulus: hex(keys.keys[0].n), exp: hex(keys.keys[0].e) };
    // The key is in its cache from the start: nobody has to fetch one.
    const jwksCache = { has: () => true, get: () => key, set: () => undefined };
    const verifier = new IdTokenVerifier({ issuer, audience, jwksCache });
    all["idtoken-verifier"] = (token) =>
      new Promise((resolve, reject) =>
        verifier.verify(token, nonce, (error, payload) => (error ? reject(error) : resolve(payload.sub))),
      );
  }
  return all;
};

const forged = (token) => `${token.slice(0, -9)}${token.at(-9) === "A" ? "B" : "A"}${token.slice(-8)}`;

/** Each takes every token for what it is, and none whose signature is another. */
const prove = async (all, tokens) => {
  for (const [name, checks] of Object.entries(all)) {
    for (const [at, token] of tokens.entries()) same(`auth0|${at}`, await checks(token));
    const taken = await checks(forged(tokens[0])).then(
      () => true,
      () => false,
    );
    if (taken) throw new Error(`${name} took a forged token`);
  }
};

const perSecond = async (checks, tokens) => {
  const from = performance.now();
  let done = 0;
  let now = from;
  while (now - from < ROUND_MS) {
    await checks(tokens[done % tokens.length]);
    done += 1;
    now = performance.now();
  }
  return (done * 1000) / (now - from);
};

const measure = async (alg) => {
  const { publicKey, privateKey } = await jose.generateKeyPair(alg, { extractable: true });
  const keys = { keys: [{ ...(await jose.exportJWK(publicKey)), kid: "key", alg, use: "sig" }] };
  const nonce = prepare(issuer, audience, metadata, JSON.stringify(keys));
  const tokens = await Promise.all(Array.from({ length: TOKENS }, (_, at) => signed(alg, privateKey, nonce, at)));
  const all = contenders(alg, keys, nonce);
  await prove(all, tokens);
  const rates = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  const names = Object.keys(all);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whoever comes first in a round comes last in the next.
    const order = names.map((_, at) => names[(at + round) % names.length]);
    for (const name of order) rates[name].push(await perSecond(all[name], tokens));
  }
  return rates;
};

try {
  show({ RS256: await measure("RS256"), ES256: await measure("ES256") });
} catch (error) {
  show({ error: String(error) });
}
