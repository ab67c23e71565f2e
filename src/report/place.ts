import type { Encoding, Sighting } from "../domain/candidate.ts";

const ENCODED = {
  plain: null,
  base64: "in base64",
  hex: "in hex",
  "utf-16": "in UTF-16",
  "char-codes": "as character codes",
  reversed: "written backwards",
  rot13: "in ROT13",
  percent: "percent-encoded",
  split: "in pieces",
} as const satisfies Record<Encoding, string | null>;

/** The first seven digits of an object name, as git shows it. */
export function short(sha: string): string {
  return sha.slice(0, 7);
}

/** The places in the order a person should go to them: what still stands in the head first, files before texts. */
export function bestFirst(sightings: readonly Sighting[]): readonly Sighting[] {
  return sightings.toSorted((one, other) => rank(one) - rank(other));
}

function rank({ inHead, path, preexisting }: Sighting): number {
  return (inHead ? 0 : 4) + (path === null ? 2 : 0) + Number(preexisting);
}

/** The place itself, as others may have named it: to be escaped by the medium. */
export function placeOf({ where, path, line, column, commit, member }: Sighting): string {
  const spot = [line, column].flatMap((number) => (number === null ? [] : [`:${number}`])).join("");
  switch (where) {
    case "file":
    case "stdin":
      return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
    case "commit-message":
      return `message of commit ${commit === null ? "unknown" : short(commit)}${line === null ? "" : `, line ${line}`}`;
    case "tag-message":
      return `message of a tag${line === null ? "" : `, line ${line}`}`;
    case "path":
      return `name of ${path ?? "a file"}`;
    case "pull-request":
      return `text of the pull request${line === null ? "" : `, line ${line}`}`;
    default:
      return where satisfies never;
  }
}

/** What else is known of a place, in words of ours: its encoding, and whether it was removed again or is old. */
export function remarksOn({ where, encoding, inHead, preexisting }: Sighting): readonly string[] {
  const encoded = ENCODED[encoding];
  return [
    ...(encoded === null ? [] : [encoded]),
    ...((where === "file" || where === "path") && !inHead ? ["removed again later"] : []),
    ...(preexisting ? ["here before this change"] : []),
  ];
}
