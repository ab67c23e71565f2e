import type { FederationView } from "../advice/federation/federation.ts";
import { type Markup, markup, renderLine, renderList } from "./markup.ts";

/** How workflows can do without a key, folded. */
export function renderFederation({ title, intro, parts, notes }: FederationView): Markup {
  return markup`<details class="words"><summary>${title}</summary>
<p>${renderLine(intro)}</p>
${parts.map(
  ({ heading, code }) => markup`<p>${renderLine(heading)}</p>
<pre><code>${renderCode(code)}</code></pre>
`,
)}${renderList(notes)}</details>
`;
}

/** Code as people copy it: elsewhere an end of a line is made visible, and two colons are told apart. */
function renderCode(code: string): Markup {
  const lines = code.split("\n").map((one) => markup`${one.split(/(?<=:)(?=:)/)}`);
  return markup`${lines.map((one, at) => (at === 0 ? one : markup`\n${one}`))}`;
}
