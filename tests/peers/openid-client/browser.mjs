// A browser as small as the server's pages allow: cookies, redirects, and forms posted as they stand.
import { told } from "./library.mjs";

/** More hops than any login takes. */
const MOST_HOPS = 10;

const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"' };
const plain = (text) => text.replace(/&(amp|lt|gt|quot);/g, (_, name) => CHARACTERS[name]);

export class Browser {
  #cookies = new Map();

  /**
   * Goes to an address and follows it to a page of the server, `{ address, status, page }`, or to an app, of which
   * only the `{ address }` counts.
   */
  async goes(to, form) {
    let address = new URL(to);
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      if (address.origin !== new URL(told.issuer).origin) return { address };
      const response = await fetch(address, {
        method: form ? "POST" : "GET",
        body: form,
        headers: { cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; ") },
        redirect: "manual",
      });
      this.#keeps(response.headers.getSetCookie());
      const location = response.headers.get("location");
      if (!location) return { address, status: response.status, page: await response.text() };
      // A browser carries its fragment through redirects; no address of the server has one.
      address = new URL(location, address);
      form = undefined;
    }
    throw new Error(`more than ${MOST_HOPS} redirects, the last to ${address}`);
  }

  /** Posts the page's form with these fields filled in; one for an app comes back as the `{ request }` it gets. */
  async submits({ address, page }, fields = {}) {
    const form = /<form method="post" action="([^"]*)">/.exec(page);
    if (!form) throw new Error(`no form in ${page}`);
    const hidden = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
    const body = new URLSearchParams([
      ...[...hidden].map(([, name, value]) => [name, plain(value)]),
      ...Object.entries(fields),
    ]);
    const action = new URL(plain(form[1]), address);
    if (action.origin === address.origin) return this.goes(action, body);
    return { address: action, request: new Request(action, { method: "POST", body }) };
  }

  /** Logs the seeded person in on the hosted page that an authorization request leads to. */
  async logsIn(to) {
    const { username, password } = told;
    return this.submits(await this.goes(to), { username, password });
  }

  #keeps(cookies) {
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (/;\s*max-age=0(;|$)/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}
