import { HOLDS_NO_KEY } from "../wording/page.ts";
import { REPOSITORY } from "../wording/pull-request-comment.ts";
import { type Markup, markup, renderLink } from "./markup.ts";

/** A page: its title, its one style with the SHA-256 that browsers must find it to have, and what stands in it. */
export type HtmlDocument = { title: string; style: string; styleHash: string; version: string; body: Markup };

/** A file that needs nothing else, runs nothing and asks nobody: the one style is known by its hash. */
export function renderDocument({ title, style, styleHash, version, body }: HtmlDocument): string {
  const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}<footer><p>${HOLDS_NO_KEY} ${renderLink(REPOSITORY, markup`OpenAI Key Guard ${version}`)}</p></footer>
</body>
</html>
`.markup;
}
