import type { AuditFacts } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import { quoteForMessage } from "../../../messages/quote.ts";
import { formatCount } from "../../../report/numbers.ts";
import type { Rule, Verdict } from "../../rule.ts";
import { listProjectKeys } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";
import { type ComparedDays, hasExistedAt, listUses, splitDays, TOO_FEW_DAYS, USAGE_IS_LATE } from "./daily-use.ts";

/** More models than this are counted and not named. */
const NAMED = 3;

/** Keys that began to use another model: a program that changed, or somebody else. */
export const NEW_MODEL: Rule<{ days: number }> = {
  name: "new-model",
  title: "Keys that use a model for the first time",
  finds: "a key that used a model in the last ${days} days, and not in the 28 days before",
  level: "warning",
  limits: { days: 2 },
  most: { days: 7 },
  needs: ["usage"],
  over: ["project"],
  note: USAGE_IS_LATE,
  listSubjects: listProjectKeys,
  judge: (subject, facts, { days }) => {
    if (subject.kind !== "key") return { kind: "passed" };
    if (facts.usage.kind === "untold") return refuseJudgement("usage", facts.usage);
    const compared = splitDays(facts.usage.value.days, days);
    return compared === null ? TOO_FEW_DAYS : judgeModels(subject.key, facts, compared);
  },
  advise: () =>
    "Ask its owner whether a program was changed. If nobody knows of it, treat the key as leaked: replace it and revoke it.",
};

function judgeModels(key: KeyRecord, facts: AuditFacts, { recent, before }: ComparedDays): Verdict {
  const uses = listUses(key, facts, recent);
  if (uses.length === 0) return { kind: "passed" };
  if (!hasExistedAt(key, recent[0]))
    return { kind: "skipped", because: "too young to be compared with the days before" };
  const known = new Set(listUses(key, facts, before).map(({ model }) => model));
  const isNew = ({ model }: { model: string | null }) => model !== null && !known.has(model);
  const added = uses.filter(isNew);
  if (added.length > 0 && !known.has(null)) return describeModels(key, { recent, before }, added, known.size === 0);
  const isUnclear = added.length > 0 || uses.some(({ model }) => model === null);
  return isUnclear ? { kind: "not-judged", because: "OpenAI did not say which models it used" } : { kind: "passed" };
}

function describeModels(
  key: KeyRecord,
  { recent, before }: ComparedDays,
  added: readonly { day: string; model: string | null }[],
  isFirstUse: boolean,
): Verdict {
  const models = [...new Set(added.flatMap(({ model }) => model ?? []))].toSorted();
  const days = new Set(added.map(({ day }) => day)).size;
  const existed = before.filter((day) => hasExistedAt(key, day)).length;
  const when = recent.length === 1 ? "on the last day" : `on ${days} of the last ${recent.length} days`;
  const span = `${formatCount(existed, "day")} ${existed < before.length ? "that it had existed" : "before"}`;
  const never = isFirstUse ? `; the key was not used at all in the ${span}` : `, never in the ${span}`;
  const rest = models.length > NAMED ? ` and ${models.length - NAMED} more` : "";
  return {
    kind: "found",
    detail: `${models.slice(0, NAMED).map(nameModel).join(", ")}${rest} ${when}${never}`,
    publicDetail: `${formatCount(models.length, "new model")} ${when}${never}`,
  };
}

/** The names of fine-tuned models are their owners' choice. */
function nameModel(model: string): string {
  return /^[\w.:-]{1,60}$/.test(model) ? model : quoteForMessage(model.slice(0, 60));
}
