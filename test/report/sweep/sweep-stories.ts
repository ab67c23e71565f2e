import type { Finding } from "../../../src/domain/finding.ts";
import type { Gap } from "../../../src/domain/gap.ts";
import type { Report } from "../../../src/domain/report.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { contained, dead, finding, NOW, report, revoked, unknown } from "../stories.ts";

const HOUR = 3_600_000;

/** How long ago keys leaked, in hours. */
const AGES = [1, 5, 30, 72, 200, 700, 2000, 5000, 9000, 14_000, 20_000] as const;

const OWNERS = ["checkout", "search", "billing", "support-bot", "nightly-evaluation", "translate"] as const;
const PROJECTS = ["Web shop", "Search", "Finance", "Data"] as const;

const pick = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item;

/** A key of an organisation's repository that leaked so many hours ago, of the fate that its number gives it. */
export function sweptKey(index: number, differing: Parameters<typeof finding>[0] = {}): Finding {
  const seed = `sweep ${index}`;
  const text = createFakeKey("project", seed);
  const name = `${pick(OWNERS, index)}-${index}`;
  const record = recordOf(text, {
    id: `key_${index}`,
    name,
    home: { kind: "project", id: "proj_1", name: pick(PROJECTS, index) },
    owner: { kind: "service-account", id: "sa_1", name: `${pick(OWNERS, index)}-bot` },
  });
  const at = new Date(NOW.getTime() - pick(AGES, index * 7) * HOUR);
  const place = { repository: `acme/${pick(OWNERS, index * 5)}-${index % 23}`, path: "config/settings.py", at };
  const base = {
    seed,
    identity: { kind: "ours" as const, record, chance: 0 },
    sightings: [sighting({ ...place, inHead: index % 2 === 0 })],
    ...differing,
  };
  switch (index % 6) {
    case 0:
      return finding(base);
    case 1:
      return finding({
        ...base,
        identity: { kind: "foreign" },
        possession: "not-tried",
        validity: unknown,
        ...differing,
      });
    case 2:
      return revoked(base);
    case 3:
      return finding({ ...base, outcome: contained({ by: "quarantine" }), containable: false });
    case 4:
      return finding({ ...base, validity: dead, outcome: { kind: "left", because: "already-inactive" } });
    default:
      return finding({
        ...base,
        validity: dead,
        containable: false,
        earlier: actOf(new Date(Math.min(at.getTime() + 26 * HOUR, NOW.getTime()))),
      });
  }
}

/** A revocation by an earlier run. */
function actOf(at: Date): NonNullable<Finding["earlier"]> {
  const known = { knownFrom: "audit-file", standing: "confirmed" } as const;
  return { kind: "revoke", recordId: "key_x", at, by: null, endsAt: null, scopesBefore: null, ...known };
}

const broken: Gap = {
  kind: "unfetched",
  cause: "repository",
  repository: "acme/huge-archive",
  detail: "acme/huge-archive: It was not read, since GitHub refused to send it (HTTP 403).",
};
const died: Gap = {
  kind: "unfetched",
  cause: "shard",
  detail: "Shard 3 handed over nothing: 37 repositories were not read.",
};

/** A sweep of so many repositories that found so many keys. */
export function sweepOf(keys: number, differing: Partial<Report> & { repositories?: number } = {}): Report {
  const { repositories = 300, ...rest } = differing;
  const unread = (rest.gaps ?? []).reduce((sum, { cause }) => sum + (cause === "shard" ? 37 : 1), 0);
  return report(
    Array.from({ length: keys }, (_, index) => sweptKey(index)),
    {
      change: { kind: "sweep", organization: "acme-inc", repositories, unread, leftOut: 12 },
      coverage: { commits: 84_211, blobs: 1_204_331, bytes: 9_812_345_678, texts: 1200, milliseconds: 734_000 },
      askedAs: "acme-inc",
      ...rest,
    },
  );
}

/** What others may call a key, a repository and a project. */
const ODD = `<b>"x"</b> | \`code\` \u202eתירבע ${"long-name-".repeat(14)}`;

const odd = sweptKey(0, {
  identity: {
    kind: "ours",
    chance: 0,
    record: recordOf(createFakeKey("project", "sweep 0"), {
      name: ODD,
      home: { kind: "project", id: "proj_1", name: ODD },
      owner: { kind: "service-account", id: "sa_1", name: "שירות" },
    }),
  },
  sightings: [sighting({ repository: `acme/${"very-long-repository-name-".repeat(4)}`, path: `${ODD}/قيم.env` })],
});
/** A commit that claims to be older than any key, one from the future, and a key of which no time is known. */
const untimed = ["1970-01-01T00:00:01Z", "2099-01-01T00:00:00Z", null].map((time, index) =>
  sweptKey(6 * (index + 1), {
    sightings: [sighting({ repository: "acme/clock", at: time === null ? null : new Date(time), commit: null })],
  }),
);

/** Sweeps of all sizes and fates. */
export const SWEEPS = {
  mixed: sweepOf(18, { gaps: [broken, died] }),
  one: sweepOf(1),
  three: sweepOf(3, { repositories: 5 }),
  "of-60-keys": sweepOf(60, { gaps: [broken] }),
  "of-500-keys": sweepOf(500, { repositories: 5000, gaps: [broken, died] }),
  clean: sweepOf(0),
  "only-gaps": sweepOf(0, { gaps: [broken, died] }),
  resolved: sweepOf(0, { findings: [sweptKey(2), sweptKey(8)].map((one) => ({ ...one, blocks: false })) }),
  odd: sweepOf(0, { findings: [odd, ...untimed, sweptKey(2)], gaps: [{ ...broken, repository: ODD, detail: ODD }] }),
} as const satisfies Record<string, Report>;
