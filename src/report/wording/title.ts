import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { type Gap, isFailure, isUnread } from "../../domain/gap.ts";
import { type Conclusion, concludeRun, type Report } from "../../domain/report.ts";
import type { StoryContext } from "../context.ts";
import { getContainment, getLikeness, isLiveAdminKey, isOwnAdminKey, mayWorkAgain } from "../evidence.ts";
import { formatCount, formatNumber, formatWhen } from "../numbers.ts";
import { getState, KEY_STATES, type KeyState } from "../state.ts";
import { describeCleanTitle } from "./coverage.ts";
import { nameAllInVerdict, nameInVerdict, nameThing } from "./key/names.ts";
import { MARKS } from "./key/works.ts";

/** The verdict in one clause, and its mark for Markdown. */
export type Title = { mark: string; text: string };

/** What a report comes to. */
export function describeTitle(
  report: Report,
  findings: readonly Finding[],
  conclusion: Conclusion,
  context: StoryContext,
): Title {
  const leaked = findings.filter((one) => !/^(?:ignored|preexisting)$/.test(getState(one)));
  const others = findings.filter((one) => !leaked.includes(one));
  if (conclusion === "incomplete") return { mark: "⚠️", text: describeIncomplete(report.gaps) };
  const [worst] = leaked.toSorted((a, b) => rankState(a) - rankState(b));
  if (worst === undefined) return describeOthers(report, others);
  const place = describeSubject(report.change, context);
  const text = leaked.length === 1 ? describeOne(worst, place, context) : describeSeveral(leaked, place);
  return { mark: MARKS[getState(worst)], text };
}

function rankState(finding: Finding): number {
  return isLiveAdminKey(finding) ? -1 : KEY_STATES.indexOf(getState(finding));
}

/** "1 OpenAI key was here before": keys that this change did not bring, or that an entry ignores. */
function describeOthers(report: Report, others: readonly Finding[]): Title {
  const older = others.filter((one) => getState(one) === "preexisting");
  const open = older.filter(({ validity }) => validity.kind !== "inactive");
  if (older.some(isLiveAdminKey)) return { mark: "⚠️", text: "No new OpenAI keys, but an admin key was here before" };
  if (open.length > 0) {
    const isLive = open.every(({ validity }) => validity.kind === "active");
    const works = isLive ? `still ${open.length === 1 ? "works" : "work"}` : "may still work";
    const noun = open.every((one) => nameThing(one) === "token") ? "older token" : "older key";
    return { mark: "⚠️", text: `No new OpenAI keys, but ${formatCount(open.length, noun)} ${works}` };
  }
  if (older.length > 0) {
    return {
      mark: "✅",
      text: `No new OpenAI keys; ${formatCount(older.length, "dead key")} ${wasOrWere(older)} here before`,
    };
  }
  const ignored = `No OpenAI keys found; ${formatNumber(others.length)} ${others.length === 1 ? "is" : "are"} ignored`;
  return { mark: "✅", text: others.length > 0 ? ignored : describeCleanTitle(report) };
}

function describeIncomplete(gaps: readonly Gap[]): string {
  const failures = gaps.filter(isFailure);
  const unread = failures.filter((gap) => isUnread(gap) && gap.kind !== "self-test");
  const missing = failures.filter(({ kind }) => kind === "approved");
  if (failures.some(({ kind }) => kind === "self-test")) return "Not a clean result: the self-test failed";
  const noun = unread.every(({ path }) => path !== undefined) ? "file" : "thing";
  if (unread.length > 0) return `Not a clean result: ${formatCount(unread.length, noun)} could not be read`;
  return `Not a clean result: ${formatCount(missing.length, "approved key")} ${wasOrWere(missing)} not found`;
}

function wasOrWere({ length }: readonly unknown[]): string {
  return length === 1 ? "was" : "were";
}

