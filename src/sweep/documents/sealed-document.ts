import { createHash } from "node:crypto";
import { UsageError } from "../../errors.ts";
import { describeChangedFile, describeForeignFile, type SweepFile } from "../../messages/errors/command-line/sweep.ts";
import { formatSafeJson } from "../../report/safe-json.ts";
import { VERSION } from "../../version.ts";

/** The fields of a document that was read: what they hold is still to be checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** A document that was read, and the digest of its content. */
export type OpenedDocument = { fields: Fields; digest: string };

/** The text of a document, and the digest that it carries. */
export type SealedDocument = { text: string; digest: string };

/** The name of a format. It changes when a program that reads the old one would misread the new one. */
function nameSchema(kind: SweepFile): string {
  return `openai-key-guard/sweep-${kind}/v1`;
}

/**
 * Writes a document without any key in it, and with the SHA-256 of its content, so that a file that was cut, mixed up or
 * edited is told from the one that was written. Whoever can run a program can make another: the merge believes no more of
 * it than where to look.
 */
export function formatSealed(kind: SweepFile, content: object): SealedDocument {
  const tool = { name: "openai-key-guard", version: VERSION };
  // As it is read back: names that spell a key are cut in the text.
  const fields = JSON.parse(formatSafeJson({ schema: nameSchema(kind), tool, ...content })) as Fields;
  const digest = computeDigest(fields);
  return { text: formatSafeJson({ ...fields, digest }), digest };
}

/**
 * Reads such a document back. `file` is what messages call it.
 *
 * @throws UsageError for any other file, and for one that was changed.
 */
export function parseSealed(kind: SweepFile, text: string, file: string): OpenedDocument {
  const { digest, ...fields } = parseObject(text);
  if (fields["schema"] !== nameSchema(kind)) throw new UsageError(describeForeignFile(file, kind));
  if (digest !== computeDigest(fields)) throw new UsageError(describeChangedFile(file, kind));
  return { fields, digest };
}

function computeDigest(fields: Fields): string {
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

function parseObject(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
  } catch {
    return {}; // The parser's own message quotes the text.
  }
}
