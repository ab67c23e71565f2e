import type { Identity } from "../domain/identity.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { joined, type Line, line } from "./line.ts";
import { said } from "./words.ts";

/** Whose key it is: the state, and of a key of ours all that its record tells and the reader may know. */
export function whose(identity: Identity): Line {
  const state: Line = [{ words: said(identity) }];
  switch (identity.kind) {
    case "ours":
      return line`${state}: ${recorded(identity.record)}`;
    case "ambiguous":
      return line`${state}: ${joined(
        identity.candidates.slice(0, MOST).map(({ id }) => line`${id}`),
        ", ",
      )}${identity.candidates.length > MOST ? line` and ${identity.candidates.length - MOST} more` : line``}`;
    case "foreign":
    case "unchecked":
      return state;
    default:
      return identity satisfies never;
  }
}

const MOST = 5;

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