/** What was scanned, as the end of a sentence, and what became of a key there. */
type Subject = { in: string; verb: string; adjective: string; still: string };

/** What was scanned, in the words of its reader. */
function describeSubject(change: Change, { range }: StoryContext): Subject {
  const leaked = { verb: "leaked ", adjective: "leaked ", still: "is still in the code" };
  switch (change.kind) {
    case "range":
      return change.unpushed
        ? { in: "in the commits to push", verb: "is ", adjective: "", still: "is in the commits to push" }
        : { ...leaked, in: `in this ${range === "range" ? "change" : range}` };
    case "history":
      return { ...leaked, in: "in the history of this repository" };
    case "sweep":
      return { ...leaked, in: `in the repositories of ${change.organization}` };
    case "texts":
      // Ours in any run; a report that was read back could hold anything.
      return {
        ...leaked,
        in: `in ${/^[a-z' ]+$/.test(change.of) ? change.of : "this text"}`,
        still: "is still in the text",
      };
    case "alerts":
      // Checked where it was typed; a report that was read back could hold anything.
      return { ...leaked, in: `in ${/^[\w.-]+(?:\/[\w.-]+)?$/.test(change.of) ? change.of : "the alerts"}` };
    case "staged":
      return { in: "staged", verb: "is ", adjective: "staged ", still: "is still staged" };
    case "files":
      return { in: "in these files", verb: "is ", adjective: "", still: "is still in a file" };
    case "stdin":
      return { in: "in this text", verb: "is ", adjective: "", still: "is still in the text" };
    default:
      return change satisfies never;
  }
}

/** What became of one key, in one clause. */
export function describeKeyTitle(finding: Finding, change: Change, context: StoryContext): string {
  return describeOne(finding, describeSubject(change, context), context);
}

/** A verdict on one key. */
function describeOne(finding: Finding, place: Subject, { now }: StoryContext): string {
  const noun = nameInVerdict(finding);
  const a = `A ${place.adjective}${noun}`.replace(/^A (?=O)/, "An ");
  const still = finding.sightings.some(({ inHead }) => inHead) ? `; it ${place.still}` : "";
  if (isOwnAdminKey(finding)) {
    const isNew = getState(finding) !== "preexisting";
    return `The Admin API key of this run ${isNew ? `${place.verb}${place.in}` : "was here before"}`;
  }
  switch (getState(finding)) {
    case "live":
      return `A live ${noun} ${place.verb}${place.in}`;
    case "waiting":
      return `A live ${noun} ${place.verb}${place.in} and waits for your approval`;
    case "unconfirmed":
      return `${a} was revoked; OpenAI has not confirmed it yet`;
    case "unsure":
      return `${a} may still work`;
    case "stranger":
      return `An ${noun} ${place.verb}${place.in === "staged" ? "staged" : "here"}; it is not one of yours`;
    case "unchecked":
      return `${noun.startsWith("O") ? "An" : "A"} ${noun} ${place.verb}${place.in}`;
    case "suspected":
      return `What looks like a part of an OpenAI key ${place.verb}${place.in}`;
    case "expiring": {
      const end = getContainment(finding)?.endsAt ?? null;
      return `${a} expires${end === null ? " soon" : ` ${formatWhen(end, now)}`}`;
    }
    case "limited":
      return `${a} was quarantined${still}`;
    case "inactive":
      return getContainment(finding) === null
        ? `A dead ${noun} ${place.still}`
        : `${a} was ${getContainment(finding)?.by === "expire" ? "set to expire" : "revoked"}; it ${place.still}`;
    case "fake":
      return `A fake ${noun} ${place.still}`;
    case "resolved": {
      const isNew = getLikeness(finding) !== "look-alike" || getContainment(finding) !== null;
      const works = mayWorkAgain(finding) ? "does not work for now" : isNew ? "no longer works" : "does not work";
      return `Resolved: the ${place.adjective}${noun} ${works}`;
    }
    case "preexisting":
      return `${a} was here before`;
    case "ignored":
      return `${a} is ignored`;
  }
}

