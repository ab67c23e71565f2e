import { SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";

// A process of its own for test/openai/environment.test.ts: what it is told comes on standard input, so that its
// environment is the test's alone. It asks for everything once and says what came of it.
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { baseURL, adminKey, keyText } = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
const registry = createOpenAIRegistry({ baseURL: baseURL ?? "" }, new Secret(adminKey ?? ""), {
  clock: SYSTEM_CLOCK,
});
const { records, gaps } = await registry.inventory();
const record = records.find(({ home }) => home.kind === "project") ?? null;
const proof = await registry.prove(new Secret(keyText ?? ""), record);
const impact = record && (await registry.impact(record, new Date(SYSTEM_CLOCK.now().getTime() - 60_000)));
process.stdout.write(JSON.stringify({ records: records.length, gaps, proof, untold: impact?.untold }));
