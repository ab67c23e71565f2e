import { redactKeys } from "../../detect/spelled-keys.ts";
import type { Sighting } from "../../domain/candidate.ts";
import { encodePathForUrl } from "../../domain/path-text.ts";
import { parseRef } from "../wording/key/places.ts";

/**
 * Whether a result can stand at a sighting. GitHub refuses the whole file for one result without a place in a file; the
 * name of a file is a place in it too.
 */
export function hasUri({ where, path }: Sighting): boolean {
  if (path === null || (where !== "file" && where !== "path")) return false;
  if (where === "path" && parseRef(path) !== null) return false;
  // Relative to the top: no root, no server, no way up.
  return !path.split("/").some((part) => part === "" || part === "." || part === "..");
}

/** The place of a sighting as SARIF writes it; null where no result can stand. */
export function formatUri(sighting: Sighting): string | null {
  if (sighting.path === null || !hasUri(sighting)) return null;
  // A key in a name is taken out before it is encoded.
  return encodePathForUrl(redactKeys(sighting.path));
}

/**
 * The place of a sighting in its file. A line is given only where the head still has the key, since readers would show
 * another text at it elsewhere. They want a line all the same, which is then the first.
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
