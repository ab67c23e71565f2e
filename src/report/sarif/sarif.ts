import { redactKeys } from "../../detect/spelled-keys.ts";
import type { Sighting } from "../../domain/candidate.ts";
import { type Finding, isIgnored } from "../../domain/finding.ts";
import { isFailure } from "../../domain/gap.ts";
import type { Report } from "../../domain/report.ts";
import { countPlaces } from "../../domain/sightings.ts";
import { rankFindings } from "../ranking.ts";
import { formatSafeJson } from "../safe-json.ts";
import type { PageContext } from "../view/view.ts";
import { REPOSITORY_TOP } from "../wording/alerts.ts";
import {
  listGapNotices,
  listIgnoredNotices,
  listOutsideFilesNotices,
  listTooManyNotices,
  listUnfinishedNotices,
  NOTICES,
} from "./notices.ts";
import { formatResults, listOpenPlaces, type ResultLimit, type Spot, selectSpots } from "./results.ts";
import { HOME, RULES } from "./rules.ts";
import { hasUri } from "./uri.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** GitHub takes 25,000 results of a run and keeps 5,000, in a file of 10 MB once gzip has been over it. */
const LIMIT = { results: 5000, characters: 12_000_000 } as const satisfies ResultLimit;

/**
 * The report as SARIF 2.1.0, for GitHub's code scanning. A result is something left to do at a place in a file: ignored
 * keys have none, nor dead ones that are gone from the files, so that their alerts close. What has no place in a file is a
 * notification. Nothing in it is a key; names of owners and projects stand in it as far as the report has them.
 */
export function renderSarif(report: Report, context: SarifContext): string {
  return renderSarifRuns([{ report, context }]);
}

/** What a run of a SARIF file is told beside the report. */
export type SarifContext = Pick<PageContext, "head" | "runUrl" | "version"> & {
  /** The address of the repository, where it is not that of the run. */
  repositoryUrl?: string;
};

/** Several reports as the runs of one file, each about a repository of its own. */
export function renderSarifRuns(parts: readonly { report: Report; context: SarifContext }[]): string {
  const runs = parts.map(({ report, context }) => formatRun(report, context));
  return formatSafeJson({ $schema: SCHEMA, version: "2.1.0", runs });
}

function formatRun(report: Report, context: SarifContext) {
  const { change, gaps } = report;
  const { results, notifications } = collect(report);
  return {
    tool: {
      driver: {
        name: "openai-key-guard",
        version: context.version,
        semanticVersion: context.version,
        informationUri: HOME,
        rules: RULES,
        notifications: NOTICES,
      },
    },
    // What stands before the last slash is GitHub's category: runs that look at different things close no alerts of one
    // another.
    automationDetails: { id: `openai-key-guard/${change.kind}/${context.head}` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { "%SRCROOT%": { description: { text: REPOSITORY_TOP } } },
    ...formatProvenance(context),
    invocations: [{ executionSuccessful: !gaps.some(isFailure), toolExecutionNotifications: notifications }],
    results,
  };
}

/** A key that no entry excuses, with the places a person should still go to and those of them that get a result. */
type Alert = { finding: Finding; places: readonly Sighting[]; spots: readonly Spot[] };

function collect(report: Report) {
  const alerts = listAlerts(report);
  const outsideFiles = alerts.filter(({ spots }) => spots.length === 0).map(({ finding }) => finding);
  const inFiles = alerts.filter(({ spots }) => spots.length > 0);
  const kept = inFiles.slice(0, LIMIT.results);
  const countInFiles = (places: readonly Sighting[]) => countPlaces(places.filter(hasUri));
  const left = kept.reduce((sum, { places, spots }) => sum + countInFiles(places) - spots.length, 0);
  return {
    results: kept.flatMap(({ finding, spots }) => formatResults(finding, spots, report.change)),
    notifications: [
      ...listGapNotices(report.gaps),
      ...listOutsideFilesNotices(outsideFiles),
      ...listTooManyNotices(inFiles.length - kept.length, left),
      ...listUnfinishedNotices(report),
      ...listIgnoredNotices(report.findings),
    ],
  };
}

/** Each key gets an equal share of what fits. */
function listAlerts({ findings }: Report): readonly Alert[] {
  const open = rankFindings(findings)
    .filter((finding) => !isIgnored(finding))
    .map((finding) => ({ finding, places: listOpenPlaces(finding) }))
    .filter(({ places }) => places.length > 0);
  const share = (whole: number) => Math.max(1, Math.floor(whole / Math.max(1, open.length)));
  const limit = { results: share(LIMIT.results), characters: share(LIMIT.characters) };
  return open.map(({ finding, places }) => ({ finding, places, spots: selectSpots(places, limit) }));
}

/** The repository and the commit. The address of a run on GitHub begins with that of its repository. */
function formatProvenance({ head, runUrl, repositoryUrl }: SarifContext) {
  const [, ofRun] = /^(https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+)\/actions\/runs\//.exec(runUrl ?? "") ?? [];
  const repositoryUri = repositoryUrl ?? ofRun;
  if (repositoryUri === undefined || !URL.canParse(repositoryUri)) return {};
  return {
    versionControlProvenance: [
      {
        repositoryUri: redactKeys(repositoryUri),
        ...(head === "" ? {} : { revisionId: head }),
        mappedTo: { uriBaseId: "%SRCROOT%" },
      },
    ],
  };
}
