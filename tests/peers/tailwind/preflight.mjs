// Writes the sheet that Tailwind itself makes for a page that uses nothing but its reset, or these classes too, with the widget's
// layer where the guide for hosts puts it: `node preflight.mjs FILE [CLASS…]`.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

// The package lies where NODE_PATH says, which only `require` looks at.
const require = createRequire(import.meta.url);
const { compile } = require("tailwindcss");

const [file, ...classes] = process.argv.slice(2);
const layers = classes.length ? "theme, base, vestibule, components, utilities" : "theme, base";
const page = `@layer ${layers};
@import "tailwindcss/theme.css" layer(theme);
@import "tailwindcss/preflight.css" layer(base);
@import "tailwindcss/utilities.css" layer(utilities);`;

const loadStylesheet = async (id, base) => {
  const path = require.resolve(id);
  return { path, base, content: await readFile(path, "utf8") };
};

const { build } = await compile(page, { base: ".", loadStylesheet });
await writeFile(file, build(classes));
