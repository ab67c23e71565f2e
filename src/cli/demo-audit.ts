import { DEFAULT_AUDIT_POLICY } from "../audit/policy/policy.ts";
import { runAudit } from "../audit-run/audit-run.ts";
import { NO_JOURNAL } from "../domain/journal.ts";
import { Secret } from "../domain/secret.ts";
import { createRegistry } from "../openai/access/chosen-registry.ts";
import { renderAuditText } from "../report/audit/text.ts";
import { describeAudit } from "../report/audit/view.ts";
import type { Look } from "../report/terminal/look.ts";
import type { DemoAudit } from "../sandbox/demo/demo.ts";
import { parseSettings } from "../settings/settings.ts";

/** Audits the organisation of the demo, as `audit` does on a terminal. It changes no key. */
export async function renderDemoAudit({ baseURL, adminKey: text, clock }: DemoAudit, look: Look): Promise<string> {
  const adminKey = new Secret(text);
  const { policy: rails } = parseSettings(() => undefined);
  const request = {
    policy: DEFAULT_AUDIT_POLICY,
    fixes: new Map(),
    rails,
    adminKey,
    failOn: "error",
    projects: [],
  } as const;
  const world = {
    registry: createRegistry({ baseURL, adminKey }, { clock }),
    journal: NO_JOURNAL,
    clock,
    confirm: null,
    isCancelled: () => false,
    onContainment: () => {},
    onPlanned: () => {},
    onFixed: () => {},
  };
  const report = await runAudit(request, world, { fix: "--fix", project: "--project" });
  return renderAuditText(describeAudit(report), look, "terminal");
}
