import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { createOctokit } from "../../../src/github/client.ts";
import { type PlannedUpload, sendAllSarif } from "../../../src/github/code-scanning/send-all-sarif.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { importCommits } from "../../support/fast-import.ts";
import { TestClock } from "../../support/test-clock.ts";

let github: GitHubSandbox;
let clock: TestClock;

beforeAll(async () => {
  clock = new TestClock();
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  for (const name of ["web", "shop", "off", "empty"]) {
    const { dir } = await github.repository(`acme/${name}`, { isCodeScanningOff: name === "off" });
    const first = { ref: "refs/heads/main", time: 1_790_000_000, files: { "a.txt": name } };
    if (name !== "empty") importCommits({ dir }, [first]);
  }
  return () => github.close();
});

/** An upload of a file with as many runs. */
const upload = (name: string, runs = 1): PlannedUpload => ({
  repository: `acme/${name}`,
  defaultBranch: "main",
  pack: (commit) =>
    gzipSync(JSON.stringify({ runs: Array.from({ length: runs }, () => ({ commit })) })).toString("base64"),
});

async function send(planned: readonly PlannedUpload[], more: { right?: "read" | "write" } = {}) {
  const permissions = { contents: "read", "security-events": more.right ?? "write" } as const;
  const token = github.token({ repo: "acme/-", organization: "acme", permissions });
  return await sendAllSarif(await createOctokit({ apiUrl: github.apiUrl, token }, { clock }), planned, clock);
}

describe("SARIF for many repositories", () => {
  test("goes to each for the commit of its branch, and one that is refused costs the others nothing", async () => {
    const gone = upload("nowhere");
    const { uploaded, failed } = await send([upload("off"), upload("empty"), gone, upload("shop"), upload("web")]);
    expect(uploaded).toEqual(["acme/shop", "acme/web"]);
    expect(failed).toEqual([
      { repository: "acme/off", reason: "forbidden" },
      { repository: "acme/empty", reason: "refused" },
      { repository: "acme/nowhere", reason: "not-found" },
    ]);
    const [file] = github.sarifUploads("acme/web");
    expect(file).toMatchObject({ ref: "refs/heads/main", errors: [] });
    expect(JSON.parse(file?.text ?? "").runs).toEqual([{ commit: file?.commit }]);
  });

  test("is not called uploaded where GitHub could not process it", async () => {
    expect(await send([upload("web", 21), upload("shop")])).toEqual({
      uploaded: ["acme/shop"],
      failed: [{ repository: "acme/web", reason: "rejected" }],
    });
  });

  test("needs the right to write alerts of code scanning", async () => {
    const { failed } = await send([upload("web")], { right: "read" });
    expect(failed).toEqual([{ repository: "acme/web", reason: "forbidden" }]);
  });

  test("ends where the rest would be refused, too", async () => {
    github.fault(({ method }) => (method === "POST" ? { status: 401, body: { message: "Bad credentials" } } : null));
    expect((await send([upload("web"), upload("shop"), upload("off")])).failed).toEqual([
      { repository: "acme/web", reason: "bad-token" },
      { repository: "acme/shop", reason: "stopped" },
      { repository: "acme/off", reason: "stopped" },
    ]);
    github.fault(null);
  });

  test("is about a branch: where none is known, nothing is asked", async () => {
    const before = github.requests.length;
    const { failed } = await send([{ ...upload("web"), defaultBranch: null }]);
    expect(failed).toEqual([{ repository: "acme/web", reason: "no-branch" }]);
    expect(github.requests).toHaveLength(before);
  });
});
