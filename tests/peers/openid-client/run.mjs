// Plays one scenario and prints what came of it as one JSON object; the test that asked for it judges.
import { told } from "./library.mjs";
import * as api from "./scenarios/api.mjs";
import * as code from "./scenarios/code.mjs";
import * as dpop from "./scenarios/dpop.mjs";
import * as hybrid from "./scenarios/hybrid.mjs";
import * as logout from "./scenarios/logout.mjs";
import * as pushed from "./scenarios/pushed.mjs";
import * as refresh from "./scenarios/refresh.mjs";
import * as revocation from "./scenarios/revocation.mjs";

/** A server that never answers fails the test instead of holding it. */
const LONGEST = 60_000;
const tooLong = setTimeout(() => {
  console.error(`${told.scenario} took more than ${LONGEST} ms`);
  process.exit(1);
}, LONGEST);

const scenarios = { api, code, dpop, hybrid, logout, pushed, refresh, revocation };
const [group, name] = told.scenario.split(".");
process.stdout.write(JSON.stringify(await scenarios[group][name](told)));
clearTimeout(tooLong);
