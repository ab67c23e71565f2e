import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Answer } from "../answer.ts";
import { createRefusal } from "./tokens.ts";

/** The largest upload, compressed, in bytes. */
const LARGEST_UPLOAD = 10_000_000;

/** What is taken of a file at most, and what GitHub calls it where there is more. */
const MOST = {
  runs: [20, "runs"],
  results: [25_000, "results per run"],
  rules: [25_000, "rules per run"],
  locations: [1000, "locations per result"],
  tags: [20, "tags per rule"],
} as const;

/** The parts of a SARIF file that are counted. */
type SarifFile = {
  runs?: readonly {
    tool?: { driver?: { rules?: readonly { properties?: { tags?: readonly string[] } }[] } };
    results?: readonly { locations?: readonly object[] }[];
  }[];
};

/** An upload, and why it was not processed; nothing where it was. */
export type SarifUpload = { id: string; text: string; commit: string; ref: string; errors: readonly string[] };

/** Reads the upload in the JSON of a request, or returns GitHub's refusal of it. Its limits are found out later. */
export function readSarifUpload(json: string, page: string): SarifUpload | { refusal: Answer } {
  const { commit_sha, ref, sarif } = parseObject(json);
  if (typeof commit_sha !== "string" || typeof ref !== "string" || typeof sarif !== "string") {
    return { refusal: createRefusal(422, 'Invalid request.\n\n"commit_sha", "ref" and "sarif" are required.', page) };
  }
  if (!/^refs\/(?:heads|tags|pull)\/./.test(ref) || !/^[0-9a-f]{40}$/.test(commit_sha)) {
    return {
      refusal: createRefusal(422, "Invalid request.\n\nref or commit_sha is not of the expected format.", page),
    };
  }
  const packed = Buffer.from(sarif, "base64");
  if (packed.length > LARGEST_UPLOAD) return { refusal: createRefusal(413, "Payload Too Large", page) };
  const text = unpack(packed);
  if (text === null) return { refusal: createRefusal(400, "sarif is not gzipped and encoded in base64", page) };
  const id = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return { id, text, commit: commit_sha, ref, errors: listSarifErrors(text) };
}

/** What GitHub says of an upload that it is done with. */
export function buildSarifStatus({ errors }: SarifUpload): object {
  return errors.length === 0
    ? { processing_status: "complete", analyses_url: null }
    : { processing_status: "failed", errors };
}

function listSarifErrors(text: string): readonly string[] {
  const { runs = [] } = parseObject(text) as SarifFile;
  if (runs.length === 0) return ["rejecting SARIF, as it has no run"];
  const rules = runs.map(({ tool }) => tool?.driver?.rules ?? []);
  const results = runs.map((run) => run.results ?? []);
  const counts = {
    runs: runs.length,
    results: Math.max(...results.map(({ length }) => length)),
    rules: Math.max(...rules.map(({ length }) => length)),
    locations: results.flat().reduce((most, { locations = [] }) => Math.max(most, locations.length), 0),
    tags: rules.flat().reduce((most, { properties }) => Math.max(most, properties?.tags?.length ?? 0), 0),
  };
  return (Object.keys(MOST) as (keyof typeof MOST)[]).flatMap((name) => {
    const [most, things] = MOST[name];
    const count = counts[name];
    return count > most ? [`rejecting SARIF, as there are more ${things} than allowed (${count} > ${most})`] : [];
  });
}

function unpack(packed: Buffer): string | null {
  try {
    return gunzipSync(packed).toString("utf8");
  } catch {
    return null;
  }
}

function parseObject(json: string): Record<string, unknown> {
  try {
    return (JSON.parse(json) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}
