import { defineConfig } from "rolldown";

// undici and the runner's http client are only reached by code we never call: unless these packages are said to be
// free of side effects, they are loaded at every start, which doubles the time a clean change costs.
const quiet = /node_modules[\\/](@actions|undici|tunnel)[\\/]/;

export default defineConfig({
  input: { action: "src/action.ts", cli: "src/cli.ts" },
  platform: "node",
  transform: { target: "node20.19" },
  treeshake: { moduleSideEffects: (id) => !quiet.test(id) },
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    cleanDir: true,
    comments: { legal: true, annotation: false, jsdoc: false },
  },
});
