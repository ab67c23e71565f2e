import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import type { StoryContext } from "../context.ts";
import { describeGlance, describeKey, type KeyGlance, type KeyView } from "./key.ts";

/** What is only worked out of the keys that are shown: by name, so that the compiler misses none. */
const DETAILS = {
  title: true,
  kind: true,
  name: true,
  fingerprint: true,
  mask: true,
  confidence: true,
  recordId: true,
  works: true,
  owner: true,
  use: true,
  useInBrief: true,
  usage: true,
  outcome: true,
  doneInBrief: true,
  actionTaken: true,
  ignoreReason: true,
  alert: true,
  steps: true,
  places: true,
  placeCount: true,
  firstPlace: true,
  anchor: true,
  seenIn: true,
  timeline: true,
} as const satisfies Record<Exclude<keyof KeyView, keyof KeyGlance>, true>;

/** A key of which only that is known by itself which is asked of every key. */
class LazyKey {
  readonly #describe: () => KeyView;

  constructor(glance: KeyGlance, describe: () => KeyView) {
    this.#describe = describe;
    Object.assign(this, glance);
  }

  static {
    for (const name of Object.keys(DETAILS) as (keyof typeof DETAILS)[]) {
      const get = function (this: LazyKey) {
        return this.#describe()[name];
      };
      Object.defineProperty(this.prototype, name, { get });
    }
  }
}

/**
 * Turns findings into what a reader sees of them. Of thousands of keys a reader sees the first ones: a key is described
 * when something is asked of it, and only the description that was asked for last is kept.
 */
export function describeKeys(
  findings: readonly Finding[],
  change: Change,
  organization: string | null,
  context: StoryContext,
): readonly KeyView[] {
  let latest: { finding: Finding; view: KeyView } | null = null;
  const describe = (finding: Finding) => {
    if (latest?.finding !== finding) {
      latest = { finding, view: describeKey(finding, change, organization, context) };
    }
    return latest.view;
  };
  return findings.map((finding) => {
    return new LazyKey(describeGlance(finding), () => describe(finding)) as unknown as KeyView;
  });
}
