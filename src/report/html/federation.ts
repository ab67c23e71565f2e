import type { FederationView } from "../advice/federation/federation.ts";
import { type Markup, markup, renderLine, renderList } from "./markup.ts";

/** How workflows can do without a key, folded. */
export function renderFederation({ title, intro, parts, notes }: FederationView): Markup {
  return markup`<details class="words"><summary>${title}</summary>
<p>${renderLine(intro)}</p>
${parts.map(
  ({ heading, code }) => markup`<p>${renderLine(heading)}</p>
<pre><code>${code}</code></pre>
`,
)}${renderList(notes)}</details>
`;
}
