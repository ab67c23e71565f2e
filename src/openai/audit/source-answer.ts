import type { AuditSource, SourceAnswer } from "../../domain/audit-facts.ts";
import { explainUntold } from "../impact/impact.ts";

/** What a source that is not asked says. */
export const NOT_ASKED = { kind: "untold", because: "not-asked" } as const;

/** Asks a source, where it is one of those that are wanted. A source that does not tell never fails the run. */
export async function settleSource<T>(
  sources: ReadonlySet<AuditSource>,
  source: AuditSource,
  ask: () => Promise<T>,
): Promise<SourceAnswer<T>> {
  if (!sources.has(source)) return NOT_ASKED;
  try {
    return { kind: "told", value: await ask() };
  } catch (error) {
    return { kind: "untold", because: explainUntold(error) };
  }
}
