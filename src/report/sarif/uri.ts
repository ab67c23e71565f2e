import type { Sighting } from "../../domain/candidate.ts";
import { redactKeys } from "../../domain/secret.ts";
import { parseRef } from "../wording/places.ts";

/** GitHub refuses the whole file for one result without a place in a file; the name of a file is a place in it too. */
export function formatUri({ where, path }: Sighting): string | null {
  if (path === null || (where !== "file" && where !== "path")) return null;
  if (where === "path" && parseRef(path) !== null) return null;
  // A key in a name is taken out before it is encoded, and a lone surrogate has no encoding.
  const parts = redactKeys(path).toWellFormed().split("/");
  // Relative to the top: no root, no server, no way up.
  if (parts.some((part) => part === "" || part === "." || part === "..")) return null;
  return parts.map(encodeURIComponent).join("/");
}

/**
 * The place of a sighting, for a file that has one. Lines are told only of what the head still has: elsewhere readers
 * would show another text at that line. They want a line all the same, which is then the first.
 */
export function formatLocation({ where, line, column, inHead }: Sighting, uri: string) {
  const isExact = where === "file" && line !== null && inHead;
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: isExact ? { startLine: line, ...(column === null ? {} : { startColumn: column }) } : { startLine: 1 },
    },
  };
}
