import { describe, expect, test } from "vitest";
import { parseCommitMetadata } from "../../../src/sources/locate/commit-metadata.ts";

describe("the metadata of a commit", () => {
  test("is the author's name and the committer's time", () => {
    const metadata = parseCommitMetadata(
      commit("author Ada Lovelace <a@x> 1 +0000", "committer Grace <g@x> 1700000000 +0230"),
    );
    expect(metadata).toEqual({ author: "Ada Lovelace", at: new Date(1_700_000_000_000) });
  });

  test.each([
    [["author  <> 1 +0000", "committer <> x +0000"]],
    [[]],
    [["author", "committer Grace <g@x> 99999999999999999999 +0000"]],
    [["encoding nonsense", "author <a> 1 +0000"]],
  ])("is unknown where the headers do not say: %j", (headers) => {
    expect(parseCommitMetadata(commit(...headers))).toEqual({ author: null, at: null });
  });
});

function commit(...headers: string[]): Buffer {
  return Buffer.from(["tree 1", ...headers, "", "author Eve <e> 5 +0000"].join("\n"));
}
