import { UsageError } from "../../errors.ts";
import type { FileAtCommit } from "../../git/objects/file-versions.ts";
import { decodeText } from "../../ignore-file/base-rules.ts";
import type { IgnoreFile } from "../../ignore-file/ignore-file.ts";
import { locateIgnoreFile, readIgnoreFile } from "../../ignore-file/location.ts";
import {
  describeBrokenDraft,
  describeBrokenIgnoreFile,
  describeIgnoreFile,
  describeNoIgnoreFile,
  describeUnfitIgnoreFile,
  describeUnreadIgnoreFile,
  nameRevision,
} from "../../messages/doctor/repository.ts";
import { readFileVersionsAnywhere, readFirstFileVersions } from "../../targets/base-file.ts";
import { findServer } from "../../targets/checkout.ts";
import { type Check, createCheck } from "../check.ts";
import type { DoctorContext } from "../context.ts";

const A_DAY = 86_400_000;

type Version = { at: string; file: FileAtCommit };

/** Checks the ignore file where a scan reads it: in HEAD, or in a workflow in the event's base. Then the one on disk. */
export async function checkIgnoreFile(context: DoctorContext): Promise<Check> {
  const { ignoreFile: name, medium, clock } = context;
  const { at, file } = await readCountingVersion(context);
  if (file.kind === "no-commit" || file.kind === "missing") {
    return createCheck("ignore-file", "unknown", describeUnreadIgnoreFile(name, at));
  }
  const parsed = await parseVersion(file, name);
  if (typeof parsed === "string") {
    return createCheck("ignore-file", "problem", describeBrokenIgnoreFile(at, parsed));
  }
  const fault = medium === "terminal" ? await findDraftFault(context) : null;
  if (fault !== null) return createCheck("ignore-file", "problem", describeBrokenDraft(fault));
  if (parsed === null) return createCheck("ignore-file", "ok", describeNoIgnoreFile(name, at));
  return createCheck("ignore-file", "ok", describeIgnoreFile(name, at, countEntries(parsed, clock.now())));
}

async function readCountingVersion(context: DoctorContext): Promise<Version> {
  const { repo, environment, ignoreFile, workflow } = context;
  const location = { repo, environment };
  const { target, defaultBranch } = workflow?.event ?? { target: null, defaultBranch: null };
  if (target?.kind === "range" && target.base !== null) {
    const revision = { local: target.base, remote: target.base };
    return { at: nameRevision("base"), file: await readAnywhere(context, revision) };
  }
  if (workflow !== null && defaultBranch !== null && target?.kind !== "history") {
    const revision = { local: `refs/remotes/origin/${defaultBranch}`, remote: `refs/heads/${defaultBranch}` };
    return { at: nameRevision("default branch"), file: await readAnywhere(context, revision) };
  }
  return { at: nameRevision("HEAD"), file: (await readFirstFileVersions(location, ["HEAD"], ignoreFile)).base };
}

/** Reads the file as a run would: from the checkout, else from the server. */
async function readAnywhere(
  { repo, environment, ignoreFile, github, temp, timeout }: DoctorContext,
  revision: { local: string; remote: string },
): Promise<FileAtCommit> {
  const { serverUrl, apiUrl, token, repository } = github;
  const signal = AbortSignal.timeout(timeout);
  const server = findServer({
    repo,
    environment,
    serverUrl,
    apiUrl,
    token,
    temp,
    signal,
    repository: repository ?? "",
  });
  const read = readFileVersionsAnywhere({ repo, environment }, revision, server, ignoreFile);
  return await read.then(
    ({ base }) => base,
    (): FileAtCommit => ({ kind: "no-commit" }),
  );
}

/** Null where there is no file; a sentence where it is not valid. */
async function parseVersion(file: FileAtCommit, name: string): Promise<IgnoreFile | string | null> {
  if (file.kind === "unfit") return describeUnfitIgnoreFile(name, file.why);
  return file.kind === "file" ? await parseText(() => decodeText(file.bytes, name), name) : null;
}

/** What is wrong with the file in the work tree, as a sentence; null where nothing is, or there is no work tree. */
async function findDraftFault({ repo, ignoreFile }: DoctorContext): Promise<string | null> {
  const location = await locateIgnoreFile(repo, ignoreFile).catch(() => null);
  if (location === null) return null;
  const text = await readIgnoreFile(location).catch(explain);
  if (text === null) return null;
  const parsed = typeof text === "object" ? text.fault : await parseText(() => text, ignoreFile);
  return typeof parsed === "string" ? parsed : null;
}

async function parseText(read: () => string, name: string): Promise<IgnoreFile | string> {
  try {
    const text = read();
    return (await import("../../ignore-file/parse.ts")).parseIgnoreFile(text, name);
  } catch (error) {
    return explain(error).fault;
  }
}

function explain(error: unknown): { fault: string } {
  if (error instanceof UsageError) return { fault: error.message };
  throw error;
}

function countEntries({ ignore, exclude, protect }: IgnoreFile, now: Date) {
  const isOver = (until: Date | null) => until !== null && now.getTime() >= until.getTime() + A_DAY;
  const expired = ignore.filter(({ until }) => isOver(until)).length;
  return { ignored: ignore.length, expired, excluded: exclude.length, protected: protect.length };
}
