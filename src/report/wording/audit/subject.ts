import type { AuditSubjectName } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import { joinLines, type Line, line, markName, showName, words } from "../../line.ts";
import { formatDay, isCalendarTime } from "../../numbers.ts";
import { nameHome, nameOwner } from "../key/names.ts";

/** What each kind of subject is called. */
const SUBJECT_KINDS = {
  key: "key",
  "admin-key": "Admin API key",
  "service-account": "service account",
  project: "project",
  organization: "organisation",
} as const satisfies Record<AuditSubjectName["kind"], string>;

/** What is found about the organisation itself, or about keys that live in no project. */
export const ORGANIZATION = "the organisation";

/** "**nightly**", "project **Web shop**", "the organisation"; the id where there is no name. */
export function nameAuditSubject({ kind, id, name }: AuditSubjectName): Line {
  if (kind === "organization") return words(ORGANIZATION);
  const shown = name === null ? line`${id ?? "(unnamed)"}` : markName(name);
  return kind === "key" ? shown : line`${words(SUBJECT_KINDS[kind])} ${shown}`;
}

/** "**nightly** in project **Web shop**" */
export function locateAuditSubject(subject: AuditSubjectName): Line {
  const { kind, project } = subject;
  const home = project?.kind === "project" && kind !== "project" ? nameHome(project) : null;
  return home === null ? nameAuditSubject(subject) : line`${nameAuditSubject(subject)} in ${home}`;
}

/** "project **Web shop**, service account **bot**, created 12 Mar 2025"; empty where nothing of it may be known. */
export function describeSubjectPlace({ kind, project, owner }: AuditSubjectName, key: KeyRecord | null): Line {
  const home = project === null || project.kind === "organization" || kind === "project" ? null : nameHome(project);
  const whose = kind === "service-account" ? null : nameOwner(owner);
  const since =
    key !== null && isCalendarTime(key.createdAt) ? line`created ${showName(formatDay(key.createdAt))}` : null;
  return joinLines(
    [home, whose, since].filter((one) => one !== null),
    ", ",
  );
}
