import type { AuditFacts, AuditProject, AuditSubject } from "../../../domain/audit-facts.ts";
import type { Home, KeyRecord } from "../../../domain/inventory.ts";
import { formatCount } from "../../../report/numbers.ts";
import type { Rule, Verdict } from "../../rule.ts";
import { findProject, isExpired, listProjectKeys } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";
import { listUses } from "./daily-use.ts";
import { listEnvironments } from "./environments.ts";

/** One key for everything: whoever revokes it stops everything. It is told by what it is used for, and by names. */
export const SHARED_KEY: Rule<{ models: number }> = {
  name: "shared-key",
  title: "Keys that many programs share",
  finds:
    "a key of a service account that was used for more than ${models} models, or a service account with keys of several environments, by their names",
  level: "off",
  limits: { models: 5 },
  needs: ["usage"],
  over: ["project"],
  listSubjects: (facts) => [...listKeysOfAccounts(facts), ...listAccounts(facts)],
  judge: (subject, facts, { models }) => {
    if (subject.kind === "key") return judgeKey(subject.key, facts, models);
    return subject.kind === "service-account" ? judgeAccount(subject, facts) : { kind: "passed" };
  },
  advise: (subject) =>
    subject.kind === "service-account"
      ? "Give each environment a service account of its own, with a key of its own."
      : "Give each program a key of its own. Then one can be revoked while the others go on.",
};

const NOT_ASKED = { kind: "untold", because: "not-asked" } as const;

/** Keys that are not known to be a person's. */
function listKeysOfAccounts(facts: AuditFacts): readonly AuditSubject[] {
  return listProjectKeys(facts).filter((subject) => subject.kind === "key" && subject.key.owner?.kind !== "user");
}

/** The service accounts that own keys, as the keys name them. */
function listAccounts(facts: AuditFacts): readonly AuditSubject[] {
  const accounts = new Map<string, AuditSubject>();
  for (const subject of listKeysOfAccounts(facts)) {
    if (subject.kind !== "key" || !subject.key.owner?.id) continue;
    const { owner, home } = subject.key;
    const { id, name } = owner;
    const account = { id: subject.key.owner.id, name, role: NOT_ASKED };
    const project = findProject(subject.key, facts) ?? createUnknownProject(home);
    accounts.set(`${home.id} ${id}`, { kind: "service-account", account, project });
  }
  return [...accounts.values()];
}

function createUnknownProject({ id, name }: Home): AuditProject {
  return { id: id ?? "", name, isArchived: null, isDefault: "no", accounts: [], hasHardLimit: NOT_ASKED };
}

function judgeKey(key: KeyRecord, facts: AuditFacts, most: number): Verdict {
  if (facts.usage.kind === "untold") return refuseJudgement("usage", facts.usage);
  const { days } = facts.usage.value;
  const used = new Set(listUses(key, facts, days).map(({ model }) => model));
  const known = [...used].filter((model) => model !== null).length;
  if (!key.owner?.id) return { kind: "not-judged", because: "OpenAI did not say which service account owns it" };
  if (known > most)
    return {
      kind: "found",
      detail: `used for ${formatCount(known, "model")} in ${formatCount(days.length, "day")}, more than ${most}`,
    };
  return used.has(null)
    ? { kind: "not-judged", because: "OpenAI did not say which models it used" }
    : { kind: "passed" };
}

function judgeAccount(
  { account, project }: Extract<AuditSubject, { kind: "service-account" }>,
  facts: AuditFacts,
): Verdict {
  const names = facts.keys
    .filter(({ owner, home }) => owner?.id === account.id && home.id === project.id)
    .filter((key) => !isExpired(key, facts))
    .map(({ name }) => name);
  const environments = [...new Set(names.flatMap(listEnvironments))];
  if (names.length < 2 || environments.length < 2) return { kind: "passed" };
  return { kind: "found", detail: `has keys for ${environments.join(" and ")}, by their names` };
}
