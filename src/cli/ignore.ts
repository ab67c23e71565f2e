import { UsageError } from "../errors.ts";
import { ignoreKey, type Where } from "../ignore-file/commands.ts";
import { DEFAULTS } from "../settings/settings.ts";
import { type Flags, valueOf } from "./flags.ts";

/** `ignore FINGERPRINT`: an entry in the ignore file of the work tree. */
export async function ignore(flags: Flags, words: readonly string[]): Promise<void> {
  // What was typed may be a key: it is counted, and not repeated.
  if (words.length > 1) throw new UsageError(`ignore takes one fingerprint, and ${words.length} were given.`);
  const [fingerprint] = words;
  const typed = { fingerprint, reason: valueOf(flags, "reason"), until: valueOf(flags, "until") };
  const lines = await ignoreKey(ignoreFileIn(flags), typed);
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

/** Where the ignore file is, for whoever writes to it. */
export function ignoreFileIn(flags: Flags): Where {
  const folder = valueOf(flags, "repo") ?? process.cwd();
  return { folder, ignoreFile: valueOf(flags, "ignore-file") ?? DEFAULTS["ignore-file"], now: new Date() };
}
