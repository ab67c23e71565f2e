import type { Medium } from "../../messages/medium.ts";
import {
  describeWhereToPaste,
  FEDERATION_SECTIONS,
  type RepositoryFederation,
} from "../advice/federation/secret-federation.ts";
import { formatPlain, type Line } from "../line.ts";
import type { Look } from "./look.ts";
import { TIED, wrap } from "./wrap.ts";

/**
 * How workflows can do without their keys: a sentence for each repository, and where there is more to paste. With
 * `--verbose` all of it; the code stands at the left edge, so that it can be copied.
 */
export function renderFederations(
  federations: readonly RepositoryFederation[],
  look: Look,
  { medium, after }: { medium: Medium; after: keyof typeof FEDERATION_SECTIONS },
): readonly string[] {
  if (federations.length === 0) return [];
  const shown = look.verbose ? federations : federations.slice(0, MOST);
  const texts = shown.flatMap((one, at) =>
    look.verbose ? [...(at > 0 ? [""] : []), ...renderWhole(one, look)] : indent(one.brief, look),
  );
  const rest = look.verbose ? [] : indent(describeWhereToPaste(federations.length - shown.length, medium, after), look);
  return [[look.paint("bold", FEDERATION_SECTIONS[after]), ...texts, ...rest].join("\n")];
}

const MOST = 5;

function renderWhole({ brief, intro, parts, notes }: RepositoryFederation, look: Look): readonly string[] {
  return [
    ...indent(brief, look),
    ...indent(intro, look),
    ...parts.flatMap(({ heading, code }) => ["", ...indent(heading, look), "", code]),
    "",
    ...notes.flatMap((note) => indent(note, look, "- ")),
  ];
}

function indent(one: Line, { width }: Look, mark = ""): readonly string[] {
  return wrap(`${mark}${formatPlain(one, TIED)}`, width - 2, " ".repeat(mark.length)).map((text) => `  ${text}`);
}
