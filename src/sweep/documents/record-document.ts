import type { Confidence, Encoding, KeyKind, Sighting } from "../../domain/candidate.ts";
import type { Gap, GapCause, GapKind } from "../../domain/gap.ts";
import { READ_STATES, type SweptKey, type SweptRepository } from "../../domain/sweep.ts";
import type { FieldReader } from "./field-reader.ts";
import { DIGEST, READER, REPOSITORY_NAME, TIPS } from "./plan-document.ts";

const PLACES = ["file", "commit-message", "tag-message", "path", "pull-request", "stdin"] as const;
const KINDS = Object.keys({
  user: 0,
  project: 0,
  "service-account": 0,
  admin: 0,
  named: 0,
  suspected: 0,
  "codex-access-token": 0,
  "agent-identity": 0,
  "chatgpt-login": 0,
} satisfies Record<KeyKind, 0>) as readonly KeyKind[];
const CONFIDENCES = ["certain", "likely", "suspected"] as const satisfies Confidence[];
const ENCODINGS = [
  "plain",
  "base64",
  "hex",
  "utf-16",
  "utf-32",
  "char-codes",
  "reversed",
  "rot13",
  "percent",
  "split",
] as const satisfies Encoding[];

/** A git object's name. */
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A kind or a cause of a gap. */
const GAP_WORD = /^[a-z-]{1,40}$/;

/** Writes the record of a repository, as shards and the state file have it. */
export function formatRecord(record: SweptRepository) {
  const { id, name, state, refs, tips, since, reader, coverage, silent, keys, gaps } = record;
  const { commits, blobs, bytes, texts, milliseconds } = coverage;
  return {
    id,
    name,
    state,
    refs,
    tips,
    since,
    reader,
    coverage: { commits, blobs, bytes, texts, milliseconds },
    silent: {
      publishedExamples: silent["published-example"],
      placeholders: silent.placeholder,
      sequences: silent.sequence,
      repetitions: silent.repetition,
    },
    keys: keys.map(({ fingerprint, mask, kind, confidence, objects, sightings }) => {
      return { fingerprint, mask, kind, confidence, objects, sightings: sightings.map(formatPlace) };
    }),
    gaps: gaps.map(({ kind, cause, detail, path }) => {
      return { kind, detail, ...(cause === undefined ? {} : { cause }), ...(path === undefined ? {} : { path }) };
    }),
  };
}

function formatPlace(sighting: Sighting) {
  const { where, path, line, column, commit, author, at, encoding, member, inHead, unlisted } = sighting;
  const time = at !== null && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
  const rest = unlisted === undefined ? {} : { unlisted };
  return { where, path, line, column, commit, author, at: time, encoding, member, inHead, ...rest };
}

/**
 * Reads the record of a repository back.
 *
 * @throws UsageError for one that was not written so.
 */
export function parseRecord(field: FieldReader): SweptRepository {
  const [coverage, silent] = [field.get("coverage"), field.get("silent")];
  return {
    id: field.get("id").count(),
    name: field.get("name").text(REPOSITORY_NAME),
    state: field.get("state").word(READ_STATES),
    refs: field.get("refs").orNull((one) => one.text(DIGEST)),
    tips: field.get("tips").orNull((one) => one.text(TIPS)),
    since: field.get("since").orNull((one) => one.text(DIGEST)),
    reader: field.get("reader").text(READER),
    coverage: {
      commits: coverage.get("commits").count(),
      blobs: coverage.get("blobs").count(),
      bytes: coverage.get("bytes").count(),
      texts: coverage.get("texts").count(),
      milliseconds: coverage.get("milliseconds").count(),
    },
    silent: {
      "published-example": silent.get("publishedExamples").count(),
      placeholder: silent.get("placeholders").count(),
      sequence: silent.get("sequences").count(),
      repetition: silent.get("repetitions").count(),
    },
    keys: field.get("keys").list().map(parseKey),
    gaps: field.get("gaps").list().map(parseGap),
  };
}

function parseKey(field: FieldReader): SweptKey {
  return {
    fingerprint: field.get("fingerprint").text(/^[0-9a-f]{16}$/),
    mask: field.get("mask").text(/^[\w-]{0,80}…[\w-]{0,4}$/),
    kind: field.get("kind").word(KINDS),
    confidence: field.get("confidence").word(CONFIDENCES),
    // They are handed to git.
    objects: field
      .get("objects")
      .list()
      .map((one) => one.text(OBJECT_ID)),
    sightings: field.get("sightings").list().map(parsePlace),
  };
}

function parsePlace(field: FieldReader): Sighting {
  const unlisted = field.get("unlisted").orNothing((one) => one.count());
  const readText = (one: FieldReader) => one.text();
  const readCount = (one: FieldReader) => one.count();
  return {
    where: field.get("where").word(PLACES),
    path: field.get("path").orNull(readText),
    line: field.get("line").orNull(readCount),
    column: field.get("column").orNull(readCount),
    commit: field.get("commit").orNull((one) => one.text(OBJECT_ID)),
    author: field.get("author").orNull(readText),
    at: field.get("at").orNull((one) => one.time()),
    encoding: field.get("encoding").word(ENCODINGS),
    member: field.get("member").orNull(readText),
    inHead: field.get("inHead").boolean(),
    preexisting: false,
    ...(unlisted === undefined ? {} : { unlisted }),
  };
}

function parseGap(field: FieldReader): Gap {
  const cause = field.get("cause").orNothing((one) => one.text(GAP_WORD));
  const path = field.get("path").orNothing((one) => one.text());
  return {
    // One that this version does not know is a failure like the others.
    kind: field.get("kind").text(GAP_WORD) as GapKind,
    detail: field.get("detail").text(),
    ...(cause === undefined ? {} : { cause: cause as GapCause }),
    ...(path === undefined ? {} : { path }),
  };
}
