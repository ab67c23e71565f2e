import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { ListedRepository, SweepPlan } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import { EXIT_CODES } from "../../exit.ts";
import type { GitHubAccess } from "../../github/client.ts";
import { describePlan, SELECTED_ONLY } from "../../messages/command-line/sweep.ts";
import { describeUnlistedOrganization, SWEEP_WORDS } from "../../messages/errors/command-line/sweep.ts";
import { parseLines } from "../../settings/values.ts";
import { writeOutput } from "../print.ts";
import { openFile, openToken, readServer } from "./access.ts";
import type { SweepFlags } from "./flags.ts";
import { readState } from "./state.ts";

const { stderr } = process;

const DEFAULT_SHARDS = "8";

/** Lists the repositories of an organisation, and prints the plan of a sweep. */
export async function planTyped(words: readonly string[], flags: SweepFlags): Promise<void> {
  const [organization = ""] = words;
  if (words.length !== 1 || !/^[\w.-]+$/.test(organization)) throw new UsageError(SWEEP_WORDS.plan);
  const { apiUrl, serverUrl } = readServer();
  const access = { apiUrl, token: await (await openToken())() };
  const output = flags.output ? await openFile("--output", flags.output) : null;
  const state = await readState(flags.state);
  const { planSweep } = await import("../../sweep/plan.ts");
  const { formatPlan } = await import("../../sweep/documents/plan-document.ts");
  const listed = await listRepositories(access, organization, flags.quiet === true);
  const choice = {
    include: parseLines(flags.include ?? ""),
    exclude: parseLines(flags.exclude ?? ""),
    archived: flags.archived === true,
    forks: flags.forks === true,
  };
  const shards = Number(flags.shards ?? DEFAULT_SHARDS);
  const { identifyReader } = await import("../../sweep/reader.ts");
  const reader = await identifyReader();
  const request = { organization, server: serverUrl, shards, choice, state, now: SYSTEM_CLOCK.now(), reader };
  const plan = await planSweep(listed, request);
  const losses = await writeOutput(formatPlan(plan).text, output);
  if (!flags.quiet) stderr.write(`${describeContents(plan)}\n`);
  process.exitCode = losses.length === 0 ? EXIT_CODES.clean : EXIT_CODES.incomplete;
}

/** @throws UsageError where GitHub does not list all of them: a plan that lacks some would look complete. */
async function listRepositories(
  access: GitHubAccess,
  organization: string,
  isQuiet: boolean,
): Promise<readonly ListedRepository[]> {
  const { isSelectionOnly, listOrganizationRepositories } = await import(
    "../../github/repositories/organization-repositories.ts"
  );
  try {
    const listed = await listOrganizationRepositories(access, organization);
    if (!isQuiet && (await isSelectionOnly(access))) stderr.write(`${SELECTED_ONLY}\n`);
    return listed;
  } catch (error) {
    const { parseFailure } = await import("../../github/api-failure.ts");
    const { kind, status } = parseFailure(error);
    throw new UsageError(describeUnlistedOrganization(organization, kind, status));
  }
}

function describeContents({ shards, leftOut }: SweepPlan): string {
  const repositories = shards.flat();
  const kilobytes = repositories.reduce((sum, one) => sum + one.kilobytes, 0);
  return describePlan({
    repositories: repositories.length,
    shards: shards.length,
    size: kilobytes < 1e6 ? `${Math.ceil(kilobytes / 1000)} MB` : `${(kilobytes / 1e6).toFixed(1)} GB`,
    leftOut,
    unchanged: repositories.filter(({ knownRefs }) => knownRefs !== null).length,
  });
}
