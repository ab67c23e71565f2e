import { afterEach, expect, test } from "vitest";
import { Secret } from "../../../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../../../src/sandbox/openai/openai-sandbox.ts";
import { TestClock } from "../../../support/test-clock.ts";

const MIDNIGHT = new Date("2026-11-21T00:00:00Z");
const [DAYS, KEYS, MODELS] = [31, 1_000, 5];

let openai: OpenAISandbox;
afterEach(() => openai.close());

/** A day with a row for each key and model, as long as OpenAI's. */
function writeDay(day: number): string {
  const rows = Array.from({ length: KEYS * MODELS }, (_, index) =>
    JSON.stringify({
      object: "organization.usage.completions.result",
      input_tokens: 12_345,
      num_model_requests: 2,
      output_tokens: 2_345,
      input_cached_tokens: 0,
      input_audio_tokens: 0,
      output_audio_tokens: 0,
      project_id: null,
      user_id: null,
      api_key_id: `key_${Math.floor(index / MODELS)}`,
      model: `gpt-5-mini-2026-01-0${index % MODELS}`,
      batch: null,
      service_tier: null,
    }),
  );
  const start = MIDNIGHT.getTime() / 1000 - (DAYS - 1 - day) * 86_400;
  return `{"object":"bucket","start_time":${start},"end_time":${start + 86_400},"results":[${rows.join(",")}]}`;
}

test("an answer with 155,000 rows, longer than any that is held, is summed over a real connection", async () => {
  const clock = new TestClock(MIDNIGHT);
  openai = await startOpenAI({ clock });
  const acme = openai.organization("acme");
  const days = Array.from({ length: DAYS }, (_, day) => writeDay(day)).join(",");
  const body = `{"object":"page","data":[${days}],"has_more":false,"next_page":null}`;
  expect(body.length).toBeGreaterThan(2 ** 25);
  openai.fault(({ path }) => (path.endsWith("/completions") ? { status: 200, body } : null));
  const registry = createOpenAIRegistry(openai, new Secret(acme.adminKey(acme.user("Ada")).text), { clock });
  const { usage } = await registry.collectFacts(new Set(["usage"]));
  if (usage.kind === "untold") throw new Error(usage.because);
  const { byKey, today } = usage.value;
  expect([byKey.size, today.size]).toEqual([KEYS, KEYS]);
  expect(byKey.get("key_7")).toHaveLength((DAYS - 1) * MODELS);
  expect(today.get("key_7")).toBe(2 * MODELS);
});
