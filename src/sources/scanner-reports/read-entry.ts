import {
  getCommit,
  getFirstText,
  getLine,
  getList,
  getMoment,
  getObject,
  isObject,
  type JsonObject,
  listTexts,
  type ReportEntry,
  type ScannerName,
} from "./report-entry.ts";

/** What an entry says where: `secret` is what it shows of the secret. */
type EntryFields = Partial<Record<"secret" | "path" | "line" | "commit" | "author" | "at", unknown>>;

/** What scanners write in place of a secret: a word, stars, or its beginning with dots. */
const REDACTED = /^\W?REDACTED\b|\*{4}|(?:\.{3}|…)\W?$/;

/**
 * Reads one finding as its scanner writes it; null for what is none. The shapes are those of gitleaks 8.30, betterleaks 1.7
 * and 2.0, TruffleHog 3.97 and Kingfisher 2.14, as files that they wrote have them.
 */
export function readEntry(value: unknown): ReportEntry | null {
  if (!isObject(value)) return null;
  return readGitleaks(value) ?? readBetterleaks(value) ?? readTruffleHog(value) ?? readKingfisher(value);
}

/** Betterleaks 1 writes what gitleaks does, and attributes beside it. */
function readGitleaks(value: JsonObject): ReportEntry | null {
  const { RuleID, Secret, File, StartLine, Commit, Author, Date: date, Attributes } = value;
  if (typeof RuleID !== "string" || typeof File !== "string" || !("Secret" in value)) return null;
  const fields = { secret: Secret, path: File, line: StartLine, commit: Commit, author: Author, at: date };
  return createEntry(isObject(Attributes) ? "betterleaks" : "gitleaks", value, fields);
}

/** Betterleaks 2. In its lines each finding stands in an object of its own. */
function readBetterleaks(value: JsonObject): ReportEntry | null {
  const finding = isObject(value["finding"]) && "rule_id" in value["finding"] ? value["finding"] : value;
  const { rule_id: rule, match, location, attributes } = finding;
  if (typeof rule !== "string" || !isObject(match)) return null;
  const git = getObject(attributes);
  const { path, start_line: line } = getObject(location);
  return createEntry("betterleaks", finding, {
    secret: match["value"],
    path,
    line,
    commit: git["git.sha"],
    author: git["git.author_name"],
    at: git["git.date"],
  });
}

/** TruffleHog names its source in the one field of `Data`. `Redacted` is a part of the key, which is no other key. */
function readTruffleHog(value: JsonObject): ReportEntry | null {
  const { SourceMetadata, Raw, Redacted: _, ...rest } = value;
  if (!isObject(SourceMetadata) || typeof Raw !== "string") return null;
  const data = getObject(Object.values(getObject(SourceMetadata, "Data"))[0]);
  const author = getFirstText(data["email"])?.replace(/\s*<.*$/, "");
  const at = data["timestamp"];
  const path = getFirstText(data["file"], data["filename"], data["path"], data["key"]);
  const said = { SourceMetadata, Raw, ...rest };
  return createEntry("trufflehog", said, { secret: Raw, path, line: data["line"], commit: data["commit"], author, at });
}

function readKingfisher(value: JsonObject): ReportEntry | null {
  const { rule, finding } = value;
  if (!isObject(rule) || !isObject(finding) || !("snippet" in finding)) return null;
  const { snippet: secret, path, line } = finding;
  return createEntry("kingfisher", value, { secret, path, line, ...readKingfisherCommit(finding["git_metadata"]) });
}

function readKingfisherCommit(metadata: unknown): EntryFields {
  const { id, date, author } = getObject(metadata, "commit");
  return { commit: id, at: date, author: getObject(author)["name"] };
}

/**
 * Reads a result of a SARIF file. Results of other tools than scanners for secrets have no secret, so that one without a
 * text is only redacted where its rule is about OpenAI.
 */
export function readSarifResult(value: unknown): ReportEntry | null {
  if (!isObject(value)) return null;
  const [location] = getList(value["locations"]);
  const physical = getObject(location, "physicalLocation");
  const { startLine: line, snippet } = getObject(physical["region"]);
  const { commitSha, author, date } = getObject(value["partialFingerprints"]);
  const kingfisher = readKingfisherCommit(getObject(location, "properties")["git_metadata"]);
  const secret = getObject(snippet)["text"];
  const isAboutOpenAI = /openai/i.test(
    `${getFirstText(value["ruleId"])} ${getFirstText(getObject(value["message"])["text"])}`,
  );
  const entry = createEntry("sarif", value, {
    secret,
    path: readUri(getFirstText(getObject(physical["artifactLocation"])["uri"])),
    line,
    commit: getFirstText(commitSha, kingfisher.commit),
    author: getFirstText(author, kingfisher.author),
    at: getFirstText(date, kingfisher.at),
  });
  return typeof secret === "string" || isAboutOpenAI ? entry : { ...entry, isRedacted: false };
}

function readUri(uri: string | null): string | null {
  if (uri === null) return null;
  const bare = uri.replace(/^file:\/\//, "");
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function createEntry(scanner: ScannerName, value: JsonObject, fields: EntryFields): ReportEntry {
  const { secret, path, line, commit, author, at } = fields;
  const shown = getFirstText(secret);
  return {
    scanner,
    texts: [...(shown === null ? [] : [shown]), ...listTexts(value)],
    isRedacted: shown === null || REDACTED.test(shown),
    path: getFirstText(path)?.replace(/^\.\//, "") ?? null,
    line: getLine(line),
    commit: getCommit(commit),
    author: getFirstText(author),
    at: getMoment(at),
  };
}
