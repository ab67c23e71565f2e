import type { Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { Source } from "../domain/source.ts";
import type { FileVersions } from "../git/objects/file-versions.ts";
import { type BasePolicy, parseBasePolicy } from "../ignore-file/base-rules.ts";
import type { Settings } from "../settings/settings.ts";
import type { PathFilter } from "../sources/glob-matcher.ts";
import { createPathFilter } from "../sources/path-filter.ts";

/** The settings that the ignore file adds to. */
export type FilterSettings = Pick<Settings, "paths" | "exclude" | "ignoreFile">;

/** The ignore file of the base, while it is read, and the path filter that waits for it. */
export type PendingBasePolicy = { policy: Promise<BasePolicy>; includes: Promise<PathFilter> };

/**
 * Reads the ignore file of the base while the change is opened: neither waits for the other.
 *
 * @throws UsageError for a wrong glob among the settings.
 */
export async function startBasePolicy(
  { paths, exclude, ignoreFile }: FilterSettings,
  versions: Promise<FileVersions>,
): Promise<PendingBasePolicy> {
  const policy = versions.then(async (found) => await readBasePolicy({ ignoreFile }, found));
  policy.catch(ignoreUntilAwaited);
  const ownFilter = await createPathFilter(paths, exclude);
  const includes = policy.then(async (base) =>
    base.exclude.length > 0 ? await createPathFilter(paths, [...exclude, ...base.exclude]) : ownFilter,
  );
  includes.catch(ignoreUntilAwaited);
  return { policy, includes };
}

/** Both are awaited once the change is open; when opening it fails, that error is the one to report. */
function ignoreUntilAwaited(): void {}

/** What two versions of the ignore file come to. */
export async function readBasePolicy(
  { ignoreFile }: Pick<Settings, "ignoreFile">,
  { base, head }: FileVersions,
): Promise<BasePolicy> {
  return await parseBasePolicy(base, head, ignoreFile);
}

/** Adds the base's policy to an opened change, with what of the ignore file could not be read as gaps of its source. */
export function addBasePolicy<Opened extends { source: Source }>(
  opened: Opened,
  basePolicy: BasePolicy,
): Opened & { basePolicy: BasePolicy } {
  return { ...opened, source: addGaps(opened.source, basePolicy.gaps), basePolicy };
}

/** The policy with what the ignore file protects. Where nobody can tell what that is, nothing is contained. */
export function restrictPolicy(policy: Policy, { protect, mayContain }: BasePolicy): Policy {
  const onLeak = mayContain ? policy.onLeak : "report";
  return { ...policy, onLeak, protect: [...policy.protect, ...protect] };
}

function addGaps(source: Source, gaps: readonly Gap[]): Source {
  if (gaps.length === 0) return source;
  return {
    blobs: () => source.blobs(),
    locate: (blob, hit) => source.locate(blob, hit),
    complete: (sightings) => source.complete(sightings),
    nameOf: (blob) => source.nameOf(blob),
    account: () => {
      const { coverage, gaps: others } = source.account();
      return { coverage, gaps: [...gaps, ...others] };
    },
  };
}
