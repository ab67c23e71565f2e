import type { Finding } from "../domain/finding.ts";
import { type Line, line, words } from "./line.ts";
import { formatNumber } from "./numbers.ts";
import { getLikeness } from "./severity.ts";
import { listChanges } from "./wording/usage.ts";

/** What to look at after the key is stopped: what was done with it, and what was made with it that outlives it. */
export function describeUseReview(finding: Finding): readonly Line[] {
  const { identity, impact, kind } = finding;
  const likeness = getLikeness(finding);
  if (identity.kind === "foreign" || identity.kind === "ambiguous" || likeness === "look-alike") return [];
  const isUnproven = identity.kind === "ours" && likeness === "unproven";
  const it = isUnproven ? line`${identity.record.id}` : words("it");
  const changes = impact?.changes ?? null;
  if (changes !== null && changes.length > 0) {
    return [
      line`Look at what was changed with ${it} since, and undo what nobody of yours did: ${listChanges(changes)}.`,
    ];
  }
  // Where nothing tells what was changed, only an admin key can have changed much.
  if (kind === "admin" && changes === null) {
    return [line`Look for keys, members and projects that nobody of yours made: they outlive this key.`];
  }
  const requests = impact?.requests ?? 0;
  if (identity.kind !== "ours" || requests === 0) return [];
  const times = requests === 1 ? "once" : `${formatNumber(requests)} times`;
  return [
    line`${isUnproven ? it : words("It")} was used ${words(times)} since this was exposed: see whether all of that was yours.`,
  ];
}
