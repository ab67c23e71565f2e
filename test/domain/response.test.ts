import { describe, expect, test } from "vitest";
import { measureResponse, type ResponseFacts } from "../../src/domain/response.ts";
import { sighting } from "../support/facts.ts";

const at = (time: string) => new Date(`2026-11-20T${time}Z`);
const [committed, pushed, found, contained, verified, now] = [
  "10:00:00",
  "10:02:30",
  "10:02:50",
  "10:03:00",
  "10:03:02",
  "10:05:00",
].map(at) as [Date, Date, Date, Date, Date, Date];
const revoked = { by: "revoke", at: contained, endsAt: null, verified: true, isEarlier: false } as const;

const respond = (differing: Partial<ResponseFacts> = {}) =>
  measureResponse({
    sightings: [sighting({ at: committed })],
    foundAt: found,
    identifiedAt: found,
    verifiedAt: verified,
    contained: revoked,
    isPublished: true,
    findPushTime: () => null,
    now,
    ...differing,
  });

describe("the response to a leak", () => {
  test("is measured from the push, where GitHub tells of it", () => {
    expect(respond({ findPushTime: () => pushed })).toEqual({
      exposedAt: pushed,
      exposedAtIs: "pushed",
      foundAt: found,
      identifiedAt: found,
      containedAt: contained,
      verifiedAt: verified,
      secondsExposed: 30,
    });
  });

  test("is measured from the commit otherwise, and from the first place in any case", () => {
    expect(respond()).toMatchObject({ exposedAt: committed, exposedAtIs: "committed", secondsExposed: 180 });
    const [older, newer] = ["a", "b"].map((digit) => digit.repeat(40));
    const sightings = [
      sighting({ commit: newer ?? "", at: at("10:02:00") }),
      sighting({ commit: older ?? "", at: committed }),
    ];
    const findPushTime = (commit: string) => (commit === newer ? pushed : null);
    expect(respond({ sightings, findPushTime })).toMatchObject({ exposedAt: committed, exposedAtIs: "committed" });
  });

  test.each<[string, Partial<ResponseFacts>]>([
    ["that has no time", { sightings: [sighting({ at: null })] }],
    ["whose commit claims a time that there is not", { sightings: [sighting({ at: new Date(Number.NaN) })] }],
    ["that was in the base already", { sightings: [sighting(), sighting({ preexisting: true })] }],
    ["that was never pushed", { isPublished: false }],
  ])("has no beginning for a key %s", (_, differing) => {
    expect(respond(differing)).toMatchObject({ exposedAt: null, exposedAtIs: null, secondsExposed: null });
  });

  test.each<[string, Partial<ResponseFacts>]>([
    ["nothing was done", { contained: null, verifiedAt: null }],
    ["OpenAI was not seen to stop it", { contained: { ...revoked, verified: false } }],
    ["it expires later", { contained: { ...revoked, by: "expire", endsAt: at("11:00:00") } }],
    ["the commit claims to be younger than the containment", { sightings: [sighting({ at: at("10:04:00") })] }],
  ])("has no length where %s", (_, differing) => {
    expect(respond(differing).secondsExposed).toBe(null);
  });

  test("of a key that has expired ends with that", () => {
    const expired = { ...revoked, by: "expire", endsAt: at("10:04:00") } as const;
    expect(respond({ contained: expired }).secondsExposed).toBe(240);
  });

  test("of an earlier run has that run's time, and none of this run's", () => {
    expect(respond({ contained: { ...revoked, isEarlier: true } })).toMatchObject({
      containedAt: contained,
      foundAt: null,
      identifiedAt: null,
      verifiedAt: null,
      secondsExposed: 180,
    });
  });
});
