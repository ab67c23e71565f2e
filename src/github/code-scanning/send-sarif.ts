import { createShapeError } from "../api-failure.ts";
import type { Octokit } from "../client.ts";
import { getObject, getObjectId, getText } from "../payload.ts";
import type { RepositoryName } from "../repository.ts";

/** What is uploaded: a SARIF file, compressed by gzip and in base64, about a commit of a branch. */
export type SarifFile = { commit: string; ref: string; sarif: string };

/** What GitHub has made of an upload. The errors are its own words. */
export type SarifStatus = "pending" | "complete" | "failed";

/** Reads the commit of a branch. */
export async function readBranchHead(
  { request }: Octokit,
  repository: RepositoryName,
  branch: string,
): Promise<string> {
  const { data } = await request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...repository, ref: `heads/${branch}` });
  const commit = getObjectId(getObject({ data }, "data", "object")["sha"]);
  if (commit === null) throw createShapeError();
  return commit;
}

/** Uploads a file to the code scanning of a repository, and returns the number of the upload: it is processed later. */
export async function sendSarif(
  { request }: Octokit,
  repository: RepositoryName,
  { commit, ref, sarif }: SarifFile,
): Promise<string> {
  const body = { ...repository, commit_sha: commit, ref, sarif };
  const { data } = await request("POST /repos/{owner}/{repo}/code-scanning/sarifs", body);
  const id = getText(getObject({ data }, "data")["id"]);
  if (id === null) throw createShapeError();
  return id;
}

/** Asks what came of an upload. */
export async function readSarifStatus(
  { request }: Octokit,
  repository: RepositoryName,
  id: string,
): Promise<SarifStatus> {
  const path = "GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}";
  const { data } = await request(path, { ...repository, sarif_id: id });
  const status = getObject({ data }, "data")["processing_status"];
  if (status === "pending" || status === "complete" || status === "failed") return status;
  throw createShapeError();
}
