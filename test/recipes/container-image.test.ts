import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { scan } from "../../src/library.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { tarOf } from "../detect/archives/pack.ts";

const REMOVED = createFakeKey("project", "in a layer below");
const SET = createFakeKey("service-account", "in the environment");
const TYPED = createFakeKey("admin", "in a command");

const digestOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** The layers and the configuration of an image: the second layer removes the file with a key, as overlays do. */
async function createImage() {
  const layers = await Promise.all([
    tarOf([
      { name: "app/main.py", content: "import os\n" },
      { name: "app/.env", content: `OPENAI_API_KEY=${REMOVED}\n` },
    ]),
    tarOf([{ name: "app/.wh..env", content: "" }]),
  ]);
  const config = Buffer.from(
    JSON.stringify({
      architecture: "amd64",
      config: { Env: ["PATH=/usr/bin", `OPENAI_API_KEY=${SET}`], Cmd: ["python", "app/main.py"] },
      history: [
        { created_by: `RUN /bin/sh -c curl -H "Authorization: Bearer ${TYPED}" https://api.openai.com/v1/models` },
      ],
    }),
  );
  return { layers, config };
}

/** What `docker save` wrote until version 24: a folder a layer, each a plain tar. */
async function saveAsFolders(): Promise<Buffer> {
  const { layers, config } = await createImage();
  const names = layers.map((layer) => `${digestOf(layer)}/layer.tar`);
  return await tarOf([
    ...layers.map((layer, at) => ({ name: names[at] ?? "", content: layer })),
    { name: `${digestOf(config)}.json`, content: config },
    { name: "manifest.json", content: JSON.stringify([{ Config: `${digestOf(config)}.json`, Layers: names }]) },
  ]);
}

/** What it has written since then, an OCI layout; the store of containerd keeps layers packed. */
async function saveAsLayout(pack: (layer: Buffer) => Buffer): Promise<Buffer> {
  const { layers, config } = await createImage();
  const blobs = [...layers.map(pack), config];
  return await tarOf([
    { name: "oci-layout", content: '{"imageLayoutVersion":"1.0.0"}' },
    ...blobs.map((blob) => ({ name: `blobs/sha256/${digestOf(blob)}`, content: blob })),
    { name: "index.json", content: JSON.stringify({ schemaVersion: 2, manifests: [] }) },
  ]);
}

describe("a container image on standard input, as docs/containers.md has it", () => {
  test.each<[string, () => Promise<Buffer>]>([
    ["saved in folders", saveAsFolders],
    ["saved as an OCI layout with plain layers", async () => await saveAsLayout((layer) => layer)],
    ["saved as an OCI layout with gzip layers", async () => await saveAsLayout((layer) => gzipSync(layer))],
  ])("%s gives up keys of its layers, its environment and its history", async (_, save) => {
    const stream = Readable.from([await save()]);
    const report = await scan({ place: { kind: "stdin", stream, name: "my-image" } });
    expect(new Set(report.findings.map(({ fingerprint }) => fingerprint))).toEqual(
      new Set([REMOVED, SET, TYPED].map(computeFingerprint)),
    );
    expect(report.gaps.map(({ kind }) => kind)).toEqual(["no-admin-key"]);
    const [member] = report.findings
      .filter(({ fingerprint }) => fingerprint === computeFingerprint(REMOVED))
      .flatMap(({ sightings }) => sightings.map((one) => one.path));
    expect(member).toMatch(/^my-image/);
  });
});
