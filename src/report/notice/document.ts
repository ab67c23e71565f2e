import type { Finding } from "../../domain/finding.ts";
import { conclude, type Report } from "../../domain/report.ts";
import { computeFingerprint } from "../../domain/secret.ts";
import { getContainment } from "../evidence.ts";
import { countStates, describeChangeKind } from "../json.ts";
import { formatIsoTime } from "../json-finding.ts";
import { rankFindings } from "../ranking.ts";
import { formatSafeJson } from "../safe-json.ts";
import { getState } from "../state.ts";
import type { PageContext } from "../view/view.ts";
import { sortPlaces } from "../wording/key/places.ts";
import type { NoticeSource } from "./notice.ts";

/** The name of the format. It changes when a program that reads the old one would misread the new one. */
const SCHEMA = "openai-key-guard/notice/v1" as const;

/** Receivers of webhooks take some twenty thousand bytes without question. */
const MOST_BYTES = 18_000;

/**
 * The message of a scan for a program, as `schema/notice.v1.json` describes it: which keys, their states, what was done.
 * Neither a key nor a name of one is in it. What does not fit is counted. The same message has the same id.
 */
export function renderNoticeDocument(
  report: Report,
  news: readonly Finding[],
  source: NoticeSource,
  context: PageContext,
): string {
  const { change, findings } = report;
  const { version, runUrl, link } = context;
  const base = {
    schema: SCHEMA,
    kind: "scan",
    tool: { name: "openai-key-guard", version },
    repository: source.repository,
    pullRequest: source.pull,
    change: describeChangeKind(change),
    run: runUrl,
    conclusion: conclude(report),
    found: findings.length,
    counts: countStates(findings),
  };
  const keys = rankFindings(news).map((finding) => formatKey(finding, link));
  return renderListed(base, "keys", keys);
}

/** The document with as many entries of its list as fit, and how many do not. */
export function renderListed(
  base: Readonly<Record<string, unknown>>,
  list: string,
  entries: readonly object[],
): string {
  const sizes = entries.map((entry) => Buffer.byteLength(JSON.stringify(entry, null, 2)) * 1.2);
  let room = MOST_BYTES - Buffer.byteLength(JSON.stringify(base, null, 2));
  const shown = entries.filter((_, index) => {
    room -= sizes[index] ?? 0;
    return room > 0;
  });
  const document = { ...base, [list]: shown, more: entries.length - shown.length };
  const { schema, kind, ...rest } = document as typeof document & { schema: string; kind: string };
  return formatSafeJson({ schema, kind, id: computeFingerprint(JSON.stringify(document)), ...rest });
}

function formatKey(finding: Finding, link: PageContext["link"]) {
  const { fingerprint, kind, validity, earlier, outcome, sightings, response } = finding;
  const contained = getContainment(finding);
  const [first] = sortPlaces(sightings);
  return {
    fingerprint,
    kind,
    state: getState(finding),
    validity: validity.kind,
    done: contained && {
      act: contained.by,
      at: formatIsoTime(contained.at),
      endsAt: formatIsoTime(contained.endsAt),
      verified: contained.verified,
      earlier: earlier !== null,
    },
    because: "because" in outcome ? outcome.because : null,
    exposedAt: formatIsoTime(response.exposedAt),
    secondsExposed: response.secondsExposed,
    link: first ? link(first) : null,
  };
}
