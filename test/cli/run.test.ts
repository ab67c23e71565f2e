import { syncBuiltinESMExports } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { describeRun } from "../../src/cli/run.ts";
import { VERSION } from "../../src/version.ts";
import { cli } from "../support/e2e-environment.ts";
import { gitRepo } from "../support/git-repo.ts";

const { userInfo, hostname } = os;

afterEach(() => {
  Object.assign(os, { userInfo, hostname });
  syncBuiltinESMExports();
  vi.unstubAllEnvs();
});

/** As in a container that was started with a number for a user, which no /etc/passwd has. */
function forgetNames(): void {
  const fail = () => {
    throw Object.assign(new Error("uv_os_get_passwd returned ENOENT"), { code: "ERR_SYSTEM_ERROR" });
  };
  Object.assign(os, { userInfo: fail, hostname: fail });
  syncBuiltinESMExports();
}

test.each([
  [{ USER: "ci" }, "ci"],
  [{ USER: undefined, LOGNAME: undefined, USERNAME: undefined }, /^uid \d+$/],
])("a user without a name is told by what is known: %o", (env, user) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  forgetNames();
  expect(describeRun()).toEqual({ user: expect.stringMatching(user), version: VERSION });
});

test("a scan with an audit file needs no name of its user", async () => {
  await using repo = await gitRepo({ "a.txt": "clean\n" });
  forgetNames();
  const args = ["scan", "--files", "a.txt", "--audit-file", path.join(repo.dir, "audit.jsonl")];
  expect(await cli(args, { cwd: repo.dir })).toMatchObject({ exitCode: 0, stderr: "" });
});
