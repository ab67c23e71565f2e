import { createHash } from "node:crypto";
import type { Settings } from "./settings.ts";

/**
 * The SHA-256, in hex, of the settings that decide what is scanned and what is done about it. Runs with the same settings
 * have the same digest. No secret is in it, nor where files are written: of the Admin API key, only whether there is one.
 */
export function computeSettingsDigest({
  scan,
  paths,
  exclude,
  baseURL,
  detail,
  ignoreFile,
  keysFile,
  ...rest
}: Settings): string {
  const { ownKey: _, approved, ...policy } = rest.policy;
  const told = {
    ...policy,
    scan,
    paths,
    exclude,
    baseURL,
    detail,
    ignoreFile,
    keysFile,
    hasAdminKey: rest.adminKey !== null,
    approved: approved && [...approved].toSorted(),
  };
  const sorted = Object.entries(told).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
