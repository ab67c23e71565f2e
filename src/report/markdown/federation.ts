import type { FederationView } from "../advice/federation/federation.ts";
import { formatMarkdown } from "../line.ts";

/** How workflows can do without a key, folded. */
export function formatFederation({ title, intro, parts, notes }: FederationView): string {
  return [
    `<details><summary>${title}</summary>`,
    formatMarkdown(intro),
    ...parts.map(({ heading, language, code }) => `${formatMarkdown(heading)}\n\n\`\`\`${language}\n${code}\n\`\`\``),
    notes.map((note) => `- ${formatMarkdown(note)}`).join("\n"),
    "</details>",
  ].join("\n\n");
}
