import { describe, expect, test } from "vitest";
import { detect } from "../../../src/detect/detect.ts";
import { createSample } from "../../../src/detect/screen/sample.ts";

describe("the sample that each run is proven with", () => {
  test("has all its keys found, each as certain and no other", async () => {
    const { blob, fingerprints } = createSample();
    const found: string[] = [];
    for await (const { secret, confidence } of detect(blob, () => {})) {
      expect(confidence).toBe("certain");
      found.push(secret.fingerprint);
    }
    expect(found.toSorted()).toEqual(fingerprints.toSorted());
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  test("has a key in plain, in base64 and in UTF-16", async () => {
    const encodings: string[] = [];
    for await (const { encoding } of detect(createSample().blob, () => {})) encodings.push(encoding);
    expect(encodings).toEqual(["plain", "base64", "utf-16"]);
  });

  test("is the same each time", () => {
    expect(createSample().fingerprints).toEqual(createSample().fingerprints);
  });
});
