// A file and not an inline script: `pattern_script` in Trunk.toml says why.
const here = new URL(import.meta.url);
const built = (name) => new URL(here.searchParams.get(name), here).href;

const { default: start } = await import(built("js"));
await start({ module_or_path: built("wasm") });
