import type { Clock } from "../../domain/clock.ts";
import { NO_JOURNAL } from "../../domain/journal.ts";
import type { PrivateText } from "../../domain/private-text.ts";
import type { Secret } from "../../domain/secret.ts";
import { EXIT_CODES } from "../../exit.ts";
import type { EventScope } from "../../github/event-scope.ts";
import { OutputFile } from "../../output-files/output-file.ts";
import { openRegistry } from "../../scan/world.ts";
import { parseSettings } from "../../settings/settings.ts";
import { chooseStepDetail } from "../detail.ts";
import { readCheckout, readNotifySecret } from "../inputs.ts";
import { requireRunnerFiles } from "../outputs.ts";
import { type AuditInputs, readAuditInputs } from "./audit-inputs.ts";
import { type AuditFiles, publishAudit } from "./publish-audit.ts";

const { env } = process;

/** What a run is given by whoever starts it. */
type AuditStep = { clock: Clock; maskSecret: (secret: Secret | PrivateText) => void; signal: AbortSignal };

/** Audits the organisation, publishes what was found, and sets the exit code. It changes no key. */
export async function runAuditStep(event: EventScope, { clock, maskSecret, signal }: AuditStep): Promise<void> {
  const inputs = await readAuditInputs();
  maskSecret(inputs.adminKey);
  for (const text of [inputs.notify?.url, readNotifySecret()]) if (text) maskSecret(text);
  const checkout = readCheckout(inputs.githubToken, signal);
  const files = await openAuditFiles(inputs, [checkout.repo, process.cwd()]);
  const [owner = "", repo = ""] = checkout.repository.split("/");
  const repository = { apiUrl: checkout.apiUrl, repository: { owner, repo }, clock };
  const [{ readDefaultBranchPolicy }, { runAudit }, { concludeAudit, restrictAuditReport }] = await Promise.all([
    import("../../targets/default-branch-policy.ts"),
    import("../../audit-run/audit-run.ts"),
    import("../../domain/audit-report.ts"),
  ]);
  const policy = await readDefaultBranchPolicy(inputs, repository);
  const { readAuditedKeysFile, addKeptSecrets } = await import("./kept-secrets.ts");
  const keysFile = await readAuditedKeysFile(inputs, repository);
  const { adminKey, baseURL, failOn, detail } = inputs;
  const rails = parseSettings(() => undefined).policy;
  const request = { policy, fixes: new Map(), rails, adminKey, failOn, projects: [] };
  const registry = openRegistry(
    { settings: { adminKey, baseURL }, environment: env },
    { clock, isCancelled: () => signal.aborted },
  );
  const audited = await runAudit(
    request,
    {
      registry,
      journal: NO_JOURNAL,
      clock,
      isCancelled: () => signal.aborted,
      confirm: null,
      onContainment: () => {},
      onPlanned: () => {},
      onFixed: () => {},
    },
    { fix: "fix", project: "project" },
  );
  const whole = { ...repository, token: inputs.githubToken };
  const report = await addKeptSecrets(audited, keysFile, { event, serverUrl: checkout.serverUrl, run: whole });
  const shown = detail === "auto" ? await chooseStepDetail(event, whole) : detail;
  await publishAudit(restrictAuditReport(report, shown), inputs, files, repository);
  process.exitCode = EXIT_CODES[concludeAudit(report)];
}

/** Sees that everything can be written, before anything is asked. */
async function openAuditFiles(
  { reportFile, htmlFile }: AuditInputs,
  checkouts: readonly string[],
): Promise<AuditFiles> {
  requireRunnerFiles();
  const openAt = async (name: string, file: string | null) =>
    file === null ? null : await OutputFile.open({ name, file }, checkouts);
  return { report: await openAt("report-file", reportFile), html: await openAt("html-file", htmlFile) };
}
