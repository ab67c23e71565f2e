import type { AuditFacts, AuditSubject } from "../domain/audit-facts.ts";
import type { AuditException } from "../domain/audit-report.ts";
import { isPast } from "../domain/ignore-entry.ts";
import { normalizeName } from "../domain/protection.ts";
import type { PolicyException } from "./policy/policy.ts";
import { getProject, getRecord, getServiceAccount } from "./subject.ts";

type NamedThing = { id: string | null; name: string | null };

/** Finds the exception of a subject from a rule; null where there is none. One that still counts goes before others. */
export function matchException(
  subject: AuditSubject,
  rule: string,
  exceptions: readonly PolicyException[],
  now: Date,
): AuditException | null {
  const fitting = exceptions
    .filter((exception) => (exception.rule ?? rule) === rule && fitsSubject(exception, subject))
    .map(({ reason, until }): AuditException => ({ reason, until, isExpired: isPast({ until }, now) }));
  return fitting.find(({ isExpired }) => !isExpired) ?? fitting[0] ?? null;
}

/** Finds the exceptions that fit nothing of the organisation. */
export function findUnmatchedExceptions(
  exceptions: readonly PolicyException[],
  { keys, projects }: AuditFacts,
): readonly PolicyException[] {
  const subjects = [
    ...keys.map((key): AuditSubject => ({ kind: "key", key })),
    ...projects.map((project): AuditSubject => ({ kind: "project", project })),
    ...projects.flatMap((project) => {
      const accounts = project.accounts.kind === "told" ? project.accounts.value : [];
      return accounts.map((account): AuditSubject => ({ kind: "service-account", account, project }));
    }),
  ];
  return exceptions.filter((exception) => !subjects.some((subject) => fitsSubject(exception, subject)));
}

function fitsSubject({ target, name }: PolicyException, subject: AuditSubject): boolean {
  const wanted = normalizeName(name);
  return listNamed(target, subject).some((named) =>
    [named?.id, named?.name].some((text) => text && normalizeName(text) === wanted),
  );
}

function listNamed(target: PolicyException["target"], subject: AuditSubject): readonly (NamedThing | null)[] {
  switch (target) {
    case "key":
      return [getRecord(subject), getProject(subject), getServiceAccount(subject)];
    case "project":
      return [getProject(subject)];
    case "service-account":
      return [getServiceAccount(subject)];
    default:
      return target satisfies never;
  }
}
