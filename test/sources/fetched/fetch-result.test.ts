import { describe, expect, test } from "vitest";
import { parseFetchResult } from "../../../src/sources/fetched/fetch-result.ts";

const OID = "d".repeat(40);
const ended = (stderr: string, code: number | null = 128) => parseFetchResult({ code, stderr });

describe("what git says of a fetch is read as", () => {
  test.each([
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", 401],
    ["remote: Invalid username or token.\nfatal: Authentication failed for 'https://github.com/a/b/'", 401],
    ["fatal: unable to access 'https://github.com/a/b/': The requested URL returned error: 403", 403],
    ["remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found", 404],
  ])("a refusal: %j", (stderr, status) => {
    expect(ended(stderr)).toEqual({ kind: "refused", status });
  });

  test.each([
    [`fatal: remote error: upload-pack: not our ref ${OID}`, OID],
    [`error: Server does not allow request for unadvertised object ${OID}`, OID],
    [`fatal: remote did not contain ${OID}`, OID],
    ["fatal: couldn't find remote ref refs/pull/7/head", "refs/pull/7/head"],
  ])("something that the server does not have: %j", (stderr, name) => {
    expect(ended(stderr)).toEqual({ kind: "unknown", name });
  });

  test.each([
    "error: file write error: No space left on device\nfatal: unable to write sha1 file",
    "fatal: cannot update ref 'refs/scan/base': couldn't write '/tmp/x.lock'",
    "fatal: write error: Disk quota exceeded",
  ])("a disk without room: %j", (stderr) => {
    expect(ended(stderr)).toEqual({ kind: "full" });
  });

  test.each([
    "fatal: remote error: filter 'tree' not supported",
    "fatal: remote error: filter 'blob:none' not supported",
  ])("a server that leaves nothing out: %j", (stderr) => {
    expect(ended(stderr)).toEqual({ kind: "unfiltered" });
  });

  test("a failure that another attempt may mend, with what went wrong first", () => {
    const cut =
      "error: RPC failed; curl 18 transfer closed\nfatal: early EOF\nfatal: fetch-pack: invalid index-pack output";
    expect(ended(cut)).toEqual({ kind: "failed", why: "curl 18 transfer closed" });
    expect(ended("fatal: unable to access 'x': The requested URL returned error: 502")).toMatchObject({
      kind: "failed",
    });
    expect(ended("", null)).toEqual({ kind: "failed", why: "another program stopped git" });
    expect(ended("error: unknown option `stdin'\nusage: git fetch", 129)).toMatchObject({
      kind: "failed",
      why: expect.stringContaining("2.29"),
    });
  });

  test("well, whatever else it says", () => {
    expect(ended("warning: filtering not recognized by server, ignoring", 0)).toEqual({ kind: "fetched" });
  });
});
