import { parseAuditPolicy } from "../../src/audit/policy/parse.ts";
import { RULES } from "../../src/audit/rules/rules.ts";
import { type AuditRequest, runAudit } from "../../src/audit-run/audit-run.ts";
import type { FixWorld } from "../../src/audit-run/fix.ts";
import type { AuditReport } from "../../src/domain/audit-report.ts";
import type { PlannedAct } from "../../src/domain/decision.ts";
import { NO_JOURNAL } from "../../src/domain/journal.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { FIXABLE_RULES, parseFixes } from "../../src/settings/audit-fixes.ts";
import { policy as policyOf } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

/** One day, in seconds. */
export const DAY = 86_400;

/** Rules whose findings cannot be fixed say nothing here. */
const OFF = Object.fromEntries(
  RULES.filter(({ name }) => !FIXABLE_RULES.some((one) => one === name)).map(({ name }) => [name, "off"]),
);

/** How an audit differs from one that changes nothing. */
export type AuditChoices = {
  fix?: string;
  /** The levels of rules: of all but those that can be fixed it is off. */
  rules?: Readonly<Record<string, string>>;
  /** The exceptions of the policy file, as it has them. */
  exceptions?: string;
  rails?: Partial<AuditRequest["rails"]>;
  world?: Partial<FixWorld>;
  failOn?: AuditRequest["failOn"];
  projects?: readonly string[];
};

/** An organisation on loopback with a key that is used and one that nobody uses, and audits of it by the real adapter. */
export class AuditedOrganization implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly clock: TestClock;
  readonly acme: Organization;
  readonly ada: Person;
  readonly web: Project;
  readonly admin: Key;
  readonly used: Key;
  readonly unused: Key;
  /** What was said before keys were touched, and after each. */
  readonly said: string[] = [];

  constructor(openai: OpenAISandbox, clock: TestClock) {
    [this.openai, this.clock] = [openai, clock];
    this.acme = openai.organization("acme");
    this.ada = this.acme.user("Ada");
    this.web = this.acme.project("Web");
    this.admin = this.acme.adminKey(this.ada, { name: "guard" });
    this.used = this.acme.accountKey(this.web, "bot", { name: "used", lastUsedAt: this.daysAgo(1) });
    this.unused = this.acme.accountKey(this.web, "old-bot", { name: "unused", lastUsedAt: this.daysAgo(143) });
  }

  /** Noon so many days ago, in unix seconds. */
  daysAgo(days: number): number {
    return Math.floor(this.clock.now().getTime() / 1000) - days * DAY;
  }

  async audit(choices: AuditChoices = {}): Promise<AuditReport> {
    const { fix = "", rules = {}, exceptions = "", rails = {}, world = {}, failOn = "error", projects = [] } = choices;
    const adminKey = new Secret(this.admin.text);
    const request: AuditRequest = {
      policy: parseAuditPolicy(`rules: ${JSON.stringify({ ...OFF, ...rules })}\n${exceptions}`, "policy.yml"),
      fixes: parseFixes("--fix", fix),
      rails: policyOf({ onLeak: "report", ...rails }),
      adminKey,
      failOn,
      projects,
    };
    return await runAudit(request, this.world(world), { fix: "--fix", project: "--project" });
  }

  world(parts: Partial<FixWorld> = {}): FixWorld {
    const { clock } = this;
    return {
      registry: createOpenAIRegistry(hostOf(this.openai), new Secret(this.admin.text), { clock }),
      journal: NO_JOURNAL,
      clock,
      confirm: null,
      isCancelled: () => false,
      onContainment: () => {},
      onPlanned: (acts: readonly PlannedAct[]) => {
        this.said.push(...acts.map(({ act, why }) => `before: ${act.kind} ${act.record.name}: ${why}`));
      },
      onFixed: ({ act }, outcome) => this.said.push(`after: ${act.record.name} ${outcome.kind}`),
      ...parts,
    };
  }

  /** Everything that was asked and was not only a question. */
  get changes(): readonly string[] {
    return this.openai.requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.openai.close();
  }
}

/** What a report says of the fix of a key by a rule. */
export function fixOf(report: AuditReport, rule: string, { id }: Key) {
  return report.findings.find((finding) => finding.rule === rule && finding.key?.id === id)?.fix ?? null;
}

export async function auditedOrganization(): Promise<AuditedOrganization> {
  const clock = new TestClock(new Date("2026-11-21T12:00:00Z"));
  return new AuditedOrganization(await startOpenAI({ clock }), clock);
}
