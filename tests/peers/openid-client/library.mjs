// openid-client and its oauth4webapi as npm installed them, and what this run was told on standard input.
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";

// Node.js 18, which Debian 12 has, keeps these two to itself; the libraries expect them as globals.
globalThis.crypto ??= webcrypto;
globalThis.CryptoKey ??= webcrypto.CryptoKey;

export const told = JSON.parse(readFileSync(0, "utf8"));
export const oidc = await import(told.libraries.openidClient);
export const oauth = await import(told.libraries.oauth4webapi);
