import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { FETCH_TIMEOUTS } from "../../../src/sources/fetched/remote.ts";
import { scanned } from "../needles.ts";
import { expectGap, FAULTS, type PullStage, REQUESTS, stagePull } from "./faults.ts";
import { openFetchedRange } from "./stage.ts";

/** A pull request of one commit with a key in it, on a server that all tests share. */
let on: PullStage;

beforeAll(async () => {
  on = await stagePull();
});

afterEach(() => {
  on.github.fault(null);
  on.proxy.cutAfter = null;
});

afterAll(async () => await on[Symbol.asyncDispose]());

describe("a token that may not read is told, with the permission it lacks", () => {
  test.each([
    ["that nobody has", 401],
    ["of another repository", 404],
    ["without the permission", 403],
    ["that is not there", 401],
  ])("one %s", async (which, status) => {
    await on.github.repository("acme/other");
    const token = {
      "that nobody has": "nobody",
      "of another repository": on.github.token({ repo: "acme/other" }),
      "without the permission": on.github.token({ repo: "acme/shop", permissions: {} }),
      "that is not there": null,
    }[which];
    const opening = openFetchedRange(on.options({ ...on, token: token ?? null }));
    await expect(opening).rejects.toThrow(UsageError);
    await expect(opening).rejects.toThrow(new RegExp(`HTTP ${status}.*contents: read`));
    expect(await on.left()).toEqual([]);
  });

  test("but what anyone may read needs none", async () => {
    const open = await on.github.repository("acme/open", { visibility: "public" });
    await on.repo.git("push", "--quiet", open.dir, "main", "feature");
    const { sightings } = await on.fetched({ ...on, url: `${on.proxy.origin}/acme/open`, token: null });
    expect(sightings).toHaveLength(1);
  });
});

