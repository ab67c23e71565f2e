import { expect, test } from "vitest";
import { createE2eEnvironment } from "../support/e2e-environment.ts";

test("a scan on a developer's machine takes the repository and the branch of a rule from the clone", async () => {
  await using all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot");
  await all.repo.commit({ ".github/workflows/nightly.yml": `env: { OPENAI_API_KEY: ${key.text} }\n` });
  const scan = async (env: Record<string, string> = {}) =>
    (await all.cli(["scan", `${all.base}..HEAD`, "--format", "markdown"], env)).stdout;
  expect(await scan()).toContain('"repository": "OWNER/REPOSITORY"');
  await all.repo.git("remote", "add", "origin", "git@github.com:acme/web.git");
  expect(await scan()).toMatch(/"repository": "acme\/web",\s+"ref": "refs\/heads\/BRANCH"/);
  await all.repo.git("update-ref", "refs/remotes/origin/trunk", "HEAD");
  await all.repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
  expect(await scan()).toMatch(/"repository": "acme\/web",\s+"ref": "refs\/heads\/trunk"/);
  // Another repository than the clone's has another branch, and another server is not github.com.
  expect(await scan({ GITHUB_REPOSITORY: "acme/other" })).toContain('"ref": "refs/heads/BRANCH"');
  const elsewhere = await scan({ GITHUB_API_URL: "https://github.acme.example/api/v3" });
  expect(elsewhere).toContain("https://github.acme.example/_services/token");
  expect(elsewhere).not.toContain("attribute_matchers");
});
