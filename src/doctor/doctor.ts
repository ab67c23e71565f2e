import { checkAdminKey } from "./admin-key.ts";
import { CHECK_IDS, type Check, type CheckId } from "./check.ts";
import type { DoctorContext } from "./context.ts";
import { checkGitHubToken } from "./github-token.ts";
import { runGuarded } from "./guard.ts";
import { checkGit, checkNode, checkSearch, checkVersion } from "./machine.ts";
import { checkNetwork } from "./network.ts";
import { checkRepository } from "./repository/repository.ts";
import { checkWorkflow } from "./workflow.ts";

/** What makes one or more checks, and the check that says so where it fails itself. */
type Step = readonly [id: CheckId, run: (context: DoctorContext) => Promise<readonly Check[]>];

const STEPS: readonly Step[] = [
  ["node", async (context) => [checkNode(context)]],
  ["git", async (context) => [await checkGit(context)]],
  ["version", async () => [await checkVersion()]],
  ["search", async () => [await checkSearch()]],
  ["repository", checkRepository],
  ["event", checkWorkflow],
  ["admin-key", checkAdminKey],
  ["github-token", checkGitHubToken],
];

/** Made alone and first: while modules are loaded, answers wait, and latency would not be theirs. */
const FIRST_STEP: Step = ["reach-openai", checkNetwork];

/** Requests wait for one another twice at most, and are repeated twice. */
const STEP_REQUESTS = 4;

/**
 * Makes all checks, most of them at once, and returns them in the order of the output. Nothing is written, and nothing is changed. A check
 * that fails or takes too long is `unknown`, and the others are made all the same.
 */
export async function runChecks(context: DoctorContext): Promise<readonly Check[]> {
  // From version 24 on, Node's fetch can use proxies. Older versions lack this function and go without.
  (await import("node:http")).setGlobalProxyFromEnv?.(context.environment);
  const network = await runStep(FIRST_STEP, context);
  const others = await Promise.all(STEPS.map(async (step) => await runStep(step, context)));
  const checks = [...network, ...others.flat()];
  const order: readonly CheckId[] = Object.values(CHECK_IDS).flat();
  return checks.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

async function runStep([id, run]: Step, context: DoctorContext): Promise<readonly Check[]> {
  return await runGuarded(id, context.timeout * STEP_REQUESTS, async () => await run(context));
}
