import type { AuditFinding, AuditFix } from "../domain/audit-report.ts";
import { type Decision, decide, isContainment, type PlannedAct, type Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { UnmatchedEntry } from "../domain/protection.ts";
import { type ActWorld, containRecorded, describeLeft } from "../scan/contain.ts";
import type { World } from "../scan/world.ts";
import { type FixCase, type FixFacts, listFixCases } from "./fix-cases.ts";

/** Everything outside that fixes touch. */
export type FixWorld = ActWorld &
  Pick<World, "confirm" | "onContainment"> & {
    /** Hears what is about to be done, before the first key is touched. */
    onPlanned: (acts: readonly PlannedAct[]) => void;
    /** Hears what came of each act. */
    onFixed: (act: PlannedAct, outcome: Outcome) => void;
  };

/** What fixes are allowed to do. Of the policy only the rails count: what is asked for stands in the fixes. */
export type FixRails = { policy: Policy; unmatched: readonly UnmatchedEntry[] };

/** What fixes came to. `begun`: the records that an act was begun on. */
export type FixResult = { findings: readonly AuditFinding[]; begun: ReadonlySet<string>; gaps: readonly Gap[] };

type DecidedCase = FixCase & { decision: Decision };

/** Decides about the keys that the operator's fixes are for, and carries it out, one key after the other. */
export async function fixFindings(
  findings: readonly AuditFinding[],
  known: FixFacts,
  { policy, unmatched }: FixRails,
  world: FixWorld,
): Promise<FixResult> {
  const decided = decide(listFixCases(findings, known), policy, known.facts.now, unmatched);
  const planned = new Map(decided.flatMap((one) => listPlanned(one).map((act) => [one, act] as const)));
  const isAllowed = planned.size === 0 || (await announce([...planned.values()], world));
  const fixed = new Map<string, AuditFix>();
  const begun = new Set<string>();
  const gaps: Gap[] = [];
  for (const one of decided) {
    const { decision, record } = one;
    const act = planned.get(one);
    const isToBeDone = act !== undefined && isAllowed;
    const result = isToBeDone ? await carryOut(one, act, world) : { outcome: leaveCase(decision), gaps: [] };
    if (isToBeDone && result.outcome.kind !== "refused") begun.add(record.id);
    fixed.set(record.id, { decision, outcome: result.outcome });
    gaps.push(...result.gaps);
  }
  const addFix = (finding: AuditFinding) => ({ ...finding, fix: findFix(finding, known, fixed) });
  return { findings: findings.map(addFix), begun, gaps };
}

function listPlanned({ decision, finding }: DecidedCase): readonly PlannedAct[] {
  if (!isContainment(decision)) return [];
  const why = `${finding.rule}, ${finding.publicDetail ?? finding.detail}`;
  return [{ mask: null, act: decision, why }];
}

async function announce(acts: readonly PlannedAct[], world: FixWorld): Promise<boolean> {
  if (world.confirm && !(await world.confirm(acts))) return false;
  if (!world.confirm) world.onPlanned(acts);
  world.onContainment();
  return true;
}

async function carryOut({ finding, decision }: DecidedCase, act: PlannedAct, world: FixWorld) {
  if (!isContainment(decision)) throw new Error("nothing is to be done");
  const { rule } = finding;
  const record = { fingerprint: null, rule, containment: decision, at: world.clock.now() } as const;
  const result = await containRecorded(record, null, world);
  world.onFixed(act, result.outcome);
  return result;
}

function leaveCase(decision: Decision): Outcome {
  return isContainment(decision) ? { kind: "left", because: "declined" } : describeLeft(decision);
}

/** A key that an exception takes out of this rule stays as it is as far as this rule goes, whatever another one did. */
function findFix(finding: AuditFinding, { fixes }: FixFacts, fixed: ReadonlyMap<string, AuditFix>): AuditFix | null {
  if (finding.key === null || !fixes.has(finding.rule)) return null;
  const { exception } = finding;
  if (exception === null || exception.isExpired) return fixed.get(finding.key.id) ?? null;
  return { decision: { kind: "leave", because: "excepted" }, outcome: { kind: "left", because: "excepted" } };
}
