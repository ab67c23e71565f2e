import { expect, test } from "vitest";
import { createE2eEnvironment } from "../support/e2e-environment.ts";
import { scheduleEvent } from "../support/events.ts";

test("a scheduled scan takes the branch of a rule from what it runs on, or else from GitHub", async () => {
  await using all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot");
  await all.repo.commit({ ".github/workflows/nightly.yml": `env: { OPENAI_API_KEY: ${key.text} }\n` });
  const scan = async (ref: string) =>
    await all.event(scheduleEvent(), {
      inputs: { scan: "history" },
      env: { GITHUB_SERVER_URL: "https://github.com", GITHUB_REF: ref },
    });
  const scheduled = await scan("refs/heads/trunk");
  expect(scheduled.summary, scheduled.stdout).toContain(
    '"workflow_ref": "acme/shop/.github/workflows/nightly.yml@refs/heads/trunk"',
  );
  expect((await scan("")).summary).toContain('"ref": "refs/heads/main"');
});
