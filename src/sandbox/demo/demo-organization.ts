import { createDecoy } from "../fake-keys.ts";
import type { GitHubSandbox, ServedRepository } from "../github/github-sandbox.ts";
import type { Pull } from "../github/pull-request.ts";
import type { OpenAISandbox } from "../openai/openai-sandbox.ts";
import type { Key } from "../openai/organization.ts";
import { WorkTree } from "./work-tree.ts";

/** The keys of the demo: an admin key, three keys of a shop, one of another organisation, and a decoy. */
export type DemoOrganization = {
  admin: Key;
  checkout: Key;
  laptop: Key;
  nightly: Key;
  otherOrganization: Key;
  decoy: string;
};

/** Creates the keys at OpenAI. */
export function createDemoOrganization(openai: OpenAISandbox): DemoOrganization {
  const acme = openai.organization("acme");
  const ada = acme.user("Ada");
  const [web, batch] = [acme.project("Web shop"), acme.project("Batch jobs")];
  const elsewhere = openai.organization("elsewhere");
  const nightly = acme.accountKey(batch, "nightly-report", { name: "nightly" });
  return {
    admin: acme.adminKey(ada, { name: "key guard" }),
    checkout: acme.accountKey(web, "checkout-bot", { name: "checkout", madeBy: ada }),
    laptop: acme.userKey(web, ada, { name: "laptop" }),
    nightly,
    otherOrganization: elsewhere.userKey(elsewhere.project("Theirs"), elsewhere.user("Eve")),
    decoy: createDecoy(nightly.text),
  };
}

/** Simulates that somebody finds a leaked key at once, and uses it. */
export function simulateLeakedUse({ admin, checkout }: DemoOrganization): void {
  const { usageLog, clock } = checkout.organization;
  const at = Math.floor(clock.now().getTime() / 1000);
  usageLog.addUse(checkout, { at, requests: 212, inputTokens: 424_000, outputTokens: 96_300, cost: 7.31 });
  // An entry shows that the audit log is on, so that the absence of the leaked keys in it means something.
  usageLog.logChange(admin, { at: admin.createdAt, what: "project.created", id: "proj_acme", name: "Batch jobs" });
}

/** A commit of the pull request, and what leaks in it. */
export type DemoCommit = { subject: string; leak: string };

/** The pull request of the demo, with its commits, oldest first. */
export type DemoPullRequest = { repository: ServedRepository; pull: Pull; commits: readonly DemoCommit[] };

/** Commits the pull request and pushes it, as its author does. */
export async function openPullRequest(
  github: GitHubSandbox,
  shop: DemoOrganization,
  { dir, path }: { dir: string; path: string },
): Promise<DemoPullRequest> {
  const repository = await github.repository("acme/shop");
  const work = new WorkTree(dir, { path, token: github.token({ repo: "acme/shop" }) });
  await work.git("init", "--quiet", "--initial-branch=main");
  const base = await work.commit("Open the shop", {
    "README.md": "# Shop\n",
    "src/assistant.ts": 'export const model = "gpt-sandbox";\n',
  });
  await work.git("push", "--quiet", repository.gitUrl, "HEAD:refs/heads/main");

  const commits: DemoCommit[] = [];
  const commit = async (subject: string, leak: string, files: Parameters<WorkTree["commit"]>[1]) => {
    commits.push({ subject, leak });
    return await work.commit(subject, files);
  };
  await commit("Answer customers with the assistant", "a live key of a service account, in source", {
    "src/assistant.ts": `import OpenAI from "openai";\n\nconst client = new OpenAI({ apiKey: "${shop.checkout.text}" });\n`,
  });
  await commit("Add settings for my machine", "a live key of Ada's own, in .env", {
    ".env": `OPENAI_API_KEY=${shop.laptop.text}\n`,
  });
  await commit("Remove .env again", "nothing: but the key stays in history", { ".env": null });
  const head = await commit(
    "Document how to run it",
    "a stranger's key, and a decoy with the ends of the nightly job's key",
    {
      "docs/running.md": `Use \`${shop.otherOrganization.text}\` to try it.\n`,
      "docs/batch.md": `The nightly job has ${shop.decoy}\n`,
    },
  );
  await work.git("push", "--quiet", repository.gitUrl, "HEAD:refs/pull/7/head");
  const pull = github.pull({ repo: "acme/shop", number: 7, head, base, title: "Answer customers with the assistant" });
  return { repository, pull, commits };
}
