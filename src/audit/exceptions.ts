import type { AuditFacts, AuditSubject } from "../domain/audit-facts.ts";
import type { AuditException } from "../domain/audit-report.ts";
import { isPast } from "../domain/ignore-entry.ts";
import { normalizeName } from "../domain/protection.ts";
import { type ExceptionTarget, type PolicyException, TARGETS } from "./policy/policy.ts";
import { getProject, getRecord, getServiceAccount } from "./subject.ts";

type NamedThing = { id: string | null; name: string | null };

/** Finds the exception of a subject from a rule; null where there is none. */
export type ExceptionFinder = (subject: AuditSubject, rule: string) => AuditException | null;

/** Prepares exceptions, so that the names of thousands of keys are compared once. One that still counts goes before others. */
export function buildExceptionFinder(exceptions: readonly PolicyException[], now: Date): ExceptionFinder {
  const byName = groupByName(exceptions);
  return (subject, rule) => {
    const fitting = TARGETS.flatMap((target) =>
      listNames(target, subject).flatMap((name) =>
        (byName.get(name) ?? []).filter((one) => one.target === target && (one.rule ?? rule) === rule),
      ),
    );
    const exception = fitting.find(({ until }) => !isPast({ until }, now)) ?? fitting[0];
    if (!exception) return null;
    const { reason, until } = exception;
    return { reason, until, isExpired: isPast({ until }, now) };
  };
}

/** Finds the exceptions that fit nothing of the organisation. */
export function findUnmatchedExceptions(
  exceptions: readonly PolicyException[],
  { keys, projects }: AuditFacts,
): readonly PolicyException[] {
  const subjects = [
    ...keys.map((key): AuditSubject => ({ kind: "key", key })),
    ...projects.map((project): AuditSubject => ({ kind: "project", project })),
    ...projects.flatMap((project) =>
      project.accounts.map((account): AuditSubject => ({ kind: "service-account", account, project })),
    ),
  ];
  const names = new Set(
    subjects.flatMap((subject) =>
      TARGETS.flatMap((target) => listNames(target, subject).map((name) => `${target} ${name}`)),
    ),
  );
  return exceptions.filter(({ target, name }) => !names.has(`${target} ${normalizeName(name)}`));
}

function listNames(target: ExceptionTarget, subject: AuditSubject): readonly string[] {
  return listNamed(target, subject)
    .flatMap((named) => [named?.id, named?.name])
    .flatMap((text) => (text ? [normalizeName(text)] : []));
}

function listNamed(target: ExceptionTarget, subject: AuditSubject): readonly (NamedThing | null)[] {
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

function groupByName(exceptions: readonly PolicyException[]): ReadonlyMap<string, readonly PolicyException[]> {
  const byName = new Map<string, PolicyException[]>();
  for (const exception of exceptions) {
    const name = normalizeName(exception.name);
    const known = byName.get(name);
    if (known) known.push(exception);
    else byName.set(name, [exception]);
  }
  return byName;
}
