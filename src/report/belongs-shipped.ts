import { type FileRule, VARIABLE } from "./advice/file-rules.ts";
import { type Line, line } from "./line.ts";

const NODE = ["process", "env", VARIABLE].join(".");

const SERVER = line`on a server of yours that the app asks, and never in the app`;

function fromApp(path: string): Line {
  return line`Take it out of ${path}, and let a server of yours ask OpenAI: whoever has an app can read its keys.`;
}

function fromPage(path: string): Line {
  return line`Take it out of ${path}, and let a server of yours ask OpenAI: what a browser gets is public.`;
}

/** Files that reach other people's machines as they are, or as a part of an app: no secret can be kept in them. */
export const SHIPPED: readonly FileRule[] = [
  {
    of: /\.(?:swift|mm|xcconfig|plist|storyboard|dart)$|(?:^|\/)(?:androidmanifest\.xml|google-services\.json)$|(?:^|\/)res\/values[^/]*\/[^/]+\.xml$|(?:^|\/)(?:android[^/]*|composeapp|[^/]*android(?:app|main))\/.+\.(?:kts?|java|gradle|properties|xml)$/,
    keep: SERVER,
    remove: fromApp,
  },
  {
    of: /(?:^|\/)app\/src\/.+\.(?:kt|java)$/,
    remove: (path) =>
      line`In ${path}, read ${`System.getenv("${VARIABLE}")`} instead; in a mobile app, let a server of yours ask OpenAI.`,
  },
  {
    of: /\.(?:html?|vue|svelte)$|\.user\.js$|(?:^|\/)(?:public|static|www|wwwroot|browser|frontend|webapp)\/(?:.+\/)?[^/]+\.[cm]?[jt]sx?$|(?:^|\/)environments\/environment[^/]*\.ts$/,
    keep: line`on a server of yours that the page asks, and never in the page`,
    remove: fromPage,
  },
  {
    of: /\.(?:[jt]sx|astro)$|(?:^|\/)client\/(?:.+\/)?[^/]+\.[cm]?[jt]s$/,
    remove: (path) => line`In ${path}, read ${NODE} instead, and on a server alone: what a browser gets is public.`,
  },
];
