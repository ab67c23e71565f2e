import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { printReport } from "../../src/cli/print.ts";
import type { Report } from "../../src/domain/report.ts";
import { OutputFile } from "../../src/output-files/output-file.ts";
import { finding, report, revoked } from "../report/stories.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Prints a report while standard output ends in this error, or takes everything. */
async function print(one: Report, { error = null, file }: { error?: string | null; file?: string }) {
  const said = { stdout: "", stderr: "" };
  vi.spyOn(process.stdout, "write").mockImplementation((text, then) => {
    if (error === null) said.stdout += String(text);
    const done = then as unknown as (failure?: Error) => void;
    done(error === null ? undefined : Object.assign(new Error("no"), { code: error }));
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.stderr += String(text);
    return true;
  });
  const output = file === undefined ? null : await OutputFile.open({ name: "--output", file }, []);
  const exitCode = await printReport(one, { format: "json" }, output);
  vi.restoreAllMocks();
  return { exitCode, ...said };
}

describe("a report that does not arrive", () => {
  test("on a full disk ends with 2, and what was done to keys is told on standard error", async () => {
    const key = revoked();
    const { exitCode, stderr } = await print(report([key]), { error: "ENOSPC" });
    expect(exitCode).toBe(2);
    expect(stderr.split("\n")).toEqual([
      "Standard output could not be written (ENOSPC).",
      expect.stringMatching(new RegExp(`\\(${key.fingerprint}\\): ci was revoked by this run on 20 Nov 2026`)),
      "",
    ]);
  });

  test("for a reader that stopped early changes no exit code, and keys are told of where any was touched", async () => {
    expect(await print(report([finding()]), { error: "EPIPE" })).toEqual({ exitCode: 1, stdout: "", stderr: "" });
    const { exitCode, stderr } = await print(report([revoked()]), { error: "EPIPE" });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^sk-.*: ci was revoked by this run on .*\n$/);
  });

  test("in its file is printed instead, and ends with 2", async () => {
    const { exitCode, stdout, stderr } = await print(report([revoked()]), { file: "/dev/full" });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ outcome: { kind: "contained" } }] });
    expect(stderr).toBe('--output "/dev/full" could not be written (ENOSPC).\n');
  });

  test("anywhere is told of in full", async () => {
    const { exitCode, stderr } = await print(report([revoked()]), { file: "/dev/full", error: "ENOSPC" });
    expect(exitCode).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(3);
  });
});

test("a report goes to its file, and the verdict names the file", async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "print-")), "report.json");
  const { exitCode, stdout, stderr } = await print(report([finding()]), { file });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(/^.*OpenAI key.* · Report written to \/.*report\.json\n$/);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ conclusion: "leaked" });
});
