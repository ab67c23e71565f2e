import type { Clock } from "../../domain/clock.ts";
import { type FailureKind, parseFailure } from "../api-failure.ts";
import type { Octokit } from "../client.ts";
import type { RepositoryName } from "../repository.ts";
import { readBranchHead, readSarifStatus, sendSarif } from "./send-sarif.ts";

/** What is to be uploaded to one repository. `pack` makes the file for a commit: gzip, in base64. */
export type PlannedUpload = {
  /** `owner/name`. */
  repository: string;
  defaultBranch: string | null;
  pack: (commit: string) => string;
};

/** Why a file was not uploaded: GitHub's refusal, or what kept us from sending it. */
export type UploadFailure = FailureKind | "no-branch" | "rejected" | "stopped" | "too-many" | "too-large";

/** What came of the uploads: the repositories that took theirs, and the others with the reason. */
export type UploadResult = {
  uploaded: readonly string[];
  failed: readonly { repository: string; reason: UploadFailure }[];
};

/** GitHub takes 1,000 an hour of a user or an installation, and others may upload, too. */
const MOST_UPLOADS = 500;

/** In bytes, before base64. */
const LARGEST = 10_000_000;

/** After these the rest would be refused, too. */
const FINAL: readonly UploadFailure[] = ["bad-token", "limited", "no-answer", "not-the-api", "outage"];

/** How often it is asked what came of an upload, and how long is waited before each time, in milliseconds. */
const STATUS_WAITS = [2000, 5000, 10_000];

type Uploaded = { repository: string; id: string };

/** Uploads one file after the other, and asks at the end what came of them. Throws nothing: each refusal is in the result. */
export async function sendAllSarif(
  octokit: Octokit,
  planned: readonly PlannedUpload[],
  clock: Clock,
): Promise<UploadResult> {
  const sent: Uploaded[] = [];
  const failed: { repository: string; reason: UploadFailure }[] = [];
  let last: UploadFailure | null = null;
  for (const [index, upload] of planned.entries()) {
    const { repository } = upload;
    if (last !== null && FINAL.includes(last)) failed.push({ repository, reason: "stopped" });
    else if (index >= MOST_UPLOADS) failed.push({ repository, reason: "too-many" });
    else {
      const outcome = await uploadOne(octokit, upload);
      last = "reason" in outcome ? outcome.reason : null;
      if ("reason" in outcome) failed.push({ repository, reason: outcome.reason });
      else sent.push({ repository, id: outcome.id });
    }
  }
  const rejected = await findRejected(octokit, sent, clock);
  const uploaded = sent.map(({ repository }) => repository).filter((repository) => !rejected.has(repository));
  return {
    uploaded,
    failed: [...failed, ...[...rejected].map((repository) => ({ repository, reason: "rejected" as const }))],
  };
}

async function uploadOne(
  octokit: Octokit,
  { repository, defaultBranch, pack }: PlannedUpload,
): Promise<{ id: string } | { reason: UploadFailure }> {
  if (defaultBranch === null) return { reason: "no-branch" };
  const name = parseName(repository);
  try {
    const commit = await readBranchHead(octokit, name, defaultBranch);
    const sarif = pack(commit);
    if (sarif.length > (LARGEST * 4) / 3) return { reason: "too-large" };
    return { id: await sendSarif(octokit, name, { commit, ref: `refs/heads/${defaultBranch}`, sarif }) };
  } catch (error) {
    return { reason: parseFailure(error).kind };
  }
}

/** The repositories whose file could not be processed. One that is still waiting, or of which nothing is said, was taken. */
async function findRejected(octokit: Octokit, sent: readonly Uploaded[], clock: Clock): Promise<ReadonlySet<string>> {
  const rejected = new Set<string>();
  let waiting = sent;
  for (const wait of STATUS_WAITS) {
    if (waiting.length === 0) break;
    await clock.sleep(wait);
    const pending: Uploaded[] = [];
    for (const upload of waiting) {
      const status = await readSarifStatus(octokit, parseName(upload.repository), upload.id).catch(() => "unknown");
      if (status === "pending") pending.push(upload);
      if (status === "failed") rejected.add(upload.repository);
    }
    waiting = pending;
  }
  return rejected;
}

function parseName(repository: string): RepositoryName {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}
