import type { Report } from "../../src/domain/report.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import type { Stake } from "./stake.ts";

/** Made-up keys with the visible ends of a real one, as many as somebody likes. */
export function createDecoys({ text }: Key, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    return createFakeKey("service-account", `decoy ${index} ${text}`).slice(0, -4) + text.slice(-4);
  });
}

/** The first deletion of a run. */
export type Deletion = {
  /** When OpenAI was asked to delete the first key, in milliseconds since the run began. */
  at: number;
  /** How many requests it had answered by then. */
  requests: number;
};

/** Runs over these texts, and tells when the first key was deleted. */
export async function measureDeletion(
  at: Stake,
  texts: readonly string[],
  ...more: readonly unknown[]
): Promise<{ deletion: Deletion | null; report: Report }> {
  let [count, deletion]: [number, Deletion | null] = [0, null];
  const start = at.clock.elapsed();
  at.openai.fault(({ method }) => {
    if (method === "DELETE") deletion ??= { at: at.clock.elapsed() - start, requests: count };
    count += 1;
    return null;
  });
  const [policy, differences] = more as [Parameters<Stake["over"]>[1], Parameters<Stake["over"]>[2]];
  return { report: await at.over(texts, policy, differences), deletion };
}
