import type { Sighting } from "../../src/domain/candidate.ts";
import { countSilent } from "../../src/domain/candidate.ts";
import { type Finding, isBlocking } from "../../src/domain/finding.ts";
import type { Contained } from "../../src/domain/outcome.ts";
import type { Report } from "../../src/domain/report.ts";
import { measureResponse } from "../../src/domain/response.ts";
import { Secret } from "../../src/domain/secret.ts";
import type { Validity } from "../../src/domain/validity.ts";
import { createLinks } from "../../src/github/link.ts";
import type { Look } from "../../src/report/terminal/look.ts";
import type { PageContext } from "../../src/report/view/view.ts";
import { createFakeKey, type Family } from "../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../support/facts.ts";

export const HEAD = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
export const NOW = new Date("2026-11-20T10:03:00Z");

export const dead: Validity = { kind: "inactive", because: "deleted" };
export const unknown: Validity = { kind: "unknown", because: "not-tried" };

/** A place from which a later commit of the same change took the key out again. */
export function removed(differing: Partial<Sighting> = {}): Sighting {
  return sighting({ inHead: false, ...differing });
}

/** A finding of a freshly minted key: active, ours, left alone because the run only reports; but for what is said. */
export function finding(differing: Partial<Finding> & { family?: Family; seed?: string } = {}): Finding {
  const { family = "project", seed = "a", ...rest } = differing;
  const text = createFakeKey(family, seed);
  const { fingerprint, mask } = new Secret(text);
  const record = recordOf(text);
  const made = {
    fingerprint,
    mask,
    kind: family === "none" ? ("named" as const) : family,
    confidence: "certain" as const,
    sightings: [sighting()],
    identity: { kind: "ours" as const, record, chance: 1 / 65_536 },
    possession: "proven" as const,
    validity: { kind: "active" as const, because: "accepted" as const },
    impact: null,
    decision: { kind: "leave" as const, because: "report-only" as const },
    outcome: { kind: "left" as const, because: "report-only" as const },
    earlier: null,
    places: [],
    rotation: null,
    containable: true,
    ignored: null,
  };
  const all = { ...made, ...rest };
  return { blocks: isBlocking(all, "leak"), response: responseTo(all), ...all };
}

/** The response to a leak that was found, identified and verified three minutes after the commits of these stories. */
export function responseTo({ sightings, outcome, earlier }: Pick<Finding, "sightings" | "outcome" | "earlier">) {
  const act = earlier && { ...earlier, by: earlier.kind, verified: earlier.standing === "confirmed" };
  const contained = outcome.kind === "contained" ? outcome : act;
  return measureResponse({
    sightings,
    contained: contained && { ...contained, isEarlier: earlier !== null },
    foundAt: NOW,
    identifiedAt: NOW,
    verifiedAt: contained?.verified ? NOW : null,
    now: NOW,
    isPublished: true,
    findPushTime: () => null,
  });
}

/** A containment that was seen to hold: a revocation, but for what is said. */
export function contained(differing: Partial<Contained> = {}): Contained {
  const held = { verified: true, stopped: differing.by === undefined || differing.by === "revoke" };
  return { kind: "contained", by: "revoke", ...held, at: NOW, endsAt: null, scopesBefore: null, ...differing };
}

/** A finding that was revoked, and removed from the head. */
export function revoked(differing: Parameters<typeof finding>[0] = {}): Finding {
  const record = recordOf(createFakeKey("project", "a"));
  return finding({
    validity: dead,
    decision: { kind: "revoke", record },
    outcome: contained(),
    containable: false,
    sightings: [removed()],
    ...differing,
  });
}

export function report(findings: readonly Finding[] = [], differing: Partial<Report> = {}): Report {
  return {
    change: { kind: "range", base: "b".repeat(40), head: HEAD },
    coverage: { commits: 3, blobs: 17, bytes: 51_234, texts: 2, milliseconds: 85 },
    findings,
    gaps: [],
    askedAs: null,
    silent: countSilent([]),
    unfinished: [],
    ...differing,
  };
}

export const missing = { kind: "missing-object", detail: "object 1234567 is not here: the clone is shallow" } as const;
export const keyless = { kind: "no-admin-key", detail: "no Admin API key was given" } as const;

export const context: PageContext = {
  head: HEAD,
  link: (one) => createLinks("https://github.com/acme/web")({ ...one, path: one.path?.toWellFormed() ?? null }),
  runUrl: "https://github.com/acme/web/actions/runs/1",
  version: "0.1.0",
  medium: "workflow",
  range: "pull request",
  now: NOW,
  repository: "acme/web",
  defaultBranch: "main",
  serverUrl: "https://github.com",
};

export const plainLook: Look = { paint: (_style, text) => text, width: 100, unicode: true };
