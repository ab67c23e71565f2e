import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseSuccession } from "../../../src/domain/succession.ts";
import type { Key } from "../../../src/sandbox/openai/organization.ts";
import { createE2eEnvironment, DIST, NODE } from "../../support/e2e-environment.ts";

type Ended = {
  code: number | null;
  report: { rotations: { state: { kind: string; because: string | null } }[] } | null;
};

/** A key that lives in a file, and the bundle that rotates it in processes of its own. */
async function prepare() {
  const all = await createE2eEnvironment(undefined, { isBundled: true });
  const old = all.acme.accountKey(all.web, "checkout-bot", { name: "checkout" });
  const file = path.join(all.folder, "place");
  const audit = ["--audit-file", path.join(all.folder, "rotate.jsonl")];
  const words = ["--to", `file:${file}`, "--scopes", "all", "--expires-in", "90d", "--wait", "0", "--yes"];
  const start = (more: readonly string[]): ChildProcess =>
    spawn(
      NODE,
      [path.join(DIST, "cli.js"), "rotate", old.id, ...words, "--format", "json", ...more].concat([
        "--openai-base-url",
        all.openai.baseURL,
      ]),
      {
        cwd: all.folder,
        env: { PATH: process.env["PATH"], OPENAI_ADMIN_KEY: all.adminKey },
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
  // A key whose text was lost with its run is given an end of a day at most by the next one.
  const goesOn = ({ deletedAt, expiresAt }: Key) =>
    deletedAt === null && (expiresAt === null || expiresAt > Date.now() / 1000 + 2 * 86_400);
  const living = () => all.acme.keys.filter((key) => goesOn(key) && parseSuccession(key.name)?.replaces === old.id);
  const drafts = () => readdirSync(all.folder).filter((name) => name.startsWith(".key-guard-"));
  return { file, audit, start, living, drafts, [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose]() };
}

async function waitFor(child: ChildProcess): Promise<Ended> {
  let text = "";
  child.stdout?.on("data", (piece: Buffer) => {
    text += piece.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, report: text.startsWith("{") ? JSON.parse(text) : null };
}

const kindOf = ({ report }: Ended) => report?.rotations[0]?.state.kind;

describe("two rotations of one key, at once and in two processes", () => {
  test.each(
    Array.from({ length: 2 }, (_, round) => [round, round % 2 === 0]),
  )("round %i, with one audit file: %s", async (_, hasAudit) => {
    await using at = await prepare();
    const more = hasAudit ? at.audit : [];
    const ended = await Promise.all([at.start(more), at.start(more)].map(waitFor));
    expect(
      ended.filter((one) => kindOf(one) === "rotated"),
      JSON.stringify(ended),
    ).toHaveLength(1);
    expect(at.living()).toHaveLength(1);
    expect(readFileSync(at.file, "utf8")).toBe(at.living()[0]?.text);
    expect(at.drafts()).toEqual([]);
  });
});

/** In milliseconds: from before the first request to after the last one. killed.soak.test.ts has every moment, without processes. */
const DELAYS = Array.from({ length: 7 }, (_, index) => 150 + index * 260);

describe("a rotation whose process is killed is brought to its end by the next one", () => {
  test.each(DELAYS)("after %i ms", async (delay) => {
    await using at = await prepare();
    const first = at.start(at.audit);
    const timer = setTimeout(() => first.kill("SIGKILL"), delay);
    const killed = await waitFor(first);
    clearTimeout(timer);
    const hasBegun = existsSync(at.audit[1] ?? "") && readFileSync(at.audit[1] ?? "", "utf8") !== "";
    const next = await waitFor(at.start([...at.audit, ...(hasBegun ? ["--resume"] : [])]));
    // One that was faster than the signal has left nothing to go on with.
    const ends = [killed, next].map((one) => one.report?.rotations[0]?.state);
    expect(JSON.stringify(ends)).toMatch(/"rotated"|"nothing-to-resume"/);
    expect(at.living()).toHaveLength(1);
    expect(readFileSync(at.file, "utf8")).toBe(at.living()[0]?.text);
    expect(at.drafts()).toEqual([]);
  });
});
