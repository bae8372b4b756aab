// Starts an example's program. A file and not an inline script, so that the page runs under `script-src 'self'`.
// Trunk puts the names of the built files into this file's address; see `pattern_script` in Trunk.toml.
const here = new URL(import.meta.url);
const built = (name) => new URL(here.searchParams.get(name), here).href;

const { default: start } = await import(built("js"));
await start({ module_or_path: built("wasm") });
