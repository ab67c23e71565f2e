import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeTypes } from "../scripts/declarations.ts";

const TOP = path.resolve(import.meta.dirname, "..");
let folder: string;

/** A project that has the package installed, and Node's types. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "consumer-"));
  const modules = path.join(folder, "node_modules");
  writeTypes("library.d.ts", path.join(modules, "openai-key-guard/dist/types"));
  writeFileSync(
    path.join(modules, "openai-key-guard/package.json"),
    JSON.stringify({
      name: "openai-key-guard",
      type: "module",
      exports: { ".": { types: "./dist/types/library.d.ts", default: "./dist/library.js" } },
    }),
  );
  mkdirSync(path.join(modules, "@types"));
  symlinkSync(path.join(TOP, "node_modules/@types/node"), path.join(modules, "@types/node"));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the strict compiler says of a source, the package's own declarations included; empty where it says nothing. */
function compile(source: string): string {
  writeFileSync(path.join(folder, "consumer.ts"), source);
  const tsc = path.join(TOP, "node_modules/typescript/bin/tsc");
  const flags = [
    "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck false --types node",
    "--target es2024 --lib es2024 --module nodenext",
  ].flatMap((line) => line.split(" "));
  try {
    return execFileSync(process.execPath, [tsc, ...flags, "consumer.ts"], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

test("a strict TypeScript project reads a report by the types of the package, and is told of what it does not have", () => {
  const said = compile(`
    import { type Finding, type Report, type ScanOptions, type Sighting, scan, UsageError, VERSION } from "openai-key-guard";

    const options: ScanOptions = { place: { kind: "range", range: "main..HEAD" }, settings: { "dry-run": "true" } };
    const report: Report = await scan(options);
    const live: number = report.counts.live + report.counts.waiting;
    const silent: number = report.silent.publishedExamples;
    const findings: readonly Finding[] = report.findings;
    const places: readonly Sighting[] = findings.flatMap(({ sightings }) => sightings);
    const line: number | null = places[0]?.line ?? null;
    const schema: "openai-key-guard/report/v1" = report.schema;
    for (const { state, identity } of findings) {
      if (state === "live" && identity.kind === "ours") console.log(identity.record?.name);
    }
    // @ts-expect-error There is no such state.
    console.log(report.counts.dead, findings[0]?.state === "alive");
    console.log(live, silent, line, schema, UsageError, VERSION);
  `);
  expect(said).toBe("");
});
