import type { Sighting } from "../../domain/candidate.ts";
import { type Finding, isIgnored } from "../../domain/finding.ts";
import { isFailure } from "../../domain/gap.ts";
import type { Report } from "../../domain/report.ts";
import { redactKeys } from "../../domain/secret.ts";
import type { Context } from "../markdown/markdown.ts";
import { formatSafeJson } from "../safe-json.ts";
import { rankFindings } from "../severity.ts";
import { HOME } from "./descriptor.ts";
import { formatUri } from "./location.ts";
import {
  listGapNotices,
  listHomelessNotices,
  listIgnoredNotices,
  listLeftOutNotices,
  listUnfinishedNotices,
  NOTICES,
} from "./notices.ts";
import { formatResults, listOpenPlaces, type Room, selectSpots } from "./results.ts";
import { RULES } from "./rules.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** GitHub takes 25,000 results of a run and keeps 5,000, in a file of 10 MB once gzip has been over it. */
const ROOM = { results: 5000, characters: 12_000_000 } as const satisfies Room;

/**
 * The report as SARIF 2.1.0, for GitHub's code scanning. A result is something left to do at a place in a file: ignored
 * keys have none, nor dead ones that are gone from the files, so that their alerts close. What has no place in a file is a
 * notification. Nothing in it is a key; names of owners and projects stand in it as far as the report has them.
 */
export function renderSarif(report: Report, context: Pick<Context, "head" | "runUrl" | "version">): string {
  const { change, gaps } = report;
  const { results, notifications } = told(report);
  return formatSafeJson({
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
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
        // What stands before the last slash is GitHub's category: runs that look at different things close no alerts of
        // one another.
        automationDetails: { id: `openai-key-guard/${change.kind}/${context.head}` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top of the repository." } } },
        ...provenance(context),
        invocations: [{ executionSuccessful: !gaps.some(isFailure), toolExecutionNotifications: notifications }],
        results,
      },
    ],
  });
}

function told(report: Report) {
  const open = rankFindings(report.findings)
    .filter((one) => !isIgnored(one))
    .map((finding) => ({ finding, sightings: listOpenPlaces(finding) }))
    .filter(({ sightings }) => sightings.length > 0);
  const part = (whole: number) => Math.max(1, Math.floor(whole / Math.max(1, open.length)));
  const share = { results: part(ROOM.results), characters: part(ROOM.characters) };
  const all = open.map(({ finding, sightings }) => ({ finding, sightings, spots: selectSpots(sightings, share) }));
  const homeless: Finding[] = all.filter(({ spots }) => spots.length === 0).map(({ finding }) => finding);
  const housed = all.filter(({ spots }) => spots.length > 0);
  const kept = housed.slice(0, ROOM.results);
  const inFiles = (all: readonly Sighting[]) => all.filter((one) => formatUri(one) !== null).length;
  const places = kept.reduce((sum, { sightings, spots }) => sum + inFiles(sightings) - spots.length, 0);
  return {
    results: kept.flatMap(({ finding, spots }) => formatResults(finding, spots, report.change.kind)),
    notifications: [
      ...listGapNotices(report.gaps),
      ...listHomelessNotices(homeless),
      ...listLeftOutNotices(housed.length - kept.length, places),
      ...listUnfinishedNotices(report),
      ...listIgnoredNotices(report.findings),
    ],
  };
}

/** The repository and the commit. The address of a run of GitHub's begins with that of its repository. */
function provenance({ head, runUrl }: Pick<Context, "head" | "runUrl">) {
  const [, repositoryUri] = /^(https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+)\/actions\/runs\//.exec(runUrl ?? "") ?? [];
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
