import type { Impact } from "../src/domain/impact.ts";
import type { KeyRecord } from "../src/domain/inventory.ts";
import type { Contained } from "../src/domain/outcome.ts";
import type { Report } from "../src/domain/report.ts";
import { createLinks } from "../src/github/link.ts";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import {
  renderComment,
  renderGoneComment,
  renderHtml,
  renderResolvedComment,
  renderSummary,
} from "../test/report/render.ts";
import { finding, HEAD, removed, report } from "../test/report/stories.ts";
import { recordOf, sighting } from "../test/support/facts.ts";

/** A picture: its Markdown, its report in the terminal, or its page. `committed`: the theme that the repository keeps. */
export type Case = {
  name: string;
  kind: "markdown" | "terminal" | "page";
  render: () => string;
  report?: Report;
  committed?: "light" | "dark";
  unfolded?: true;
};

const context = {
  head: HEAD,
  link: createLinks("https://github.com/acme/shop"),
  runUrl: "https://github.com/acme/shop/actions/runs/19500000001",
  version: "1.0.0",
  job: "Keys / guard",
};

const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);
const shop = { kind: "project", id: "proj_7fK2", name: "Web shop" } as const;

function record(seed: string, differing: Partial<KeyRecord> = {}): KeyRecord {
  return recordOf(createFakeKey("project", seed), {
    id: "key_9Qx3",
    name: "checkout",
    home: shop,
    owner: { kind: "service-account", id: "user-1", name: "checkout-bot" },
    lastUsedAt: at("09:58"),
    ...differing,
  });
}

const impact: Impact = {
  since: at("10:00"),
  asOf: at("10:03"),
  requests: 1240,
  inputTokens: 310_000,
  outputTokens: 42_000,
  models: [{ model: "gpt-5-mini", requests: 1240, inputTokens: 310_000, outputTokens: 42_000 }],
  cost: { value: 1.37, currency: "usd" },
  changes: [],
  createdBy: null,
  untold: [],
};

const done: Contained = {
  kind: "contained",
  by: "revoke",
  verified: true,
  stopped: true,
  at: at("10:03"),
  endsAt: null,
  scopesBefore: null,
};

const checkout = record("a");
const ours = { kind: "ours", record: checkout, chance: 1 / 65_536 } as const;
const config = sighting({ path: "deploy/config.yml", line: 12, column: 9 });
const env = removed({ path: ".env", line: 2, column: 16 });

const leaked = finding({ seed: "a", identity: ours, impact, sightings: [config, env] });
const stranger = finding({
  seed: "s",
  identity: { kind: "foreign" },
  possession: "not-tried",
  validity: { kind: "unknown", because: "not-tried" },
  outcome: { kind: "left", because: "not-ours" },
  containable: false,
  sightings: [sighting({ path: "docs/tutorial.md", line: 88, column: 1, author: "Grace" })],
});
const decoy = finding({
  seed: "d",
  possession: "not-accepted",
  identity: { kind: "ours", record: record("d", { id: "key_4Tn8", name: "nightly" }), chance: 1 / 65_536 },
  validity: { kind: "inactive", because: "refused" },
  outcome: { kind: "left", because: "not-accepted" },
  containable: false,
  sightings: [sighting({ path: "test/fixtures.ts", line: 4, column: 20 })],
});
const revoked = {
  ...leaked,
  validity: { kind: "inactive", because: "deleted" } as const,
  decision: { kind: "revoke", record: checkout } as const,
  outcome: done,
  containable: false,
};
const quarantined = {
  ...leaked,
  decision: { kind: "quarantine", record: checkout } as const,
  outcome: {
    ...done,
    by: "quarantine",
    stopped: false,
    scopesBefore: ["api.model.request", "api.files.read"],
  } as const,
};
const laptop = record("b", { id: "key_2Lp5", name: "laptop", owner: { kind: "user", id: "user-2", name: "Ada" } });
const expiring = finding({
  seed: "b",
  identity: { kind: "ours", record: laptop, chance: 1 / 65_536 },
  decision: { kind: "expire", record: laptop, grace: 3600 },
  outcome: { ...done, by: "expire", stopped: false, endsAt: at("11:03") },
  sightings: [sighting({ path: "notebooks/Größenvergleich.ipynb", line: 41, column: 7, author: "Ada" })],
});
const waiting = finding({
  seed: "w",
  identity: { kind: "ours", record: record("w", { id: "key_8Wd1", name: "search" }), chance: 1 / 65_536 },
  outcome: { kind: "left", because: "awaiting-approval" },
  sightings: [sighting({ path: "services/search/main.go", line: 19, column: 11 })],
});
const excused = finding({
  seed: "i",
  identity: { kind: "foreign" },
  possession: "not-tried",
  validity: { kind: "unknown", because: "not-tried" },
  outcome: { kind: "left", because: "not-ours" },
  ignored: { kind: "ignored", reason: "key of the public demo, cannot spend", until: new Date("2027-01-31") },
  sightings: [sighting({ path: "demo/index.html", line: 7, column: 30 })],
});
const begun = {
  fingerprint: leaked.fingerprint,
  id: "key_1Zy0",
  act: "revoke",
  at: at("08:12"),
} as const;
const gap = { kind: "lfs", detail: "models/weights.bin is kept by Git LFS, which was not asked" } as const;

const EXPOSED = report([leaked, stranger], { gaps: [gap] });
const REVOKED = report([{ ...revoked, sightings: [removed({ path: "deploy/config.yml", line: 12 }), env] }]);
const MIXED = report([quarantined, expiring, waiting, excused], { unfinished: [begun] });
const MANY = report(
  Array.from({ length: 11 }, (_, index) =>
    finding({ seed: `m${index}`, sightings: [sighting({ path: `src/part-${index}.ts`, line: index + 1 })] }),
  ),
);
const ADMIN = report([
  finding({
    family: "admin",
    identity: {
      kind: "ours",
      chance: 0,
      record: record("x", {
        id: "key_0Ad1",
        name: "automation",
        home: { kind: "organization", id: null, name: null },
        owner: { kind: "user", id: "user-3", name: "Linus" },
      }),
    },
    outcome: { kind: "failed", because: "network" },
  }),
  revoked,
  decoy,
]);

const markdown = (name: string, render: () => string, more: Partial<Case> = {}): Case => ({
  name,
  kind: "markdown",
  render,
  ...more,
});
const console_ = (name: string, one: Report, more: Partial<Case> = {}): Case => ({
  name,
  kind: "terminal",
  render: () => "",
  report: one,
  ...more,
});

export const CASES: readonly Case[] = [
  markdown("comment-exposed", () => renderComment(EXPOSED, context), { committed: "light" }),
  markdown("comment-exposed-unfolded", () => renderComment(EXPOSED, context), { unfolded: true }),
  markdown("comment-revoked", () => renderResolvedComment(REVOKED, context), { committed: "dark" }),
  markdown("comment-mixed", () => renderComment(MIXED, context)),
  markdown("comment-quarantined", () => renderComment(report([quarantined]), context), { committed: "light" }),
  markdown("comment-admin", () => renderComment(ADMIN, context)),
  markdown("comment-gone", () => renderGoneComment([leaked.fingerprint], context)),
  markdown("summary-many", () => renderSummary(MANY, context)),
  console_("terminal", report([leaked, stranger], { gaps: [gap] }), { committed: "light" }),
  console_("terminal-contained", MIXED),
  console_("terminal-clean", report()),
  { name: "page", kind: "page", render: () => renderHtml(report([quarantined]), context), committed: "light" },
];
