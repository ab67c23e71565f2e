import { type FileRule, VARIABLE } from "./advice/file-rules.ts";
import { line } from "./line.ts";

/** Files that programs write, in which a key is left over; and texts for people. */
export const LEFT_OVER: readonly FileRule[] = [
  {
    of: /\.ipynb$/,
    remove: (path) => line`Take it out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`,
  },
  {
    of: /(?:^|\/)[^/]*(?:cassettes?|recordings?|__recordings__)\/|\.har$/,
    remove: (path) => line`Record ${path} anew, with the ${"Authorization"} header left out.`,
  },
  {
    of: /\.log(?:\.\d+)?$|(?:^|\/)\.[a-z]+_history$/,
    remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`,
  },
  {
    of: /\.(?:patch|diff|orig|rej|bak|swp)$|~$/,
    remove: (path) => line`Take ${path} out of git: it keeps lines that the file itself may have lost.`,
  },
  {
    of: /\.(?:map|pyc|class|jar|war|o|a|so|dll|exe|wasm|apk|aab|ipa)$|[.-](?:min|bundle)\.js$|(?:^|\/)(?:dist|\.next|node_modules|__pycache__)\//,
    remove: (path) => line`Take it out of what ${path} is built from, and build that anew.`,
  },
  {
    of: /\.(?:md|mdx|markdown|rst|adoc)$/,
    remove: (path) => line`In ${path}, write a placeholder instead, such as ${`YOUR_${VARIABLE}`}.`,
  },
];
