import type { AuditFinding, AuditReport } from "../../domain/audit-report.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { clipText } from "../escape.ts";
import { type Markup, markup, NOTHING, renderName } from "../html/markup.ts";
import { MOST_ROWS, renderLeftOut } from "../html/sections.ts";
import { LONGEST_NAME } from "../line.ts";
import { formatDay, isCalendarTime } from "../numbers.ts";
import { AUDIT_COLUMNS, AUDIT_SECTIONS, DATES } from "../wording/audit/labels.ts";
import { groupRulesByKey } from "./view.ts";

/** All keys in a table, folded: those with errors first, then those with warnings, then the oldest. */
export function renderAllKeys(report: AuditReport): Markup {
  const { keys } = report;
  if (keys.length === 0) return NOTHING;
  const found = groupRulesByKey(report);
  const rank = (key: KeyRecord) => {
    const own = found.get(key.id) ?? [];
    return own.some(({ level }) => level === "error") ? 0 : own.length > 0 ? 1 : 2;
  };
  const ranked = keys
    .map((key) => ({ key, rank: rank(key), age: isCalendarTime(key.createdAt) ? key.createdAt.getTime() : 0 }))
    .toSorted((a, b) => a.rank - b.rank || a.age - b.age);
  const shown = ranked.slice(0, MOST_ROWS);
  const { subject, project, owner, created, lastUsed, expires, found: rules } = AUDIT_COLUMNS;
  return markup`<details class="ignored"><summary id="keys">${AUDIT_SECTIONS.keys}</summary>
<div class="scroll wide" role="group" tabindex="0" aria-labelledby="keys"><table>
<thead><tr>${[subject, project, owner, created, lastUsed, expires, rules].map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${shown.map(({ key }) => renderRow(key, found.get(key.id) ?? []))}</tbody>
</table></div>
${renderLeftOut(keys.length - shown.length, "key", "keys")}</details>
`;
}

function renderRow(key: KeyRecord, findings: readonly AuditFinding[]): Markup {
  const { id, name, home, owner } = key;
  const cells = [home.name ?? home.id ?? "–", owner?.name ?? owner?.id ?? "–"];
  const dates = (["createdAt", "lastUsedAt", "expiresAt"] as const).map((field) => formatDate(key, field));
  return markup`<tr><th scope="row">${renderClipped(name ?? id)}</th>${cells.map((cell) => markup`<td>${renderClipped(cell)}</td>`)}${dates.map((date) => markup`<td class="date">${date}</td>`)}<td>${findings.map(({ rule }) => rule).join(", ")}</td></tr>
`;
}

function renderClipped(text: string): Markup {
  return renderName(clipText(text, LONGEST_NAME));
}

/** A day; null is never, unless the answer left the date out. */
function formatDate(key: KeyRecord, field: "createdAt" | "lastUsedAt" | "expiresAt"): string {
  const date = key[field];
  if (isCalendarTime(date)) return formatDay(date);
  const isNever = date === null && field !== "createdAt" && !key.absent?.includes(field);
  return isNever ? DATES.never : DATES.unknown;
}
