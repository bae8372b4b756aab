// Writes the sheet that Tailwind itself makes for a page that uses nothing but its reset: `node preflight.mjs FILE`.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

// The package lies where NODE_PATH says, which only `require` looks at.
const require = createRequire(import.meta.url);
const { compile } = require("tailwindcss");

const page = `@layer theme, base;
@import "tailwindcss/theme.css" layer(theme);
@import "tailwindcss/preflight.css" layer(base);`;

const loadStylesheet = async (id, base) => {
  const path = require.resolve(id);
  return { path, base, content: await readFile(path, "utf8") };
};

const { build } = await compile(page, { base: ".", loadStylesheet });
await writeFile(process.argv[2], build([]));
