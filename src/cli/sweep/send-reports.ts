import { gzipSync } from "node:zlib";
import type { Clock } from "../../domain/clock.ts";
import { createOctokit } from "../../github/client.ts";
import { sendAllSarif } from "../../github/code-scanning/send-all-sarif.ts";
import { describeDryUpload, describeFailedUpload, describeUploads } from "../../messages/warnings/sarif-upload.ts";
import { renderSarif } from "../../report/sarif/sarif.ts";
import type { RepositoryReport } from "../../sweep/merge/repository-reports.ts";
import { VERSION } from "../../version.ts";

const { stderr } = process;

/** Large files take a while, in milliseconds. */
const TIMEOUT = 60_000;

/** Where GitHub is, and by what token it is asked. */
type UploadAccess = { server: string; apiUrl: string; token: string; clock: Clock };

/**
 * Uploads what was found in each repository to its own code scanning, and says on standard error what could not be. `known`
 * are repositories that had keys before: a file without any closes their alerts. The verdict stays what it is.
 */
export async function sendReports(
  reports: readonly RepositoryReport[],
  known: ReadonlySet<string>,
  { server, apiUrl, token, clock }: UploadAccess,
): Promise<void> {
  const wanted = selectUploads(reports, known);
  const planned = wanted
    .filter(({ isWhole }) => isWhole)
    .map(({ repository, defaultBranch, report }) => ({
      repository,
      defaultBranch,
      pack: (head: string) => {
        const context = { head, runUrl: null, version: VERSION, repositoryUrl: `${server}/${repository}` };
        return gzipSync(renderSarif(report, context)).toString("base64");
      },
    }));
  const octokit = await createOctokit({ apiUrl, token }, { timeout: TIMEOUT, clock });
  const { uploaded, failed } = await sendAllSarif(octokit, planned, clock);
  const partial = wanted.filter(({ isWhole }) => !isWhole);
  const all = [...failed, ...partial.map(({ repository }) => ({ repository, reason: "not-whole" }))];
  const reasons = [...new Set(all.map(({ reason }) => reason))];
  const lines = [
    describeUploads(uploaded.length),
    ...reasons.map((reason) => {
      const names = all.filter((one) => one.reason === reason).map(({ repository }) => repository);
      return describeFailedUpload(names, reason);
    }),
  ];
  stderr.write(lines.map((line) => `${line}\n`).join(""));
}

/** Says what would be uploaded. */
export function tellDryUpload(reports: readonly RepositoryReport[], known: ReadonlySet<string>): void {
  const count = selectUploads(reports, known).filter(({ isWhole }) => isWhole).length;
  stderr.write(`${describeDryUpload(count)}\n`);
}

function selectUploads(reports: readonly RepositoryReport[], known: ReadonlySet<string>): readonly RepositoryReport[] {
  return reports.filter(({ repository, report }) => report.findings.length > 0 || known.has(repository));
}
