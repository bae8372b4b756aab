// The key that tokens are bound to: it can sign and never be read, and stays in the browser through redirects.

const GENERATED = [{ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]];

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const store = async () => {
  const opening = indexedDB.open("keys", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
  return (await done(opening)).transaction("keys", "readwrite").objectStore("keys");
};

export const newKey = () => crypto.subtle.generateKey(...GENERATED);

export const keptKey = async () => done((await store()).get("key"));

/** A new key, kept in the place of the one before. */
export const keepNewKey = async () => {
  const pair = await newKey();
  await done((await store()).put(pair, "key"));
  return pair;
};