describe("nothing is taken for clean", () => {
  test.each(FAULTS)("where the server answers with %s, at once or in the middle", async (_, fault) => {
    await expectGap(on, fault, 0);
    await expectGap(on, fault, 1 + (FAULTS.findIndex(([, other]) => other === fault) % (REQUESTS - 1)));
  });

  test("where only what the base holds cannot be had, the key is told with a gap", async () => {
    let asked = 0;
    on.github.fault(() => (asked++ < 4 ? null : "reset"));
    const { gaps, sightings } = await on.fetched({ ...on, depth: 1 });
    expect(sightings).toMatchObject([{ path: "b", preexisting: false }]);
    expect(gaps).toContainEqual({ kind: "unfetched", detail: expect.stringContaining("of the base") });
  });

  test("where the connection is cut in the middle of what comes", async () => {
    for (const bytes of [100, 900, 1500, 200_000]) {
      on.proxy.cutAfter = bytes;
      expect((await on.fetched({ ...on, depth: 1 })).gaps.map(({ kind }) => kind)).toContain("unfetched");
    }
    expect(await on.left()).toEqual([]);
  });

  test("where the server never ends", async () => {
    const answer = await fetch(`${on.github.origin}/acme/shop/info/refs?service=git-upload-pack`, {
      headers: { authorization: `token ${on.options(on).token}`, "git-protocol": "version=2" },
    });
    const capabilities = Buffer.from(await answer.arrayBuffer());
    const server = createServer((request, response) => {
      request.resume();
      const what = request.method === "GET" ? "advertisement" : "result";
      response.writeHead(200, { "content-type": `application/x-git-upload-pack-${what}` });
      if (request.method === "GET") return void response.end(capabilities);
      response.write("000dpackfile\n");
      const more = () => {
        while (!response.destroyed && response.write("000f\u0002and so on\n".repeat(1000)));
      };
      response.on("drain", more);
      more();
      on.clock.expire();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/acme/shop`;
    const { gaps } = await on.fetched({ ...on, url });
    expect(gaps).toEqual([{ kind: "unfetched", detail: expect.stringContaining("longer than") }]);
    expect(await on.left()).toEqual([]);
    server.closeAllConnections();
    server.close();
  });

  test("but a server that is well again a moment later is asked again", async () => {
    const faults: Fault[] = [{ status: 502, body: "" }, "reset", "cut-off"];
    on.github.fault(({ method }) => (method === "POST" ? (faults.shift() ?? null) : null));
    const { gaps, sightings } = await on.fetched({ ...on, timeouts: { ...FETCH_TIMEOUTS, retryDelays: [1, 2, 3] } });
    // One of the three is met within git, which asks again on a connection that was reset.
    expect(on.clock.delays.slice(0, 2)).toEqual([1, 2]);
    expect(gaps).toEqual([]);
    expect(sightings).toHaveLength(1);
  });

  test("where an object is gone from the server, the others are read", async () => {
    await using on = await stagePull();
    const oid = await on.repo.oid("feature:big");
    const pack = (await readdir(join(on.hosted.dir, "objects/pack"))).find((name) => name.endsWith(".pack"));
    if (pack !== undefined) execFileSync("git", ["-C", on.hosted.dir, "repack", "-ad"]);
    await rm(join(on.hosted.dir, "objects", oid.slice(0, 2), oid.slice(2)), { force: true });
    const { gaps, sightings } = await on.fetched({ ...on, depth: 1 });
    expect(sightings).toMatchObject([{ path: "b" }]);
    expect(gaps).toContainEqual({ kind: "unfetched", detail: expect.stringContaining("1 object of the change") });
  });
});

describe("the token", () => {
  test("is on no disk, in no argument and in no message, and goes to its own server alone", async () => {
    const token = on.github.token({ repo: "acme/shop" });
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    const folder = await mkdtemp(join(tmpdir(), "shim-"));
    const shim = `#!/bin/sh\nfor each in "$@"; do printf '%s\\n' "$each" >> '${folder}/arguments'; done\nexec ${execFileSync("which", ["git"]).toString().trim()} "$@"\n`;
    execFileSync("sh", ["-c", `cat > '${folder}/git' && chmod +x '${folder}/git'`], { input: shim });
    const environment = { PATH: `${folder}:${process.env["PATH"]}` };
    const range = await openFetchedRange(on.options({ ...on, token, environment }));
    await scanned(range.source);
    const files = await readdir(on.temp, { recursive: true, withFileTypes: true });
    const contents = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), "latin1"));
    const written = [...(await Promise.all(contents)), await readFile(join(folder, "arguments"), "latin1")].join("\n");
    expect(written).toContain("--filter=blob:none");
    for (const secret of [token, basic]) expect(written).not.toContain(secret);
    await range.close();
    await rm(folder, { recursive: true });

    on.github.fault(() => ({ status: 400, body: `you said ${token}` }));
    const { gaps } = await on.fetched({ ...on, token });
    expect(JSON.stringify(gaps)).not.toContain(token);
  });
});

