import { formatCount, formatNumber } from "../../numbers.ts";

/** What the parts of an audit's report are called. */
export const AUDIT_SECTIONS = {
  findings: "Findings",
  keys: "All keys",
  plot: "Keys by age and last use",
  rules: "By rule",
  projects: "By project",
  notJudged: "Not judged",
  gaps: "Not listed",
  exceptions: "Exceptions",
  notes: "Notes",
  first: "Start here",
  page: "OpenAI key audit",
} as const;

/** What the columns of its tables are called. */
export const AUDIT_COLUMNS = {
  level: "Level",
  subject: "Key",
  found: "Found",
  rule: "Rule",
  advice: "What to do",
  project: "Project",
  owner: "Owner",
  keys: "Keys",
  errors: "Errors",
  warnings: "Warnings",
  excepted: "Excepted",
  notJudged: "Not judged",
  created: "Created",
  lastUsed: "Last used",
  expires: "Expires",
} as const;

/** Over what was not judged: what that means. */
export const NOT_JUDGED_MEANS = "These may have findings that this audit could not see.";

/** In the place of a date: of one that OpenAI did not tell, and of one that is never. */
export const DATES = { unknown: "not known", never: "never" } as const;

/** "12 exceptions apply" */
export function describeExceptionCount(count: number): string {
  return `${formatCount(count, "finding")} ${count === 1 ? "has" : "have"} an exception`;
}

/** "Nothing was found by 9 other rules." */
export function describeQuietRules(count: number): string {
  return `${formatCount(count, "other rule")} found nothing.`;
}

/** "and 40 more: --verbose shows all" */
export function describeMoreRows(count: number): string {
  return `and ${formatNumber(count)} more: --verbose shows all, and so does --format csv`;
}

/** "and 40 more": `rest` says where all of them are. */
export function describeMoreElsewhere(count: number, rest: string): string {
  return `And ${formatNumber(count)} more: ${rest}.`;
}

/** "93 requests to OpenAI" */
export function describeRequests(count: number): string {
  return `${formatCount(count, "request")} to OpenAI`;
}

/** "checked against acme-inc" */
export function describeCheckedAgainst(organization: string): string {
  return `checked against ${organization}`;
}

/** In the column of levels of a spreadsheet: nobody could tell. */
export const CSV_NOT_JUDGED = "not judged";