const MAY_WORK: readonly KeyState[] = ["unconfirmed", "unsure", "stranger", "unchecked", "suspected"];

/** A verdict on several keys: how many of them are as the worst one is. */
function describeSeveral(findings: readonly Finding[], place: Subject): string {
  const states = findings.map(getState);
  const count = (...wanted: readonly KeyState[]) => states.filter((state) => wanted.includes(state)).length;
  const all = findings.length;
  const noun = nameAllInVerdict(findings);
  const keys = `${formatCount(all, `${place.adjective}${noun}`)}${place.adjective === "" ? ` ${place.in}` : ""}`;
  const some = (number: number) => (number === all ? keys : `${formatNumber(number)} of ${keys}`);
  const admins = findings.filter(isLiveAdminKey).length;
  if (admins > 0) return describeAdminKeys(findings.filter(isLiveAdminKey), all, place);
  const works = count("live", "waiting");
  const mayWork = count(...MAY_WORK);
  const [limited, expiring, inactive, fake] = [count("limited"), count("expiring"), count("inactive"), count("fake")];
  if (works > 0) {
    if (works === all) return `${formatNumber(all)} live ${noun}s ${pluralize(place.verb)}${place.in}`;
    return `${some(works)} still ${works === 1 ? "works" : "work"}`;
  }
  if (mayWork > 0) {
    if (mayWork < all) return `${some(mayWork)} may still work`;
    const leaked = `${formatNumber(all)} ${noun}s ${pluralize(place.verb)}`;
    return count("stranger") === all ? `${leaked}here; none is yours` : `${leaked}${place.in}`;
  }
  if (limited > 0) return `${some(limited)} ${limited === 1 ? "is" : "are"} quarantined`;
  if (expiring > 0) return `${some(expiring)} ${expiring === 1 ? "expires" : "expire"} soon`;
  const still = inactive + fake;
  if (still === 0) return `Resolved: none of the ${keys} works`;
  const areStill = still === 1 ? place.still : pluralize(place.still);
  return fake === all
    ? `${formatNumber(all)} fake ${noun}s ${areStill}`
    : `None of ${keys} works; ${formatNumber(still)} ${areStill}`;
}

function pluralize(verb: string): string {
  return verb.replace(/^is\b/, "are");
}

function describeAdminKeys(admins: readonly Finding[], all: number, place: Subject): string {
  const count = admins.length;
  const live = admins.every(({ validity }) => validity.kind === "active") ? "live " : "";
  const keys =
    count === 1 ? `${live ? "A live" : "An"} OpenAI admin key` : `${formatNumber(count)} ${live}OpenAI admin keys`;
  const others = all === count ? "" : ` and ${formatCount(all - count, "other key")}`;
  const verb = all === 1 ? place.verb : pluralize(place.verb);
  return `${keys}${others} ${verb}${place.in}`;
}

/**
 * Why the run fails, in one sentence, to be said last; null where it does not fail. Where the operator lets all keys
 * pass (`fail-on`), the reason is what was not read.
 */
export function describeFailure(report: Report, findings: readonly Finding[]): string | null {
  switch (concludeRun(report)) {
    case "clean":
      return null;
    case "leaked": {
      const blocking = findings.filter(({ blocks }) => blocks);
      const open = blocking.filter(({ validity }) => validity.kind !== "inactive").length;
      const noun = nameAllInVerdict(blocking);
      return open > 0
        ? `Failed: ${formatCount(open, noun)} may still work. What to do is above.`
        : `Failed: ${formatCount(blocking.length, `dead ${noun}`)} ${blocking.length === 1 ? "is" : "are"} still in the code.`;
    }
    case "incomplete":
      return `Failed: ${describeIncomplete(report.gaps)}.`;
  }
}
