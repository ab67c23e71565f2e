import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { countSilent } from "../src/domain/candidate.ts";
import type { Report } from "../src/domain/report.ts";
import { Secret } from "../src/domain/secret.ts";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import {
  renderAnnotations,
  renderComment,
  renderHtml,
  renderJson,
  renderSarif,
  renderSummary,
  renderText,
} from "../test/report/render.ts";

// What it takes to write a report in each format: time and memory for 500 keys in 10,000 places, against a tenth of both
// in the same run. A ratio near ten is linear; formats that are cut to a size stay below it.
//   node bench/report.ts [--runs 9]

const { values } = parseArgs({ options: { runs: { type: "string", default: "9" } } });
const runs = Number(values.runs);

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const context = {
  head: "a".repeat(40),
  link: ({ path, line }: { path: string | null; line: number | null }) =>
    `https://github.com/acme/web/blob/${"a".repeat(40)}/${path}#L${line}`,
  runUrl: "https://github.com/acme/web/actions/runs/1",
  medium: "workflow" as const,
  range: "pull request" as const,
  now: null,
  version: "0.0.0",
};

const FORMATS = {
  terminal: (report: Report) => renderText(report, { paint: (_, text) => text, width: 100, unicode: true }),
  comment: (report: Report) => renderComment(report, context),
  summary: (report: Report) => renderSummary(report, context),
  annotations: (report: Report) => JSON.stringify(renderAnnotations(report)),
  json: (report: Report) => renderJson(report, "0.0.0"),
  sarif: (report: Report) => renderSarif(report, context),
  html: (report: Report) => renderHtml(report, context),
} as const satisfies Record<string, (report: Report) => string>;

const [small, large] = [reportOf(50, 1000), reportOf(500, 10_000)];
console.log(`Node ${process.versions.node}, medians of ${runs} runs: 50 keys in 1,000 places, and 500 in 10,000`);
console.log("format         small      large    ratio   size of large   memory of large");
for (const [name, print] of Object.entries(FORMATS)) {
  print(small);
  print(large);
  const [less, more] = [timeOf(() => print(small)), timeOf(() => print(large))];
  const cells = [
    name.padEnd(12),
    `${less.toFixed(2)} ms`.padStart(10),
    `${more.toFixed(1)} ms`.padStart(10),
    (more / less).toFixed(1).padStart(7),
    `${(print(large).length / 1e6).toFixed(2)} MB`.padStart(13),
    `${(memoryOf(() => print(large)) / 1e6).toFixed(1)} MB`.padStart(15),
  ];
  console.log(cells.join(" "));
}

function timeOf(work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
}

/** What is taken and not yet given back when the text is done. */
function memoryOf(work: () => unknown): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  const made = work();
  const taken = process.memoryUsage().heapUsed - before;
  return made === undefined ? 0 : taken;
}

function reportOf(keys: number, places: number): Report {
  const at = new Date("2026-11-20T10:00:00Z");
  const each = places / keys;
  return {
    change: { kind: "history", unreachable: false },
    coverage: { commits: 1000, blobs: 20_000, bytes: 1e9, texts: 1000, milliseconds: 4000 },
    gaps: [],
    unfinished: [],
    askedAs: null,
    silent: countSilent([]),
    findings: Array.from({ length: keys }, (_, index) => {
      const { fingerprint, mask } = new Secret(createFakeKey("project", `report-${index}`));
      const record = {
        id: `key_${index}`,
        name: `service ${index}`,
        redacted: null,
        home: { kind: "project", id: "proj_1", name: "Web" },
        owner: { kind: "user", id: "user-1", name: "Ada" },
        createdAt: at,
        lastUsedAt: at,
        expiresAt: null,
        ownerHasAccess: true,
      } as const;
      return {
        fingerprint,
        mask,
        kind: "project",
        confidence: "certain",
        sightings: Array.from({ length: each }, (_each, place) => ({
          where: "file",
          path: `services/number-${index}/settings/part-${place}.ts`,
          line: place + 1,
          column: 12,
          commit: "c".repeat(40),
          author: "Ada Lovelace <ada@example.org>",
          at,
          encoding: "plain",
          member: null,
          inHead: place % 2 === 0,
          preexisting: false,
        })),
        identity: { kind: "ours", record, chance: 1e-9 },
        possession: "proven",
        validity: { kind: "active", because: "accepted" },
        impact: null,
        decision: { kind: "leave", because: "report-only" },
        outcome: { kind: "left", because: "report-only" },
        earlier: null,
        containable: true,
        ignored: null,
        blocks: true,
      };
    }),
  };
}