describe("nothing else is believed or run", () => {
  test("neither what the change says of itself, nor settings and helpers of whoever runs it", async () => {
    const { repo } = on;
    const home = await mkdtemp(join(tmpdir(), "home-"));
    const program = join(home, "program");
    const pwned = join(home, "pwned");
    await writeFile(program, `#!/bin/sh\ntouch '${pwned}'\necho password\n`, { mode: 0o755 });
    const settings = `[credential]\n\thelper = "!${program}"\n[core]\n\taskPass = ${program}\n\tfsmonitor = ${program}\n\tgitProxy = ${program}\n`;
    await writeFile(join(home, ".gitconfig"), `${settings}[url "file:///"]\n\tinsteadOf = ${on.proxy.origin}\n`);
    await writeFile(join(home, ".netrc"), `machine 127.0.0.1 login x password ${on.options(on).token}\n`);
    await repo.write({
      ".gitattributes": "* filter=x diff=x -text export-ignore\n",
      ".gitmodules": `[submodule "s"]\n\tpath = s\n\turl = ext::${program}\n\tupdate = !${program}\n\tfetchRecurseSubmodules = true\n`,
      ".gitconfig": settings,
      "hooks/post-checkout": `#!/bin/sh\ntouch '${pwned}'\n`,
    });
    await repo.git("update-index", "--add", "--cacheinfo", `160000,${on.base},s`);
    await repo.git("add", "--", ".gitattributes", ".gitmodules", ".gitconfig", "hooks");
    await repo.git("commit", "--quiet", "-m", "hostile");
    const head = await repo.oid("HEAD");
    await on.push("feature");
    const names = ["GIT_ASKPASS", "SSH_ASKPASS", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND", "GIT_EXTERNAL_DIFF"];
    const environment = {
      PATH: process.env["PATH"],
      HOME: home,
      GIT_CONFIG_GLOBAL: join(home, ".gitconfig"),
      GIT_DIR: repo.dir,
      ...Object.fromEntries(names.map((name) => [name, program])),
    };
    const { sightings, gaps } = await on.fetched({ ...on, head, environment });
    expect(gaps).toEqual([]);
    expect(sightings).toHaveLength(1);
    await expect(openFetchedRange(on.options({ ...on, head, environment, token: null }))).rejects.toThrow("HTTP 401");
    expect(existsSync(pwned)).toBe(false);
    await rm(home, { recursive: true });
  });

  test("but the standard variables for a proxy are heeded", async () => {
    const PATH = process.env["PATH"];
    const environment = { PATH, http_proxy: "http://127.0.0.1:1" };
    expect((await on.fetched({ ...on, environment })).gaps).toMatchObject([{ kind: "unfetched" }]);
    const { gaps } = await on.fetched({ ...on, environment: { ...environment, NO_PROXY: "127.0.0.1" } });
    expect(gaps).toEqual([]);
  });
});

describe("the folder for temporary files", () => {
  test("is left as it was when the fetching is stopped in the middle", async () => {
    const stopping = new AbortController();
    const hung = new Promise<void>((resolve) => {
      on.github.fault(({ method }) => {
        if (method !== "POST") return null;
        resolve();
        return "hang";
      });
    });
    const opening = openFetchedRange(on.options({ ...on, signal: stopping.signal }));
    await hung;
    expect(await on.left()).toHaveLength(1);
    stopping.abort(new Error("stopped from outside"));
    await expect(opening).rejects.toThrow("stopped from outside");
    expect(await on.left()).toEqual([]);
    // Git's helper, which talks to the server, has been stopped with it.
    await expect.poll(() => on.proxy.open).toBe(0);
  });

  test("is left as it was when it is closed while a key is looked at", async () => {
    const range = await openFetchedRange(on.options({ ...on, depth: 1 }));
    const hung = new Promise<void>((resolve) => {
      on.github.fault(() => {
        resolve();
        return "hang";
      });
    });
    const scanning = scanned(range.source).catch((error: Error) => error);
    await hung;
    await range.close();
    await range.close();
    expect(await on.left()).toEqual([]);
    expect(await scanning).toBeInstanceOf(Error);
  });

  test("is left as it was where there is no git", async () => {
    const opening = openFetchedRange(on.options({ ...on, environment: { PATH: on.temp } }));
    await expect(opening).rejects.toThrow(/Git was not found/);
    expect(await on.left()).toEqual([]);
  });

  test("that cannot be written is told", async () => {
    const opening = openFetchedRange(on.options({ ...on, temp: join(on.temp, "not/there") }));
    await expect(opening).rejects.toThrow(/"[^"]*not\/there", cannot be written \(ENOENT\)/);
  });
});

describe.runIf(mayMount())("a disk without room", () => {
  test.each([["20k"], ["80k"], ["200k"]])("of %s is a gap, and is left empty", async (size) => {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", on.temp]);
    try {
      const outcome = await on.fetched({ ...on, depth: 1 }).catch((error: Error) => error);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(UsageError);
        expect(outcome.message).toContain("ENOSPC");
      } else {
        expect(outcome.gaps).toContainEqual({ kind: "unfetched", detail: expect.stringContaining("is full") });
      }
      expect(await on.left()).toEqual([]);
    } finally {
      execFileSync("umount", [on.temp]);
    }
  });
});

function mayMount(): boolean {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
