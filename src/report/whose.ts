import type { Finding } from "../domain/finding.ts";
import type { Identity } from "../domain/identity.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { grouped } from "./figures.ts";
import { joined, type Line, line } from "./line.ts";
import { type Likeness, likenessOf } from "./standing.ts";
import { said } from "./words.ts";

type Whose = Pick<Finding, "identity" | "possession" | "validity">;

/** A likelier mix-up than this is worth a reader's time. */
const TELLING = 1 / 2000;

const MOST = 5;

/** Whose key it is: the state, and of a key of ours all that its record tells and the reader may know. */
export function whose({ identity, possession, validity }: Whose): Line {
  switch (identity.kind) {
    case "ours":
      return ours(identity, likenessOf({ possession, validity }));
    case "ambiguous":
      return line`${words(said(identity))}: ${joined(
        identity.candidates.slice(0, MOST).map(({ id }) => line`${id}`),
        ", ",
      )}${identity.candidates.length > MOST ? line` and ${identity.candidates.length - MOST} more` : line``}`;
    case "foreign":
    case "unchecked":
      return words(said(identity));
    default:
      return identity satisfies never;
  }
}

/** The same in a word or two, for a cell. */
export function whoseShort(finding: Whose): string {
  if (finding.identity.kind !== "ours") return finding.identity.kind;
  switch (likenessOf(finding)) {
    case "ours":
      return "ours";
    case "look-alike":
      return "look-alike of ours";
    case "unproven":
      return "ours, not proven";
  }
}

function ours({ record, chance }: Identity & { kind: "ours" }, is: Likeness): Line {
  const which = recorded(record);
  switch (is) {
    case "ours":
      return line`ours: ${which}`;
    case "look-alike":
      return line`looks like a key of yours, and is not it: ${which}`;
    case "unproven":
      return line`ours by its ends, not proven: ${which}${chance > TELLING ? mixUp(chance) : line``}`;
  }
}

function mixUp(chance: number): Line {
  return line` (one in ${words(grouped(Math.max(1, Math.round(1 / chance))))} keys of strangers would fit as well)`;
}

function recorded({ id, name, home, owner }: KeyRecord): Line {
  const place = home.name ?? home.id;
  const person = owner?.name ?? owner?.id ?? null;
  return joined(
    [
      line`${id}`,
      ...(name === null ? [] : [line`named ${name}`]),
      ...(place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`]),
      ...(person === null ? [] : [owner?.kind === "user" ? line`owner ${person}` : line`service account ${person}`]),
    ],
    ", ",
  );
}

/** Our own words, which need no quotes. */
function words(text: string): Line {
  return [{ words: text }];
}
