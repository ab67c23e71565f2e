import { __exportAll } from "./rolldown-runtime.js";
import { BARE_CONTEXT, EXPOSURE_STATES, KEY_STATES, SECTIONS, STYLES, capitalize, clipText, computeFingerprint, conclude, concludeRotation, concludeRun, countPlaces as countPlaces$1, countStates, describeChangeKind, describeCleanTitle, describeCoverage, describePlace as describePlace$1, describeScope, describeSeenIn, encodePathForUrl, escapeHref, escapeHtml, escapeMarkdown, escapePlain, escapeSummary, findFirstSeen, formatAddress, formatAgo, formatCode as formatCode$1, formatCount, formatDay, formatIsoTime, formatNumber, formatSafeJson, formatSpan, formatTime, formatTimeNear, formatWebAddress, formatWhen, getContainment, getLikeness, getState, isCalendarTime, isChoice, isFailure, isHarmful, isIgnored, isLiveAdminKey, isLookAlike, isOwnAdminKey, isPreexisting, isToken, isUnpublished, isUnread, listExposures, listRemarks, mayHideKey, mayWorkAgain, measureLength, measureResponses, namePath, paintTitle, parseRef, rankFindings, redactKeys, removeNames, removeNamesFromDecision, renderVerdictLine, selectRepository, shortenSha, showInvisible, sortPlaces, toShownSigns } from "./scan.js";
import { NO_KEPT_SECRETS, buildSuccessorName, formatTarget, isSameTarget, parseSuccession } from "./findings.js";
import { LEAKED_BEFORE, SENT_ANYWAY, STEPS as STEPS$1, describeExcuse, describeKeyDetails, describeMore as describeMore$1, describeOtherKeys, describeRewriting, describeRotationPrompt, describeSkip, describeStoppedGaps, describeStoppedKeys, describeStoreFailure, describeUnstaging } from "./messages.js";
// src/report/wording/closing.ts
var closing_exports = /* @__PURE__ */ __exportAll({ describeProvenEnd: () => describeProvenEnd });
const LONGEST$3 = 280;
function describeProvenEnd({ by, at }, runUrl) {
	const when = at === null ? "" : ` on ${formatTime(at)}`;
	const text = {
		"this-run": `openai-key-guard revoked this key${when}. OpenAI no longer lists it and refuses it.`,
		"earlier-run": `openai-key-guard revoked this key${when}, as its audit file says. OpenAI refuses it now.`,
		trial: "This key was proven to be one of your organisation's, and OpenAI refuses it now. Checked by openai-key-guard."
	}[by];
	const whole = runUrl === null ? text : `${text} ${runUrl}`;
	return whole.length <= LONGEST$3 ? whole : text;
}
// src/domain/audit-report.ts
var audit_report_exports = /* @__PURE__ */ __exportAll({
	concludeAudit: () => concludeAudit,
	isExcepted: () => isExcepted,
	isMended: () => isMended,
	restrictAuditReport: () => restrictAuditReport
});
function isExcepted({ exception }) {
	return exception !== null && !exception.isExpired;
}
function isMended({ fix }) {
	if (fix === null) return false;
	const { outcome } = fix;
	if (outcome.kind === "left") return outcome.because === "expires-sooner";
	return outcome.kind === "already-gone" || outcome.kind === "contained" && outcome.verified;
}
function restrictAuditReport(report, detail) {
	if (detail === "full") return report;
	const { keys, findings, gaps } = report;
	return {
		...report,
		organization: null,
		kept: NO_KEPT_SECRETS,
		keys: keys.map(removeNames),
		findings: findings.map(restrictAuditFinding),
		gaps: gaps.map((gap) => gap.publicDetail === void 0 ? gap : {
			...gap,
			detail: gap.publicDetail
		})
	};
}
function restrictAuditFinding(finding) {
	const { subject, key, detail, publicDetail = detail, fix } = finding;
	const project = subject.project && {
		kind: subject.project.kind,
		id: null,
		name: null
	};
	return {
		...finding,
		subject: {
			...subject,
			name: null,
			project,
			owner: null
		},
		key: key && removeNames(key),
		detail: publicDetail,
		fix: fix && {
			decision: removeNamesFromDecision(fix.decision),
			outcome: restrictOutcome(fix.outcome)
		}
	};
}
function restrictOutcome(outcome) {
	return outcome.kind === "contained" ? {
		...outcome,
		scopesBefore: null
	} : outcome;
}
function concludeAudit({ conclusion, fails }) {
	if (conclusion === "incomplete") return "incomplete";
	return fails ? "leaked" : "clean";
}
// src/report/wording/settings.ts
function formatSetting(name, value, medium) {
	return medium === "workflow" ? `${name}: ${value}` : `--${name} ${value}`;
}
function formatSettingName(name, medium) {
	if (medium === "workflow") return name;
	return name === "openai-admin-key" ? "OPENAI_ADMIN_KEY" : `--${name}`;
}
// src/report/wording/key/delay.ts
function describeDelay({ response: { exposedAt, exposedAtIs } }, doneAt) {
	if (!isCalendarTime(exposedAt) || !isCalendarTime(doneAt) || doneAt < exposedAt) return null;
	return `${formatSpan(exposedAt, doneAt).replace("under", "less than")} after ${exposedAtIs === "alerted" ? "GitHub's alert" : "it leaked"}`;
}
function appendDelay(finding, doneAt) {
	const delay = describeDelay(finding, doneAt);
	return delay === null ? "" : `, ${delay}`;
}
// src/report/wording/key/outcome.ts
const ACTIONS = {
	quarantine: {
		done: "quarantined",
		doing: "quarantining"
	},
	expire: {
		done: "set to expire",
		doing: "setting an expiry on"
	},
	revoke: {
		done: "revoked",
		doing: "revoking"
	}
};
const FAILED$1 = {
	"not-permitted": "the Admin API key may not change keys",
	"rate-limited": "OpenAI asked us to slow down",
	"server-error": "OpenAI answered with a server error",
	network: "OpenAI could not be reached",
	"not-understood": "OpenAI's answer could not be understood",
	"still-listed": "OpenAI said that it is deleted, but still lists it",
	changed: "somebody changed the key at the same time",
	"not-taken": "OpenAI accepted the change, but did not apply it",
	refused: "OpenAI refused it, perhaps because of a policy of the organisation",
	unexpected: "this tool broke off, and it is not known how far it got"
};
const LEFT = {
	"report-only": "report-only mode",
	"not-ours": "it is not a key of this organisation",
	ambiguous: "it matches more than one key of this organisation",
	unchecked: "it was not checked whose key it is",
	"not-certain": "the text is not certainly a whole key",
	"own-admin-key": "this run works with it",
	protected: "it is on the protect list",
	preexisting: "it was here before this change",
	"already-inactive": "it does not work any more",
	"already-contained": "an earlier run has done it",
	"not-tried": "it was not tried, which would prove whose it is",
	"not-accepted": "OpenAI did not accept it, which would prove whose it is",
	"someone-else": "OpenAI accepted it for somebody else",
	unnamed: "OpenAI accepted it without saying for whom",
	"only-revocable": "admin keys can only be revoked",
	"expires-sooner": "it expires before the grace period ends",
	"awaiting-approval": "waiting for approval, because it was used recently",
	"not-approved": "waiting for approval",
	"unmatched-entry": "an entry of protect or approved matches nothing",
	"too-many": "it would have been more keys than max-contained allows",
	excepted: "an exception of the policy file counts for it",
	"not-fully-known": "not everything could be read that its rule needs",
	"used-recently": "it was used recently",
	"successor-unseen": "nobody has used the new key yet",
	"still-in-use": "it is still being used",
	"use-unknown": "it could not be read when it was last used",
	declined: "you answered no"
};
const REFUSED$1 = {
	"no-admin-key": "no Admin API key was given",
	"read-only-admin-key": "the Admin API key may only read",
	"not-recorded": "the audit file could not be written",
	cancelled: "the run was cancelled before its turn"
};
const REHEARSED = {
	"would-quarantine": "quarantine",
	"would-expire": "expire",
	"would-revoke": "revoke"
};
function describeRehearsed(because) {
	return ACTIONS[REHEARSED[because]].done;
}
function describeOutcome(finding, context) {
	const { outcome, earlier } = finding;
	if (earlier === null) return describeOwnOutcome(finding, context);
	const { now } = context;
	const end = earlier.endsAt === null ? "" : ` ${formatWhen(earlier.endsAt, now)}`;
	const doubt = earlier.standing === "confirmed" ? "" : ", not confirmed yet";
	const delay = earlier.kind === "expire" ? "" : appendDelay(finding, earlier.at);
	const done = `${ACTIONS[earlier.kind].done}${end} by an earlier run ${formatWhen(earlier.at, now)}${delay}${doubt}`;
	if (outcome.kind === "contained") return done;
	return outcome.kind === "left" ? done : `${done}; now: ${describeOwnOutcome(finding, context)}`;
}
function describeDoneBriefly(finding, now) {
	const contained = getContainment(finding);
	if (contained === null) return null;
	const { by, at, endsAt, stopped } = contained;
	if (by === "expire" && !stopped) return `expires ${endsAt === null ? "soon" : `${formatWhen(endsAt, now)}`}`;
	if (by === "expire") return `expired, set ${formatWhen(at, now)}`;
	return `${ACTIONS[by].done} ${describeDelay(finding, at) ?? formatWhen(at, now)}`;
}
function describeOwnOutcome(finding, { medium, now }) {
	const { outcome } = finding;
	switch (outcome.kind) {
		case "contained": return describeContained(finding, outcome, now);
		case "already-gone": return "nothing to do: OpenAI no longer lists it";
		case "rehearsed": return `dry run: it would have been ${describeRehearsed(outcome.because)}`;
		case "refused": return `not contained: ${explainRefused(outcome.because)}`;
		case "failed": return `containment failed: ${explainFailed(outcome.because)}`;
		case "left":
			if (isIgnored(finding)) return "nothing done: the ignore file lists it";
			if (isToken(finding.kind)) return "nothing done: OpenAI's Admin API cannot revoke it";
			if (outcome.because === "report-only") return `nothing done (report-only mode: ${formatSetting("on-leak", "report", medium)})`;
			if (/^(?:awaiting-approval|not-approved)$/.test(outcome.because)) return explainLeft(outcome.because);
			return `nothing done: ${outcome.because === "not-accepted" && isLookAlike(finding) ? "OpenAI refuses it, so there is nothing to revoke" : explainLeft(outcome.because)}`;
		default: return outcome;
	}
}
function explainLeft(because) {
	return LEFT[because];
}
function explainFailed(because) {
	return FAILED$1[because];
}
function explainRefused(because) {
	return REFUSED$1[because];
}
function describeContained(finding, contained, now) {
	const { by, verified, stopped, at, endsAt } = contained;
	const doubt = verified ? "" : ", not confirmed yet";
	const when = `${formatWhen(at, now)}${appendDelay(finding, at)}`;
	switch (by) {
		case "quarantine": return `quarantined ${when}${verified ? ": it can only read the names of models" : doubt}`;
		case "expire":
			if (stopped) return "expired, and OpenAI refuses it";
			return `set to expire${endsAt === null ? "" : ` ${formatWhen(endsAt, now)}`}${doubt}`;
		case "revoke": return `revoked ${when}${verified ? ", and OpenAI refuses it" : doubt}`;
		default: return by;
	}
}
function line(ours, ...values) {
	return ours.flatMap((text, index) => {
		const value = values[index];
		const own = words(text);
		if (value === void 0) return own;
		if (typeof value === "number") return [...own, { words: String(value) }];
		return [...own, ...typeof value === "string" ? [{ data: value }] : value];
	});
}
function words(text) {
	return text === "" ? [] : [{ words: text }];
}
function stressLine(one) {
	return one.length === 0 ? one : [{ stress: one }];
}
function stressWords(text) {
	return stressLine(words(text));
}
function markName(name) {
	return [{ name }];
}
function showName(text) {
	return [{ text }];
}
function linkData(data, url) {
	return url === null ? [{ data }] : [{
		data,
		url
	}];
}
function linkWords(text, url) {
	return url === null ? words(text) : [{
		link: text,
		url
	}];
}
function joinLines(lines, between) {
	return lines.flatMap((one, index) => index === 0 ? one : [{ words: between }, ...one]);
}
function formatPlain(one, blank = " ") {
	return escapePlain(joinPlain(one, blank));
}
function joinPlain(one, blank) {
	return one.map((piece) => {
		if ("words" in piece) return piece.words;
		if ("stress" in piece) return joinPlain(piece.stress, blank);
		if ("link" in piece) return nameAddress(piece.link, piece.url);
		const text = "name" in piece ? piece.name : "text" in piece ? piece.text : piece.data;
		return ("text" in piece ? clipText(text, 120) : quote(clipText(text, 120))).replaceAll(" ", blank);
	}).join("");
}
function formatMarkdown(one, place = "text") {
	return one.map((piece) => formatPiece(piece, place)).join("");
}
function formatSummary(one) {
	return one.map((piece) => {
		if ("words" in piece) return piece.words;
		if ("stress" in piece) return `<b>${formatSummary(piece.stress.map(unbold))}</b>`;
		if ("link" in piece) return piece.link;
		const text = "name" in piece ? piece.name : "text" in piece ? piece.text : piece.data;
		const escaped = escapeSummary(clipText(text, 120)) || "(empty)";
		if ("text" in piece) return escaped;
		return "name" in piece ? `<b>${escaped}</b>` : `<code>${escaped}</code>`;
	}).join("");
}
function formatPiece(piece, place) {
	if ("words" in piece) return piece.words;
	if ("stress" in piece) return `**${piece.stress.map((part) => formatPiece(unbold(part), place)).join("")}**`;
	if ("link" in piece) return `[${piece.link}](${escapeHref(piece.url)})`;
	if ("text" in piece) return escapeMarkdown(clipText(piece.text, 120));
	if ("name" in piece) return formatBold$1(clipText(piece.name, 120));
	const code = formatCode$1(clipText(piece.data, 120), place);
	return piece.url === void 0 ? code : `[${code}](${escapeHref(piece.url)})`;
}
function unbold(piece) {
	return "name" in piece ? { data: piece.name } : piece;
}
function formatBold$1(name) {
	const escaped = escapeMarkdown(name) || "(empty)";
	return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(escaped) ? `**${escaped}**` : `<b>${escaped}</b>`;
}
function nameAddress(text, url) {
	const [, page] = /^https:\/\/((?:(?:platform\.openai|chatgpt)\.com\/|github\.com\/openai-key-guard\/)[^#]+)$/.exec(url) ?? [];
	return page === void 0 ? text : `${text} (${page})`;
}
function quote(text) {
	return /\s/.test(text) && !/[{"=:]|^--/.test(text) ? `"${text}"` : text;
}
// src/report/wording/pull-request-comment.ts
var pull_request_comment_exports = /* @__PURE__ */ __exportAll({ describeCommentTrouble: () => describeCommentTrouble });
const REPOSITORY = "https://github.com/openai-key-guard/openai-key-guard";
function linkIgnoring(version) {
	return linkWords("Not a real key?", `${REPOSITORY}/blob/v${version}/docs/ignoring.md`);
}
const HISTORY_IS_GONE = "The commits that contained keys are gone from this pull request: its history was rewritten.";
const GONE = {
	title: "✅ No OpenAI keys are left in this pull request",
	paragraphs: [`${HISTORY_IS_GONE} The last comment here listed no key that still worked.`]
};
function describeOpenKeys(count, fingerprints) {
	const [it, was, is, s, a] = count === 1 ? [
		"it",
		"was",
		"is",
		"",
		"A key"
	] : [
		"they",
		"were",
		"are",
		"s",
		`${formatNumber(count)} keys`
	];
	return {
		title: `🔴 ${count === 1 ? "A leaked OpenAI key was" : `${formatNumber(count)} leaked OpenAI keys were`} removed, but may still work`,
		paragraphs: [`> [!CAUTION]\n> **Make sure that ${it} ${is} revoked.** ${a} that ${was} pushed here may still work, and anyone may have fetched ${count === 1 ? "it" : "them"}. Who has ${count === 1 ? "it" : "one"} deletes it under [API keys](https://platform.openai.com/api-keys).`, `${HISTORY_IS_GONE} Fingerprint${s}: ${fingerprints}.`]
	};
}
function describeNotShown(count, rest) {
	return `${formatCount(count, "more key")} ${count === 1 ? "is" : "are"} not listed here: ${rest}.`;
}
function describeMoreKeys(count) {
	return formatCount(count, "more key");
}
function describeMoreInVerbose(count) {
	return `and ${formatCount(count, "more key")}: --verbose shows all`;
}
function describeIgnoredCount(count) {
	return `${formatCount(count, "key")} ${count === 1 ? "is" : "are"} ignored, as the ignore file says`;
}
function describeIncompleteAlert(read, detail) {
	const end = "so the check stays red.";
	if (detail === null) return `No OpenAI key was found in ${read}, but not everything was read. A key in the rest would go unnoticed, ${end}`;
	const sentence = detail.replace(/\.?$/, ".");
	return `No OpenAI key was found in ${read}${/^\p{Lu}\p{Ll}* /u.test(sentence) ? `. ${sentence}` : `, but ${sentence}`} A key in it would go unnoticed, ${end}`;
}
function describeCommentTrouble({ write, memory }, isFork) {
	if (write !== null) return `The comment could not be written: ${describeTrouble(write, isFork)} The result of the check is not affected.`;
	if (memory === null) return null;
	return `The comments of earlier runs could not be read: ${describeTrouble(memory, isFork)} A key that they contained may be shown here as not yours.`;
}
function describeTrouble({ kind, status }, isFork) {
	switch (kind) {
		case "forbidden": return isFork ? "the token lacks the permission pull-requests: write; on a fork's pull request GitHub gives no more than read." : "the token lacks the permission pull-requests: write. Add it to the job's permissions; issues: write works too.";
		case "bad-token": return `GitHub refuses the token (${status}). Check the input github-token.`;
		case "kept-out": return `a rule of the organisation keeps the token out (${status}), such as single sign-on or a list of IP addresses. Allow the token there, or use another.`;
		case "locked": return `the conversation of this pull request is locked (${status}). Unlock it, or set comment: never.`;
		case "full": return `this pull request has 2,500 comments, and GitHub allows no more (${status}). Open another one, or set comment: never.`;
		case "archived": return `the repository is archived (${status}). Nobody can write to it.`;
		case "not-found": return `GitHub answered ${status}, as it does when the token may not see the pull request. Give the job pull-requests: write, and check github-token.`;
		case "refused": return `GitHub answered ${status}. Please report this.`;
		case "limited": return `GitHub asked to slow down (${status}). The next run writes it.`;
		case "outage": return `GitHub answered ${status}. The next run writes it.`;
		case "no-answer": return "GitHub did not answer. The next run writes it; if this goes on, check the proxy.";
		case "not-the-api": return "what answered was not GitHub's API, but for example a login page. Check the proxy, and the address in GITHUB_API_URL.";
		case "fault": return "openai-key-guard failed while it wrote it. Please report this.";
		default: return kind;
	}
}
// src/report/advice/federation/issuer.ts
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
function findOtherServer(serverUrl) {
	const host = /^https?:\/\/([a-z\d.-]+(?::\d+)?)\/?$/i.exec(serverUrl ?? "")?.[1]?.toLowerCase() ?? null;
	if (host === null || host === "github.com" || host === "www.github.com") return null;
	if (host.endsWith(".ghe.com")) return {
		host,
		issuer: `https://token.actions.${host}`
	};
	return {
		host,
		issuer: `https://${host}/_services/token`
	};
}
// src/report/advice/federation/federation-code.ts
const AUDIENCE = "https://api.openai.com/v1";
const UNKNOWN$2 = {
	repository: "OWNER/REPOSITORY",
	branch: "BRANCH",
	path: ".github/workflows/WORKFLOW.yml",
	projectId: "PROJECT_ID",
	accountId: "SERVICE_ACCOUNT_ID",
	environment: "openai"
};
const SCOPE = "api.model.request";
function buildProvider() {
	return {
		name: "GitHub Actions",
		type: "oidc",
		issuer: GITHUB_ISSUER,
		audience: AUDIENCE,
		verification: {
			type: "discovery",
			discovery_url: null
		}
	};
}
function buildFederationRule(place) {
	const { repository, ref, path, environment, projectId, accountId } = fillIn(place);
	return {
		name: `${repository} ${path.replace(/^.*\//, "")}`,
		project_id: projectId,
		service_account_id: accountId,
		attribute_matchers: {
			repository,
			ref,
			workflow_ref: `${repository}/${path}@${ref}`,
			environment
		},
		permissions: {
			type: "restricted",
			scopes: place.scopes ?? [SCOPE]
		}
	};
}
function formatWorkflow(place) {
	const { path, environment, accountId } = fillIn(place);
	return `# ${path}
on: workflow_dispatch # keep what your workflow has
permissions:
  contents: read
  id-token: write # the job may ask GitHub for its identity token
jobs:
  JOB:
    runs-on: ubuntu-latest # keep what your job has
    environment: ${environment}
    steps:
      - name: Sign in to OpenAI
        shell: bash
        env:
          IDENTITY_PROVIDER_ID: PROVIDER_ID
          SERVICE_ACCOUNT_ID: ${accountId}
        run: |
          token=$(
            curl --fail --silent --show-error \\
              --header "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \\
              "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=${encodeURIComponent(AUDIENCE)}" |
              jq '{
                grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
                subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
                subject_token: .value,
                identity_provider_id: env.IDENTITY_PROVIDER_ID,
                service_account_id: env.SERVICE_ACCOUNT_ID
              }' |
              curl --fail --silent --show-error --header "Content-Type: application/json" \\
                --data @- https://auth.openai.com/oauth/token |
              jq --exit-status --raw-output .access_token
          )
          echo "::add-mask::$token"
          echo "OPENAI_API_KEY=$token" >> "$GITHUB_ENV"
      - run: ./PROGRAM # reads OPENAI_API_KEY`;
}
function formatFederationJson(value) {
	return JSON.stringify(value, null, 2);
}
function getMatched(place) {
	return {
		branch: place.branch ?? UNKNOWN$2.branch,
		environment: place.environment ?? UNKNOWN$2.environment
	};
}
function fillIn(place) {
	const { branch, environment } = getMatched(place);
	return {
		repository: place.repository ?? UNKNOWN$2.repository,
		ref: `refs/heads/${branch}`,
		path: place.path ?? UNKNOWN$2.path,
		environment,
		projectId: place.projectId ?? UNKNOWN$2.projectId,
		accountId: place.accountId ?? UNKNOWN$2.accountId
	};
}
// src/report/wording/key/names.ts
const KIND_NAMES = {
	project: "project key",
	"service-account": "service-account key",
	admin: "admin key",
	user: "legacy user key",
	named: "named key",
	suspected: "suspected key",
	"codex-access-token": "Codex access token",
	"agent-identity": "Codex agent identity",
	"chatgpt-login": "ChatGPT login"
};
function nameThing({ kind }) {
	return isToken(kind) ? "token" : "key";
}
function nameInVerdict({ kind }) {
	if (isToken(kind)) return KIND_NAMES[kind];
	return kind === "admin" ? "OpenAI admin key" : "OpenAI key";
}
function nameAllInVerdict(findings) {
	const tokens = findings.filter(({ kind }) => isToken(kind)).length;
	if (tokens === 0) return "OpenAI key";
	return tokens === findings.length ? "OpenAI token" : "OpenAI credential";
}
function findRecord({ identity, ...evidence }) {
	return identity.kind === "ours" && getLikeness(evidence) !== "look-alike" ? identity.record : null;
}
function nameRecord({ id, name }) {
	return name === null ? line`${id}` : markName(name);
}
function nameKey(finding, otherwise = "it") {
	const record = findRecord(finding);
	return record === null ? words(otherwise) : nameRecord(record);
}
function nameHome({ kind, id, name }) {
	if (name === null && id === null) return null;
	const shown = name === null ? line`${id ?? ""}` : markName(name);
	return kind === "project" ? line`project ${shown}` : line`organisation ${shown}`;
}
function nameOwner(owner) {
	const name = owner?.name ?? owner?.id ?? null;
	if (owner === null || name === null) return null;
	const shown = owner.name === null ? line`${name}` : markName(name);
	return owner.kind === "user" ? line`owner ${shown}` : line`service account ${shown}`;
}
function nameInRow(finding) {
	const record = findRecord(finding);
	if (record === null) return words(KIND_NAMES[finding.kind]);
	const { home, owner } = record;
	const place = owner?.kind === "user" && owner.name !== null ? owner.name : home.name;
	return joinLines([nameRecord(record), ...place === null ? [] : [showName(place)]], ", ");
}
// src/report/advice/federation/workflow-place.ts
var workflow_place_exports = /* @__PURE__ */ __exportAll({
	buildPlace: () => buildPlace,
	findServed: () => findServed,
	findWorkflowPlace: () => findWorkflowPlace,
	isForWorkflow: () => isForWorkflow
});
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/i;
function findWorkflowPlace(findings, facts) {
	const served = findings.filter(mayDoWithout).flatMap((finding) => {
		const record = findRecord(finding);
		return listServed(finding, facts).map((one) => ({
			...one,
			record
		}));
	});
	const [first] = served;
	if (!first) return null;
	const { record, ...where } = first;
	const branch = first.repository === facts.repository ? facts.defaultBranch : null;
	const others = new Set(served.map(({ repository, path }) => `${repository}/${path}`)).size - 1;
	return {
		place: buildPlace(where, record, {
			branch,
			scopes: null
		}),
		others
	};
}
function isForWorkflow(finding) {
	return mayDoWithout(finding) && listServed(finding, {
		repository: null,
		defaultBranch: null
	}).length > 0;
}
function findServed(place) {
	if (place.kind === "github") return {
		repository: `${place.owner}/${place.repo}`,
		path: null,
		environment: place.environment
	};
	return place.kind === "github-org" ? {
		repository: `${place.org}/REPOSITORY`,
		path: null,
		environment: null
	} : null;
}
function buildPlace({ repository, path, environment }, record, { branch, scopes }) {
	const isFit = scopes !== null && scopes.length > 0 && scopes.every((scope) => takeIf(scope, /^[\w.:-]+$/) !== null);
	return {
		repository: takeIf(repository, /^[\w.-]+\/[\w.-]+$/),
		branch: takeIf(branch, /^[\w./-]+$/),
		path: takeIf(path, /^[\w./-]+$/),
		environment: takeIf(environment, /^[\w.-]+$/),
		projectId: takeIf(record?.home.kind === "project" ? record.home.id : null, /^[\w-]+$/),
		accountId: takeIf(record?.owner?.kind === "service-account" ? record.owner.id : null, /^[\w-]+$/),
		scopes: isFit ? scopes : null
	};
}
function listServed({ sightings, places }, { repository: own }) {
	return [...sortPlaces(sightings).filter(isWorkflow).map(({ repository = own, path }) => ({
		repository,
		path,
		environment: null
	})), ...places.map(findServed).filter((one) => one !== null)];
}
function mayDoWithout(finding) {
	const { kind, identity, validity } = finding;
	if (isToken(kind) || kind === "admin" || kind === "suspected" || isIgnored(finding)) return false;
	if (identity.kind === "foreign" || getLikeness(finding) === "look-alike") return false;
	return validity.kind !== "inactive" || getContainment(finding) !== null;
}
function isWorkflow({ where, path, member }) {
	return (where === "file" || where === "alert") && member === null && path !== null && WORKFLOW.test(path);
}
function takeIf(word, shape) {
	return word != null && word.length <= LONGEST$2 && shape.test(word) && redactKeys(word) === word ? word : null;
}
const LONGEST$2 = 200;
// src/report/advice/federation/federation.ts
const GUIDE = "https://developers.openai.com/api/docs/guides/workload-identity-federation/github-actions";
const PAGE = `${REPOSITORY}/blob/main/docs/ci-keys.md`;
const FEDERATION_PAGE = linkWords("How to set it up", PAGE);
const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${GITHUB_ISSUER}, permission ${"id-token: write"}). ${FEDERATION_PAGE}.`;
const FEDERATION_NOTES = {
	matched: line`GitHub writes ${"repository"}, ${"ref"}, ${"workflow_ref"} and ${"environment"} into the token of a job. The rule lets in a job only if all four are the same.`,
	pulls: line`A pull request gets no token: its ${"ref"} is no branch. But ${"pull_request_target"} and ${"workflow_run"} run on the default branch. In a workflow with one of these, never run code of a pull request.`,
	reusable: line`In a reusable workflow, ${"workflow_ref"} names the workflow that calls it, which must grant ${"id-token: write"} too. Add ${"job_workflow_ref"} for the one that is called.`,
	lifetime: line`The token ends no later than GitHub's own, after minutes. Sign in right before it is needed, or give the OpenAI SDK ${"workloadIdentity"}, which signs in again.`
};
const TITLE = "Do without a key: let the workflow sign in to OpenAI itself";
function describeFederation(findings, facts) {
	const found = findWorkflowPlace(findings, facts);
	if (found === null) return null;
	const { place, others } = found;
	const more = line`${words(formatCount(others, "more workflow"))} ${words(others === 1 ? "uses" : "use")} a key: each needs a rule of its own.`;
	return describePlace(place, {
		title: TITLE,
		serverUrl: facts.serverUrl,
		notes: others > 0 ? [more] : []
	});
}
function describePlace(place, { title, serverUrl, notes }) {
	const other = findOtherServer(serverUrl);
	if (other !== null) return {
		title,
		intro: describeOtherServer(other),
		parts: [],
		notes: [linkWords("More on keys in workflows", PAGE)]
	};
	const { matched, pulls, reusable, lifetime } = FEDERATION_NOTES;
	return {
		title,
		intro: line`With OpenAI's ${linkWords("workload identity federation", GUIDE)} GitHub proves which workflow is running, and OpenAI gives it a token that ends within the hour. There is no key left that could leak. This tool creates nothing: an organisation owner does the first two steps once.`,
		parts: describeParts(place),
		notes: [
			words("Replace what stands in capitals."),
			...describeBranch(place),
			matched,
			line`Allow only the branch of the rule to use the environment ${getMatched(place).environment}, under Settings, Environments.`,
			pulls,
			reusable,
			lifetime,
			...notes,
			linkWords("More on keys in workflows", PAGE)
		]
	};
}
function describeParts(place) {
	const { path } = place;
	const workflow = path === null ? words("the workflow") : line`${path}`;
	return [
		{
			heading: line`${stressWords("1. The provider.")} Under Organization settings, Security, Workload Identity Provider, or by ${"POST /v1/organization/workload_identity_providers"}:`,
			language: "json",
			code: formatFederationJson(buildProvider())
		},
		{
			heading: line`${stressWords("2. The rule")} that lets in this workflow and no other. On the provider's page, or by ${"POST …/workload_identity_providers/PROVIDER_ID/federation_rules"}:`,
			language: "json",
			code: formatFederationJson(buildFederationRule(place))
		},
		{
			heading: line`${stressWords("3. The workflow.")} Add this to ${workflow}, and remove the key from it:`,
			language: "yaml",
			code: formatWorkflow(place)
		}
	];
}
function describeBranch({ branch }) {
	return branch === null ? [line`The default branch is not known here. Write the branch that the workflow runs on for ${"BRANCH"}.`] : [];
}
function describeOtherServer({ host, issuer }) {
	return line`OpenAI describes ${linkWords("workload identity federation", GUIDE)} for workflows on ${"github.com"} only. The jobs of ${host} have another issuer, ${issuer}. Ask OpenAI whether it accepts that one before you set anything up.`;
}
// src/report/advice/federation/secret-federation.ts
function describeFederations(kept) {
	return groupByRepository(kept).map((one) => {
		const { place } = one;
		const { owner, isShared } = locateKept(one);
		const title = `Do without a key in ${owner === null ? "the repository" : isShared ? `the repositories of ${owner}` : owner}: let its workflows sign in to OpenAI themselves`;
		const notes = describeOthers$1(one);
		return {
			...describePlace(place, {
				title,
				serverUrl: kept.serverUrl,
				notes
			}),
			brief: describeBriefly(one, kept)
		};
	});
}
const FEDERATION_SECTIONS = {
	audit: "Keys that workflows can do without",
	rotation: "Next time without a key"
};
function describeWhereToPaste(more, medium, after) {
	const others = `The same holds for ${formatNumber(more)} more ${more === 1 ? "repository" : "repositories"}. `;
	return line`${words(`${more > 0 ? others : ""}${medium === "workflow" ? "The summary of this job has what to paste. " : after === "rotation" ? "" : "Add --verbose, or --format markdown, for what to paste. "}`)}${FEDERATION_PAGE}.`;
}
function buildFederations(kept) {
	const other = findOtherServer(kept.serverUrl);
	return groupByRepository(kept).map(({ secrets, place }) => ({
		repository: place.repository,
		keys: [...new Set(secrets.map(({ key }) => key.id))],
		issuer: other?.issuer ?? "https://token.actions.githubusercontent.com",
		provider: other === null ? buildProvider() : null,
		rule: other === null ? buildFederationRule(place) : null,
		workflow: other === null ? formatWorkflow(place) : null
	}));
}
function groupByRepository({ secrets, branches }) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of secrets) {
		const name = findServed(one.secret)?.repository?.toLowerCase() ?? "";
		const group = groups.get(name);
		if (group) group.push(one);
		else groups.set(name, [one]);
	}
	return [...groups].flatMap(([name, group]) => {
		const [{ secret, key, scopes }] = group;
		const served = findServed(secret);
		if (served === null) return [];
		return [{
			secrets: group,
			place: buildPlace(served, key, {
				branch: branches.get(name) ?? null,
				scopes
			})
		}];
	});
}
function describeBriefly(one, { serverUrl }) {
	const names = listNames(one.secrets);
	const { owner, isShared } = locateKept(one);
	const kept = names.length === 1 ? "is in a secret of" : "are in secrets of";
	const kind = words(isShared ? "the organisation " : "");
	const where = owner === null ? words("a repository") : line`${kind}${owner}`;
	const way = findOtherServer(serverUrl) === null ? words("Its workflows need no key: they can sign in to OpenAI themselves.") : words("OpenAI may let its workflows sign in without a key.");
	return line`${joinNames(names)} ${words(kept)} ${where}. ${way}`;
}
function locateKept({ secrets, place: { repository } }) {
	const isShared = secrets[0].secret.kind === "github-org";
	return {
		owner: isShared ? repository?.replace(/\/.*$/, "") ?? null : repository,
		isShared
	};
}
function describeOthers$1({ secrets }) {
	const [first, ...others] = listNames(secrets);
	if (first === void 0 || others.length === 0) return [];
	return [line`The rule is for ${markName(first)}. The secrets have ${joinNames(others)} too: each workflow that uses a key needs a rule of its own.`];
}
function listNames(secrets) {
	const names = secrets.map(({ key: { id, name, owner } }) => {
		return (owner?.kind === "service-account" ? owner.name : null) ?? name ?? id;
	});
	return [...new Set(names)];
}
const MOST_NAMES = 3;
function joinNames(names) {
	const shown = names.slice(0, MOST_NAMES).map(markName);
	const more = names.length - shown.length;
	const parts = more > 0 ? [...shown, words(formatCount(more, "more key"))] : shown;
	const last = parts.at(-1);
	if (last === void 0 || parts.length === 1) return last ?? [];
	return line`${joinLines(parts.slice(0, -1), ", ")} and ${last}`;
}
const NARROWEST = /^\p{M}$/u;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;
function measureColumns(text) {
	if (/^[\x20-\x7e]*$/.test(text)) return text.length;
	let sum = 0;
	for (const character of text) sum += NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
	return sum;
}
function wrap(text, width, hanging = "") {
	const lines = [];
	const most = Math.max(width, 20);
	let used = 0;
	for (const word of text.split(" ")) {
		const wide = measureColumns(word);
		if (lines.length > 0 && used + 1 + wide <= most) {
			lines[lines.length - 1] += ` ${word}`;
			used += 1 + wide;
		} else {
			const before = lines.length > 0 ? hanging : "";
			lines.push(`${before}${word}`);
			used = before.length + wide;
		}
	}
	return lines.map((one) => one.replaceAll("\xA0", " "));
}
// src/report/terminal/federation.ts
function renderFederations(federations, look, { medium, after }) {
	if (federations.length === 0) return [];
	const shown = look.verbose ? federations : federations.slice(0, MOST$5);
	const texts = shown.flatMap((one, at) => look.verbose ? [...at > 0 ? [""] : [], ...renderWhole(one, look)] : indent(one.brief, look));
	const rest = look.verbose ? [] : indent(describeWhereToPaste(federations.length - shown.length, medium, after), look);
	return [[
		look.paint("bold", FEDERATION_SECTIONS[after]),
		...texts,
		...rest
	].join("\n")];
}
const MOST$5 = 5;
function renderWhole({ brief, intro, parts, notes }, look) {
	return [
		...indent(brief, look),
		...indent(intro, look),
		...parts.flatMap(({ heading, code }) => [
			"",
			...indent(heading, look),
			"",
			code
		]),
		"",
		...notes.flatMap((note) => indent(note, look, "- "))
	];
}
function indent(one, { width }, mark = "") {
	return wrap(`${mark}${formatPlain(one, "\xA0")}`, width - 2, " ".repeat(mark.length)).map((text) => `  ${text}`);
}
// src/report/audit/prose.ts
const LONGEST_PROSE = 400;
function splitProse(prose) {
	return clipText(prose, LONGEST_PROSE).split(/`([^`]+)`/).map((text, index) => ({
		text,
		isCode: index % 2 === 1
	})).filter(({ text }) => text !== "");
}
function formatProse(prose) {
	const parts = splitProse(prose).map(({ text, isCode }) => isCode ? text.replaceAll(" ", "\xA0") : text);
	return escapePlain(parts.join(""));
}
function formatMarkdownProse(prose, place = "text") {
	return splitProse(prose).map(({ text, isCode }) => isCode ? formatCode$1(text, place) : escapePart$1(text)).join("");
}
function escapePart$1(part) {
	const [before, after] = [/^\s/.test(part) ? " " : "", /\S\s+$/.test(part) ? " " : ""];
	return `${before}${escapeMarkdown(part)}${after}`;
}
// src/domain/restricted-rotation.ts
var restricted_rotation_exports = /* @__PURE__ */ __exportAll({
	restrictPlan: () => restrictPlan,
	restrictRotationReport: () => restrictRotationReport,
	restrictStep: () => restrictStep
});
function restrictRotationReport(report, detail) {
	if (detail === "full") return report;
	const gaps = report.gaps.map((gap) => gap.publicDetail === void 0 ? gap : {
		...gap,
		detail: gap.publicDetail
	});
	return {
		...report,
		organization: null,
		rotations: report.rotations.map(restrictResult),
		gaps
	};
}
function restrictResult(result) {
	const { old, plan, state, newKey, places, retired, superseded } = result;
	const hidden = places.map(({ target }) => removeTargetNames(target));
	const hide = (target) => hidden[places.findIndex((one) => isSameTarget(one.target, target))] ?? removeTargetNames(target);
	return {
		...result,
		asked: old?.id ?? "",
		old: old && removeNames(old),
		plan: plan && restrictPlan(plan),
		state: restrictState(state, hide),
		newKey: newKey && restrictKey(newKey),
		places: places.map(({ target, result: stored, ...place }) => ({
			...place,
			target: hide(target),
			result: stored?.kind === "failed" ? {
				...stored,
				...hideFailure(stored)
			} : stored
		})),
		retired: retired && restrictRetired(retired),
		superseded: superseded.map(restrictRetired)
	};
}
function restrictPlan(plan) {
	const { order, old, account, project, name } = plan;
	return {
		...plan,
		order: {
			...order,
			asked: old.id,
			project: null,
			targets: order.targets.map(removeTargetNames)
		},
		old: removeNames(old),
		account: {
			...account,
			name: null
		},
		project: {
			...project,
			name: null
		},
		name: hideName(name)
	};
}
function restrictStep(step) {
	const { plan, target } = step;
	const shown = restrictPlan(plan);
	const place = target === null ? -1 : plan.order.targets.findIndex((one) => isSameTarget(one, target));
	return {
		...step,
		plan: shown,
		target: shown.order.targets[place] ?? null
	};
}
function removeTargetNames(target) {
	switch (target.kind) {
		case "github": return {
			...target,
			owner: "",
			repo: "",
			secret: "",
			environment: target.environment === null ? null : ""
		};
		case "github-org": return {
			...target,
			org: "",
			secret: ""
		};
		case "dependabot":
		case "codespaces": return {
			...target,
			owner: "",
			repo: "",
			secret: ""
		};
		case "command": return {
			...target,
			argv: [""]
		};
		case "file": return {
			...target,
			path: ""
		};
		default: return target;
	}
}
function restrictState(state, hide) {
	if ("target" in state) return {
		...state,
		target: hide(state.target),
		failure: hideFailure(state.failure)
	};
	if (state.kind === "refused" && state.because === "other-targets") return {
		...state,
		targets: []
	};
	return state;
}
function hideFailure(failure) {
	return failure.because === "moved" ? {
		...failure,
		to: ""
	} : failure;
}
function restrictKey(key) {
	return {
		...key,
		name: hideName(key.name)
	};
}
function restrictRetired({ record, decision, outcome }) {
	return {
		record: {
			...removeNames(record),
			name: record.name === null ? null : hideName(record.name) || null
		},
		decision: removeNamesFromDecision(decision),
		outcome: outcome.kind === "contained" ? {
			...outcome,
			scopesBefore: null
		} : outcome
	};
}
function hideName(name) {
	const succession = parseSuccession(name);
	return succession === null ? "" : buildSuccessorName(null, succession);
}
// src/report/wording/rotation/names.ts
function nameRotated({ asked, old, plan }) {
	const name = plan?.account.name ?? (old?.owner?.kind === "service-account" ? old.owner.name : null) ?? old?.name ?? null;
	if (name !== null) return markName(name);
	if (old !== null) return line`${old.id}`;
	return asked === "" ? words("a key") : showName(JSON.stringify(asked));
}
const KINDS$1 = {
	github: "a GitHub Actions secret",
	"github-org": "an organisation's GitHub Actions secret",
	dependabot: "a Dependabot secret",
	codespaces: "a Codespaces secret",
	command: "a program",
	file: "a file"
};
function describeTargetKind(target) {
	return target.kind === "github" && target.environment !== null ? "an environment's GitHub Actions secret" : KINDS$1[target.kind];
}
function isHidden(target) {
	if (target.kind === "command") return target.argv[0] === "";
	return target.kind === "file" ? target.path === "" : target.secret === "";
}
function nameTarget(target, place) {
	if (isHidden(target)) return words(`place ${place + 1}, ${describeTargetKind(target)}`);
	return line`${formatTarget(target)}`;
}
function describeTarget(target) {
	if (isHidden(target)) return words(describeTargetKind(target));
	switch (target.kind) {
		case "github": return target.environment === null ? line`the secret ${target.secret} of ${`${target.owner}/${target.repo}`}` : line`the secret ${target.secret} of environment ${target.environment} in ${`${target.owner}/${target.repo}`}`;
		case "github-org": return line`the secret ${target.secret} of organisation ${target.org}`;
		case "dependabot": return line`the Dependabot secret ${target.secret} of ${`${target.owner}/${target.repo}`}`;
		case "codespaces": return line`the Codespaces secret ${target.secret} of ${`${target.owner}/${target.repo}`}`;
		case "command": return line`what the program ${target.argv[0]} stores`;
		case "file": return line`the file ${target.path}`;
		default: return target;
	}
}
function listIds(ids) {
	const shown = joinLines(ids.slice(0, 5).map((id) => line`${id}`), ", ");
	return ids.length > 5 ? line`${shown} and ${ids.length - 5} more` : shown;
}
function countPlaces(count) {
	return formatCount(count, "place");
}
const UNITS = [
	["day", 86400],
	["hour", 3600],
	["minute", 60],
	["second", 1]
];
function describeSeconds$1(seconds) {
	const [unit, size] = UNITS.find(([, one]) => seconds >= one && seconds % one === 0) ?? ["second", 1];
	return formatCount(seconds / size, unit);
}
// src/report/wording/rotation/facts.ts
const ROTATION_SECTIONS = {
	places: "Where which key is",
	keys: "Keys",
	plan: "Plan",
	next: "What to do",
	gaps: "Not read",
	notes: "Notes",
	place: "Place",
	holds: "Key"
};
const HOLDS = {
	new: "the new key",
	old: "the old key",
	earlier: "a key of an earlier run",
	unknown: "not known which"
};
function describeHolds({ holds, result }) {
	return holds === "new" && result?.kind === "stored" && !result.verified ? `${HOLDS.new}, as it answered` : HOLDS[holds];
}
function describeScopes(scopes) {
	return scopes.kind === "all" ? words("all permissions") : joinLines(scopes.scopes.map((one) => line`${one}`), ", ");
}
function describePlan(plan) {
	return [...plan.isStored ? [] : describeNewKey(plan), ...describeOldKey(plan)];
}
function describeNewKey({ order, account, project, scopes, expiresIn }) {
	return [
		line`create a key of service account ${account.name === null ? line`${account.id}` : markName(account.name)} in project ${project.name === null ? line`${project.id}` : markName(project.name)}, ${words(expiresIn === null ? "without end" : `for ${describeSeconds$1(expiresIn)}`)}, with ${describeScopes(scopes)}`,
		words("try the new key"),
		words(order.targets.length === 1 ? "store it in its place" : `store it in its ${order.targets.length} places`)
	];
}
function describeOldKey({ order, isStored }) {
	const isAtOnce = order.overlap === 0;
	const when = order.wait === 0 ? "" : " once the new one is used";
	const key = isStored ? "the new key" : "it";
	return [words(order.wait === 0 ? `not wait for ${key} to be used` : `wait up to ${describeSeconds$1(order.wait)} for ${key} to be used`), words(isAtOnce ? `revoke the old key${when}` : `let the old key end ${describeSeconds$1(order.overlap)} later${when}`)];
}
function describeKeys$1(result, now) {
	const { newKey, old, retired, superseded, state } = result;
	if (state.kind === "planned" || state.kind === "refused") return [];
	const born = newKey ? [line`New key: ${newKey.id}${words(newKey.expiresAt === null ? "" : `, ends ${formatWhen(newKey.expiresAt, now)}`)}`] : [];
	const before = old ? [line`Old key: ${old.id}${words(`, ${describeOld(retired, now)}`)}`] : [];
	const others = superseded.map((one) => line`Not needed: ${one.record.id}${words(`, ${describeFate(one, now)}`)}`);
	return [
		...born,
		...before,
		...others
	];
}
function describeOld(retired, now) {
	return retired === null ? "not touched" : describeFate(retired, now);
}
function describeFate({ record, outcome }, now) {
	switch (outcome.kind) {
		case "contained": {
			const doubt = outcome.verified ? "" : ", not confirmed yet";
			if (outcome.by === "expire" && outcome.endsAt !== null) return `ends ${formatWhen(outcome.endsAt, now)}${doubt}`;
			return `${ACTIONS[outcome.by].done} ${formatWhen(outcome.at, now)}${doubt}`;
		}
		case "already-gone": return "gone";
		case "left":
			if (outcome.because === "expires-sooner" && record.expiresAt !== null) return `ends ${formatWhen(record.expiresAt, now)}`;
			return `still works: ${explainLeft(outcome.because)}`;
		case "refused": return `still works: ${explainRefused(outcome.because)}`;
		case "failed": return `may still work: ${explainFailed(outcome.because)}`;
		case "rehearsed": return "not touched";
		default: return outcome;
	}
}
function describeOrganization(organization) {
	return organization === null ? null : line`checked against ${showName(organization)}`;
}
// src/report/wording/rotation/progress.ts
var progress_exports = /* @__PURE__ */ __exportAll({
	StepTeller: () => StepTeller,
	describePlans: () => describePlans
});
var StepTeller = class {
	#clock;
	#saysAll;
	#begun = 0;
	#said = 0;
	constructor(clock, saysAll) {
		this.#clock = clock;
		this.#saysAll = saysAll;
	}
	describe(progress) {
		const isWatch = progress.step === "watch";
		if (isWatch && progress.phase === "begin") [this.#begun, this.#said] = [this.#clock.elapsed(), 0];
		const minutes = Math.floor((this.#clock.elapsed() - this.#begun) / 6e4);
		const isNews = this.#saysAll || minutes > this.#said;
		if (isWatch && progress.phase === "wait") this.#said = minutes;
		return describeProgress(progress, isNews ? minutes : null);
	}
};
function describePlans(plans) {
	return [describeRotationPrompt(plans.length), ...plans.flatMap(describePlanned)];
}
function describeProgress(progress, minutes) {
	const { plan, step, phase, isDone } = progress;
	const key = namePlanned(plan);
	switch (step) {
		case "mint": return phase === "begin" ? STEPS$1.creating(key) : phase === "wait" ? null : chooseEnd(isDone, key, "created", "notCreated");
		case "try": return phase === "wait" ? STEPS$1.notYetAccepted(key) : phase === "end" ? chooseEnd(isDone, key, "accepted", "notAccepted") : null;
		case "store": return phase === "end" ? describeStored(progress, key) : null;
		case "watch":
			if (phase === "begin") return STEPS$1.waiting(key, describeSeconds$1(plan.order.wait));
			if (phase === "end") return chooseEnd(isDone, key, "used", "notUsed");
			return minutes === null ? null : STEPS$1.stillWaiting(key, minutes, Math.ceil(plan.order.wait / 60));
		case "retire": return phase === "end" ? chooseEnd(isDone, key, "retired", "notRetired") : null;
		default: return step;
	}
}
function describePlanned(plan) {
	const places = plan.order.targets.map((target, at) => `       ${formatPlain(nameTarget(target, at))}`);
	const steps = describePlan(plan).map((step, at) => `    ${at + 1}. ${formatPlain(step)}`);
	if (plan.isStored) return [`  ${namePlanned(plan)}`, ...steps];
	return [
		`  ${namePlanned(plan)}`,
		...steps.slice(0, 3),
		...places,
		...steps.slice(3)
	];
}
function namePlanned(plan) {
	return formatPlain(nameRotated({
		asked: plan.order.asked,
		old: plan.old,
		plan
	}));
}
function chooseEnd(isDone, key, done, otherwise) {
	return STEPS$1[isDone ? done : otherwise](key);
}
function describeStored({ plan, target, isDone }, key) {
	if (target === null) return null;
	const place = formatPlain(nameTarget(target, plan.order.targets.indexOf(target)));
	return isDone ? STEPS$1.stored(key, place) : STEPS$1.notStored(key, place);
}
// src/report/advice/dashboard.ts
const DASHBOARD$1 = {
	keys: "https://platform.openai.com/api-keys",
	admins: "https://platform.openai.com/settings/organization/admin-keys",
	usage: "https://platform.openai.com/usage"
};
const ADMIN_KEYS_PAGE$1 = linkWords("Admin keys", DASHBOARD$1.admins);
function describeDashboardPage(finding) {
	if (finding.kind === "admin") return ADMIN_KEYS_PAGE$1;
	const page = linkWords("API keys", DASHBOARD$1.keys);
	const name = findRecord(finding)?.home.name ?? null;
	return name === null ? page : line`${page} of project ${markName(name)}`;
}
// src/report/wording/gap-names.ts
const GAP_NAMES = {
	"missing-object": "missing object",
	unreadable: "unreadable",
	miscounted: "counts do not match",
	unfetched: "not fetched",
	lfs: "Git LFS",
	archive: "archive",
	"self-test": "self-test",
	inventory: "list of keys",
	"audit-file": "audit file",
	protect: "protect",
	approved: "approved",
	paths: "paths",
	ignore: "ignore file",
	"no-admin-key": "no Admin API key"
};
const GAP_TITLES = {
	"self-test": "The self-test failed",
	protect: "An entry of protect matches nothing",
	approved: "An approved key was not found",
	paths: "A glob of paths matches no file",
	ignore: "Entries of the ignore file match no key",
	inventory: "OpenAI's list of keys is incomplete",
	"audit-file": "The audit file could not be written"
};
function describeGap({ kind, detail }) {
	const name = GAP_NAMES[kind];
	return {
		name,
		title: GAP_TITLES[kind] ?? `Not read: ${name}`,
		detail
	};
}
const GAPS_WARNING = "A key in what was not read would go unnoticed.";
// src/report/wording/key/works.ts
const ACTIVE = {
	accepted: "OpenAI accepts it",
	restricted: "OpenAI accepts it, with restricted permissions",
	"ip-not-authorized": "OpenAI accepts it from other IP addresses",
	"wrong-region": "OpenAI accepts it in another region",
	"rate-limited": "OpenAI knows it and asked us to slow down",
	"no-quota": "OpenAI accepts it, but its quota is used up for now",
	listed: "OpenAI lists it as working; it was not tried"
};
const INACTIVE = {
	refused: "OpenAI refuses it",
	expired: "it has expired",
	"account-deactivated": "its account is deactivated for now",
	"project-dormant": "its project is archived or its owner left",
	"token-invalidated": "OpenAI has invalidated it",
	deleted: "it was deleted"
};
const UNKNOWN$1 = {
	"not-tried": "it was not tried",
	"unsupported-country": "OpenAI does not answer from this country or region",
	"server-error": "OpenAI answered with a server error",
	network: "OpenAI could not be reached",
	unreadable: "OpenAI's answer could not be understood"
};
function explainValidity(validity) {
	switch (validity.kind) {
		case "active": return ACTIVE[validity.because];
		case "inactive": return INACTIVE[validity.because];
		case "unknown": return UNKNOWN$1[validity.because];
		default: return validity;
	}
}
function explainWorks(finding) {
	if (isToken(finding.kind) && finding.validity.because === "not-tried") return "this tool tries no tokens of this kind";
	if (getState(finding) !== "limited") return explainValidity(finding.validity);
	return getContainment(finding)?.verified ? "it can only read the names of models" : "it was quarantined, which is not confirmed yet";
}
function describeWorks(finding, now) {
	const state = getState(finding);
	if (state === "expiring") {
		const end = getContainment(finding)?.endsAt ?? null;
		return end === null ? "until it expires" : `until ${formatTimeNear(end, now)}`;
	}
	return WORDS[state] ?? BY_VALIDITY[finding.validity.kind];
}
const WORDS = {
	unconfirmed: "not confirmed",
	unsure: "unknown",
	limited: "limited"
};
const BY_VALIDITY = {
	active: "yes",
	inactive: "no",
	unknown: "not checked"
};
const MARKS = {
	live: "🔴",
	waiting: "🔴",
	unconfirmed: "🟡",
	unsure: "⚠️",
	stranger: "🔴",
	unchecked: "🔴",
	suspected: "⚠️",
	expiring: "🟡",
	limited: "🟡",
	inactive: "🟠",
	fake: "🟠",
	resolved: "✅",
	preexisting: "⚠️",
	ignored: "✅"
};
// src/report/wording/alerts.ts
const REACH$1 = {
	project: "they can use models at the cost of its project, and read or change what is stored there",
	"service-account": "they can use models at the cost of its project, and read or change what is stored there",
	admin: "they can manage the whole organisation: keys, members, projects and settings",
	user: "they can use models in every project its owner belongs to, at the cost of these projects",
	named: "they can use models at the cost of its project, and read or change what is stored there",
	suspected: "if there is a whole key behind it, they can use models at its owner's cost",
	"codex-access-token": "they can use Codex within its ChatGPT workspace",
	"agent-identity": "they can use Codex as this agent, within its ChatGPT workspace",
	"chatgpt-login": "they are signed in to Codex and ChatGPT"
};
function describeLeakedRule(kind) {
	const noun = nameKind(kind);
	if (isToken(kind)) return describeTokenRule(kind, noun);
	return {
		short: `A ${noun} leaked.`.replace(/^A (?=O)/, "An "),
		full: `This ${noun} may still work. Whoever has it can act as its owner: ${REACH$1[kind]}.`,
		steps: [
			`Revoke the key now. Delete it at ${kind === "admin" ? DASHBOARD$1.admins : DASHBOARD$1.keys}. Removing the line is not enough, because it stays in the history and anyone may have fetched it.`,
			`Look at what it was used for since it leaked: ${DASHBOARD$1.usage}`,
			"Create a new key with an expiry and only the permissions it needs. Keep it in a secret store.",
			"Remove the old key from the file."
		]
	};
}
function describeTokenRule(kind, noun) {
	return {
		short: `A ${noun} leaked.`,
		full: `This ${noun} may still work. Whoever has it can act as its owner: ${REACH$1[kind]}.`,
		steps: [
			`${END_TOKEN[kind]} OpenAI's Admin API cannot do that. Removing the line is not enough, because it stays in the history and anyone may have fetched it.`,
			"If it is still needed, create another with an expiry. Keep it in a secret store.",
			"Remove it from the file."
		]
	};
}
const END_TOKEN = {
	"codex-access-token": "In the ChatGPT admin console, revoke the token now.",
	"agent-identity": "In the ChatGPT admin console, revoke the agent now.",
	"chatgpt-login": "End the login now: run codex logout, and log out of all devices in ChatGPT."
};
function describeInactiveRule(kind) {
	const noun = nameKind(kind);
	return {
		short: `A dead ${noun} is still in the code.`,
		full: `This ${noun} does not work any more, but it is still in the code.`,
		steps: ["Remove it from the file. History need not be rewritten."]
	};
}
function nameKind(kind) {
	if (isToken(kind)) return KIND_NAMES[kind];
	return kind === "suspected" ? "suspected OpenAI key" : `OpenAI ${KIND_NAMES[kind]}`;
}
function nameInAlert(finding) {
	return isOwnAdminKey(finding) ? "The Admin API key of this run" : `The ${nameKind(finding.kind)}`;
}
function describeAlert(finding, subject, reason) {
	return `${subject} ${describeStatus(finding)}: ${reason}.`;
}
function describeStatus(finding) {
	const state = getState(finding);
	if (state === "limited") return "is quarantined";
	if (state === "expiring") return "works until it expires";
	if (state === "unconfirmed") return "was revoked, but OpenAI has not confirmed it";
	return finding.validity.kind === "inactive" && mayWorkAgain(finding) ? "does not work for now, but is still in the code" : STATUS[finding.validity.kind];
}
const STATUS = {
	active: "works",
	inactive: "does not work, but is still in the code",
	unknown: "may work"
};
function describeSamePlace(subject, firstPlace) {
	return `${subject} is here too. The alert at ${firstPlace} says what to do.`;
}
function describeCommit(sha) {
	return `in commit ${sha}`;
}
function describeMorePlaces$1(count) {
	return `and ${formatCount(count, "more place")}`;
}
const REPOSITORY_TOP = "The top of the repository.";
const NOTICE_TEXTS = {
	"key-outside-files": "A key was found outside of files: in a message, in a text on GitHub or in the name of a branch.",
	"too-many-places": "Not everything fits into this file. The JSON report has all keys.",
	"ignored-key": "A key is ignored: the ignore file of the base branch lists it.",
	"unfinished-containment": "An earlier run began to contain a key and did not record how that ended."
};
function describeGapNotice(kind) {
	return `Something was not read: ${GAP_NAMES[kind]}.`;
}
function describeGapInNotice({ kind, detail }) {
	return `Not read (${GAP_NAMES[kind]}): ${detail}`;
}
const JSON_HAS_ALL = "The JSON report has all of it.";
function describeMoreGaps(count) {
	return `${formatCount(count, "more thing")} ${count === 1 ? "was" : "were"} not read. ${JSON_HAS_ALL}`;
}
function describeOutsideFiles(finding, place) {
	const { kind, fingerprint, validity, sightings } = finding;
	const where = place ?? "a place that is not known";
	const others = countPlaces$1(sightings) - 1;
	const more = others > 0 ? ` ${describeMorePlaces$1(others)}` : "";
	const state = `Works? ${describeWorks(finding, null)}: ${explainValidity(validity)}.`;
	return `A ${KIND_NAMES[kind]} (${fingerprint}) was found in ${where}${more}. ${state} Code scanning can only show alerts in files.`;
}
function describeIgnoredKey({ kind, fingerprint, ignored }) {
	return `A ${KIND_NAMES[kind]} (${fingerprint}) is ignored: ${ignored?.reason ?? ""}`;
}
function describeTooMany(keys, places) {
	const parts = [...keys > 0 ? [formatCount(keys, "key")] : [], ...places > 0 ? [`${formatCount(places, "place")} of other keys`] : []];
	return parts.length > 0 ? `${parts.join(" and ")} did not fit into this file. ${JSON_HAS_ALL}` : null;
}
// src/report/wording/key/action-taken.ts
var action_taken_exports = /* @__PURE__ */ __exportAll({
	describeLostReport: () => describeLostReport,
	describeOutputFailure: () => describeOutputFailure
});
function describeActionTaken(finding, context) {
	const { identity, decision, outcome, earlier } = finding;
	if (earlier !== null) return describeEarlierAction(finding, earlier, context);
	if (outcome.kind !== "contained" || identity.kind !== "ours") return null;
	const { record } = identity;
	const { runUrl, medium, now } = context;
	const decided = decision.kind === "leave" || decision.kind === "rehearse" ? outcome.by : decision.kind;
	const setting = line`${formatSetting("on-leak", finding.rotation === null ? decided : "rotate", medium)}`;
	const how = decision.kind === "revoke" && outcome.by !== "revoke" ? line`. OpenAI did not delete it when ${setting} asked for that` : line` (${setting})`;
	const run = linkWords("this run", runUrl);
	const end = outcome.endsAt === null ? words("") : words(` ${formatWhen(outcome.endsAt, now)}`);
	return {
		done: line`${nameRecord(record)} was ${words(ACTIONS[outcome.by].done)}${end} by ${run} ${words(formatWhen(outcome.at, now))}${how}.`,
		breaks: describeBreakage(finding, record, context)
	};
}
function describeEarlierAction(finding, earlier, context) {
	const { identity } = finding;
	const { kind, recordId, at, endsAt, by, knownFrom } = earlier;
	const { now } = context;
	const record = identity.kind === "ours" && identity.record.id === recordId ? identity.record : null;
	const end = endsAt === null ? words("") : words(` ${formatWhen(endsAt, now)}`);
	return {
		done: line`${record === null ? line`${recordId}` : nameRecord(record)} was ${words(ACTIONS[kind].done)}${end} ${words(formatWhen(at, now))} by ${describeActor(by)}. Source: ${words(SOURCES$1[knownFrom])}.`,
		breaks: describeBreakage(finding, record, context)
	};
}
const SOURCES$1 = {
	"audit-file": "the audit file",
	"audit-log": "OpenAI's audit log"
};
function describeActor(by) {
	const name = by?.name ?? by?.id ?? null;
	if (by === null || name === null) return words("an earlier run");
	if (by.kind !== "key") return line`an earlier run of ${markName(name)}`;
	return by.name === null || by.id === null ? line`the Admin API key ${name}` : line`the Admin API key ${markName(by.name)} (${by.id})`;
}
function describeBreakage(finding, record, { now }) {
	const { by, stopped, endsAt } = getContainment(finding) ?? {};
	const users = record === null ? [] : listUsers(record, now);
	const what = by === "quarantine" ? `Whatever uses it is refused${finding.earlier === null ? " within 15 minutes" : ""}` : by === "expire" && !stopped ? `Whatever still uses it after ${endsAt == null ? "that" : formatTimeNear(endsAt, now)} gets a 401` : "Whatever used it now gets a 401";
	return users.length === 0 ? stressWords(`${what}.`) : line`${stressWords(`${what}:`)} ${joinLines(users, ", ")}.`;
}
function listUsers({ owner, home, lastUsedAt }, now) {
	const [who, place] = [nameOwner(owner), nameHome(home)];
	return [
		who,
		place,
		place !== null && lastUsedAt !== null ? words(`last used ${formatTimeNear(lastUsedAt, now)}`) : null
	].filter((one) => one !== null);
}
const CHECKS = {
	quarantine: "whether its permissions were cut, and whether you want that",
	expire: "whether it got its expiry",
	revoke: "whether it is still listed, and delete it if it is"
};
function describeUnfinished$1({ fingerprint, id, act, at }) {
	return line`An earlier run began ${words(ACTIONS[act].doing)} ${id} on ${words(formatTime(at))} and did not record how that ended. Look at OpenAI ${words(CHECKS[act])}. Fingerprint: ${fingerprint}.`;
}
function describeOutputFailure(what, code) {
	return `${escapePlain(what)} could not be written (${code}).`;
}
function describeLostReport({ findings }) {
	return findings.filter(({ outcome }) => outcome.kind === "contained" || outcome.kind === "failed").map((finding) => {
		const taken = describeActionTaken(finding, BARE_CONTEXT);
		const what = taken ? formatPlain(taken.done) : `${capitalize(describeOutcome(finding, BARE_CONTEXT))}.`;
		return escapePlain(`${finding.mask} (${finding.fingerprint}): ${what}`);
	});
}
// src/report/wording/key/ignore-reason.ts
function describeIgnoreReason({ kind, reason, until }) {
	const limit = until === null ? words("") : words(` until ${formatDay(until)}`);
	switch (kind) {
		case "ignored": return line`the ignore file lists it${limit}: ${reason}`;
		case "expired": return line`its entry in the ignore file applied${limit}, which is over: ${reason}`;
		case "overruled": return line`its entry in the ignore file does not count, because this is a working key of yours: ${reason}`;
		default: return kind;
	}
}
function listIgnoreEntrySteps({ kind }) {
	switch (kind) {
		case "ignored": return [];
		case "expired": return [line`Its entry in the ignore file has ended. Give it a new ${"until"} on the base branch, or delete it.`];
		case "overruled": return [line`Delete its entry in the ignore file. A working key of yours cannot be ignored.`];
		default: return kind;
	}
}
// src/report/wording/key/use.ts
const MOST$4 = 3;
const SOURCES = {
	usage: "Usage",
	costs: "Costs",
	"audit-log": "Changes in the organisation"
};
const UNTOLD = {
	off: "OpenAI keeps no audit log for this organisation",
	"not-permitted": "the Admin API key may not read them",
	"no-answer": "OpenAI did not answer",
	unreadable: "OpenAI's answer could not be understood"
};
const MOST_SPENT = 0xe8d4a51000;
const LATE = 36e5;
function findUse({ impact, ...evidence }) {
	return getLikeness(evidence) === "look-alike" ? null : impact;
}
function describeUseBriefly(finding) {
	const { requests = null, cost = null, changes = null } = findUse(finding) ?? {};
	const parts = [
		...requests === null ? [] : [formatCount(requests, "request")],
		...cost === null || cost.value === 0 && requests === 0 ? [] : [formatCost(cost)],
		...changes === null || changes.length === 0 ? [] : [`${formatCount(changes.length, "change")} in the organisation`]
	];
	return parts.length > 0 ? parts.join(", ") : null;
}
function describeUse$1(finding, now) {
	const impact = findUse(finding);
	const brief = describeUseBriefly(finding);
	if (impact === null) return null;
	if (brief === null) return impact.untold.length > 0 ? line`not known. ${joinLines(listUnknownUse(finding), " ")}` : null;
	const { identity, possession } = finding;
	return line`${identity.kind === "ours" && possession !== "proven" && possession !== "proven-before" ? line`by the key ${nameRecord(identity.record)}: ` : words("")}${words(brief)} (${words(formatTimeNear(impact.asOf, now))}${words(isEarly(impact) ? "; OpenAI counts some minutes late" : "")})${describeQuestion(impact)}`;
}
function describeQuestion({ requests }) {
	return requests ? line` · ${linkWords("are they yours?", "https://platform.openai.com/usage")}` : words("");
}
function isEarly({ requests, since, asOf }) {
	return requests === 0 && asOf.getTime() - since.getTime() < LATE;
}
function listUseDetails(finding, now) {
	const impact = findUse(finding);
	if (impact === null) return [];
	const { since, asOf, cost, changes, createdBy } = impact;
	const { identity } = finding;
	const models = listModels(impact);
	const made = createdBy !== null && identity.kind === "ours" ? describeCreator(createdBy, identity.record) : null;
	return [
		...models.length > 0 ? [line`By model: ${joinLines(models, "; ")}.`] : [],
		...changes !== null && changes.length > 0 ? [line`Changed with it: ${listChanges(changes)}.`] : [],
		...made === null ? [] : [made],
		...describeUseBriefly(finding) === null ? [] : [words(`Counted from ${formatTimeNear(since, now)} to ${formatTimeNear(asOf, now)}${cost === null ? "" : "; costs by whole days (UTC)"}.`)],
		...listUnknownUse(finding)
	];
}
function listUnknownUse(finding) {
	return (findUse(finding)?.untold ?? []).map(({ source, because }) => words(`${SOURCES[source]} not known: ${UNTOLD[because]}.`));
}
function describeCreator({ kind, id, name }, { owner }) {
	if (kind === "key") {
		if (id === null) return line`Another key created it.`;
		return name === null ? line`Another key created it: ${id}.` : line`Another key created it: ${markName(name)}.`;
	}
	if (id === null || owner?.kind === kind && owner.id === id) return null;
	return line`Created by ${markName(name ?? id)}.`;
}
function listChanges(changes) {
	const named = changes.slice(0, MOST$4).map(({ what, id, name }) => {
		return line`${what}${id === null ? line`` : line` ${id}`}${name === null ? line`` : line` (${name})`}`;
	});
	const more = changes.length - named.length;
	return joinLines([...named, ...more > 0 ? [line`${more} more`] : []], ", ");
}
function listModels({ inputTokens, outputTokens, models }) {
	const used = (models ?? []).filter(({ requests, inputTokens: i, outputTokens: o }) => [
		requests,
		i,
		o
	].some(Boolean));
	const all = used.length > 0 && used.length <= MOST$4 ? [] : listTokens(inputTokens, outputTokens);
	return [
		...all.length > 0 ? [line`all: ${joinLines(all, ", ")}`] : [],
		...used.slice(0, MOST$4).map((use) => line`${use.model} ${describeModelUse(use)}`),
		...used.length > MOST$4 ? [words(formatCount(used.length - MOST$4, "more model"))] : []
	];
}
function describeModelUse({ requests, inputTokens, outputTokens }) {
	const parts = listTokens(inputTokens, outputTokens);
	return parts.length > 0 ? joinLines(parts, ", ") : words(formatCount(requests ?? 0, "request"));
}
function listTokens(input, output) {
	if (!input && !output) return [];
	return [...input === null ? [] : [words(`${formatNumber(input)} tokens in`)], ...output === null ? [] : [words(`${formatNumber(output)} out`)]];
}
function formatCost({ value, currency }) {
	const amount = Math.abs(value) < MOST_SPENT ? value.toFixed(2).replaceAll(/\B(?=(?:\d{3})+\.)/g, ",") : "an unknown amount of";
	return `${value > 0 && value < .01 ? "under 0.01" : amount} ${/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)"}`;
}
// src/report/wording/rotation/failure.ts
const STORE = {
	"bad-token": "GitHub does not accept the token",
	"kept-out": "a rule of the organisation keeps the token or this machine out, such as single sign-on or a list of addresses",
	"not-found": "it does not exist, or the token cannot see it",
	archived: "the repository is archived",
	"no-secret": "there is no such secret yet",
	"wrong-name": "GitHub takes no secret with this name",
	exists: "the file is there already",
	"too-many": "GitHub takes no more secrets there",
	"too-large": "it takes no value of this length",
	"rate-limited": "GitHub asked us to slow down",
	"server-error": "GitHub answered with a server error",
	network: "GitHub could not be reached",
	"not-understood": "GitHub's answer could not be understood",
	refused: "GitHub refused it",
	"no-program": "the program was not found, or cannot be started",
	"not-read": "the program ended without reading the key from its standard input",
	"planted-link": "the path leads through a link in a checkout, which a change may have added",
	"timed-out": "it took too long",
	cancelled: "the run was stopped",
	unexpected: "this tool broke off, and it is not known how far it got"
};
function explainStoreFailure(failure, medium) {
	switch (failure.because) {
		case "not-permitted": return line`the token lacks the permission ${failure.permission}`;
		case "no-token": return words(`no token was given: set ${nameToken(medium)}`);
		case "moved": return failure.to === "" ? words("the repository has another name today") : line`the repository is called ${failure.to} today`;
		case "exit-code": return failure.code === null ? words("a signal ended the program") : words(`the program ended with exit code ${failure.code}`);
		case "file-error": return words(`the file could not be written (${failure.code})`);
		default: return words(STORE[failure.because]);
	}
}
function describeStoreAdvice(failure, target, medium) {
	return isHidden(target) ? null : describeStoreFailure(failure, target, medium);
}
function nameToken(medium) {
	return medium === "workflow" ? "secrets-token" : "GITHUB_SECRETS_TOKEN";
}
const MINT = {
	"read-only-admin-key": "the Admin API key may not create keys",
	"account-gone": "the service account is gone",
	"archived-project": "the project is archived",
	"rate-limited": "OpenAI asked us to slow down",
	"server-error": "OpenAI answered with a server error",
	network: "OpenAI could not be reached",
	"not-understood": "OpenAI's answer could not be understood"
};
function explainMintFailure(failure) {
	if (failure.because !== "refused") return words(MINT[failure.because]);
	const why = "OpenAI refused its lifetime, its scopes, or new keys altogether";
	return failure.code === null ? words(why) : line`${words(why)} (${failure.code})`;
}
function describeMintAdvice(failure, medium) {
	switch (failure.because) {
		case "read-only-admin-key": return line`Give the Admin API key the scope ${"api.organization.projects.service_accounts.write"}, or use another one.`;
		case "refused": return words(medium === "workflow" ? "A policy of the organisation may want a shorter life: set expires-in: 30d. Check the words of scopes too." : "A policy of the organisation may want a shorter life: add --expires-in 30d. Check the words of --scopes too.");
		case "archived-project":
		case "account-gone": return words("No key can be created there. Move the program to a service account of another project.");
		default: return null;
	}
}
// src/report/wording/rotation/refusal.ts
const REFUSED = {
	"not-listed": "no key and no service account of the organisation has this id or name",
	"inventory-incomplete": "OpenAI's list of keys could not be read to its end, and another key may fit too",
	"person-owned": "it belongs to a person, and OpenAI creates keys of people only in its dashboard",
	"owner-unknown": "OpenAI did not say which service account owns it",
	"admin-key": "it is an Admin API key",
	"own-admin-key": "this run works with it",
	protected: "it is on the protect list",
	"unmatched-entry": "an entry of the protect list matches nothing, and may have been meant for this key",
	"too-many": "it would have been more keys than max-contained allows",
	"archived-project": "its project is archived",
	expired: "it has expired already",
	"no-target": "nobody said where it lives",
	"scopes-unknown": "the audit log does not say what it may do",
	"lifetime-unknown": "OpenAI did not say how long it was made to live",
	unfinished: "the audit file has a rotation of it that was not finished",
	"nothing-to-resume": "the audit file has no rotation of it that could go on",
	"asked-twice": "it was named twice",
	"not-recorded": "the audit file could not be written",
	cancelled: "the run was stopped before its turn",
	declined: "you answered no"
};
function explainRefusal(refusal, { places }, medium) {
	switch (refusal.because) {
		case "ambiguous": return line`several keys fit: ${listIds(refusal.ids)}`;
		case "wider-scopes": return line`the old key may not do all that was asked for: ${listIds(refusal.scopes)}`;
		case "already-replaced": return line`the name of ${refusal.by} says that it replaces this key. That rotation was not finished, or still runs`;
		case "other-targets": return refusal.targets.length === 0 ? words("the rotation that was broken off had other places") : line`the rotation that was broken off had other places: ${listIds(refusal.targets)}`;
		case "target-not-ready": {
			const place = places.findIndex(({ target }) => target === refusal.target);
			return line`${nameTarget(refusal.target, Math.max(0, place))} would not take a new key: ${explainStoreFailure(refusal.failure, medium)}`;
		}
		default: return words(REFUSED[refusal.because]);
	}
}
const KEYS_PAGE$2 = linkWords("API keys", DASHBOARD$1.keys);
const ADMIN_PAGE = linkWords("Admin keys", DASHBOARD$1.admins);
function describeRefusalAdvice(refusal, result, medium) {
	const set = (name, value) => formatSetting(name, value, medium);
	const called = (name) => formatSettingName(name, medium);
	switch (refusal.because) {
		case "person-owned": return advisePerson(result);
		case "not-listed": return [words("Check the spelling. It can be the id or the name of a key, or of its service account.")];
		case "ambiguous": return [words("Name one of them by its id.")];
		case "inventory-incomplete": return [words("Try again. If it stays so, look what the Admin API key may read.")];
		case "owner-unknown": return [line`Look at it under ${KEYS_PAGE$2}.`];
		case "admin-key":
		case "own-admin-key": return [line`Create a new one under ${ADMIN_PAGE}, put it where this one lives, and revoke this one there.`];
		case "protected": return [words(`To rotate it, remove its entry from ${called("protect")}.`)];
		case "too-many": return [words(`Rotate fewer keys at once, or raise ${called("max-contained")}.`)];
		case "archived-project": return [words("No key can be created there. Move the program to a service account of another project.")];
		case "expired": return [line`Create a new key of its service account under ${KEYS_PAGE$2}.`];
		case "no-target": return [words(`Name the place: ${set("to", "github:OWNER/REPO/NAME")}. Or write it into the keys file, .github/openai-keys.yml.`)];
		case "scopes-unknown": return [words(`Say what the new key may do: ${set("scopes", "api.model.request")} for model requests alone, ${set("scopes", "all")} for everything.`)];
		case "lifetime-unknown": return [words(`Say how long the new key lives: ${set("expires-in", "90d")}.`)];
		case "wider-scopes": return [words(medium === "workflow" ? "Leave these scopes out. Only the command line can give a new key more rights, with --widen." : "Leave these scopes out, or add --widen to give the new key more rights than the old one has.")];
		case "other-targets": return [words("Repeat the places of that run. Other places can be rotated once it is finished.")];
		case "nothing-to-resume": return [words(`Leave ${called("resume")} out to begin a new rotation.`)];
		case "asked-twice": return [words("Name it once.")];
		case "target-not-ready": {
			const advice = describeStoreAdvice(refusal.failure, refusal.target, medium);
			return advice === null ? [] : [advice];
		}
		case "already-replaced": return [words(`If that run kept an audit file, go on with it: add ${medium === "workflow" ? "resume: true" : "--resume"} and the same ${called("audit-file")}.`), line`If it kept none, look under ${KEYS_PAGE$2} which of the two keys is used, and revoke the other one.`];
		default: return [];
	}
}
function advisePerson({ old }) {
	const who = old?.owner?.name ? markName(old.owner.name) : words("Its owner");
	return [joinLines([
		line`${who} creates a new key under ${KEYS_PAGE$2}`,
		words("whoever keeps the secrets puts it where the old one lives"),
		line`and once the new key is used, ${who} revokes the old one`
	], ", "), words("To have it rotated from then on, use a key of a service account in its place.")].map((one, at) => at === 0 ? line`${one}.` : one);
}
// src/report/wording/key/replacement.ts
const MOST_PLACES$1 = 3;
function isReplaced({ rotation }) {
	if (rotation === null) return false;
	const { state } = rotation;
	return state.kind === "rotated" || state.kind === "refused" && state.because === "already-replaced";
}
function listKeptIn(places) {
	const shown = places.slice(0, MOST_PLACES$1).map(describeTarget);
	const left = places.length - shown.length;
	const [last = words("its places"), ...others] = (left > 0 ? [...shown, words(`${left} other ${left === 1 ? "place" : "places"}`)] : shown).toReversed();
	return others.length === 0 ? last : line`${joinLines(others.toReversed(), ", ")} and ${last}`;
}
function describeReplacement({ rotation, identity }, medium) {
	if (rotation === null) return words("");
	const { state, isUsed, places } = rotation;
	if (state.kind === "rotated") return line`The new key is in ${listKeptIn(places.map(({ target }) => target))}${describeUse(isUsed, identity.kind === "ours" ? identity.record.owner?.name ?? null : null)}. What runs now keeps the leaked one until it is started again.`;
	if (isReplaced({ rotation })) return words("Another key has taken its place before.");
	return line`No new key is in its place: ${explainRotation(rotation, medium)}.`;
}
function describeUse(isUsed, user) {
	if (isUsed === null) return words("");
	if (!isUsed) return words(", and nobody has used it yet");
	return user === null ? words(", and it is in use already") : line`, and ${markName(user)} uses it already`;
}
function explainRotation({ state, places }, medium) {
	switch (state.kind) {
		case "refused": return explainRefusal(state, { places }, medium);
		case "failed": return explainFailure(state, medium);
		case "unfinished":
		case "planned":
		case "rotated": return words("the rotation was not finished");
		default: return state;
	}
}
function explainFailure(failure, medium) {
	switch (failure.because) {
		case "mint": return explainMintFailure(failure.failure);
		case "store": return line`${describeTarget(failure.target)} did not take it: ${explainStoreFailure(failure.failure, medium)}`;
		case "overtaken": return line`another rotation of it was first, with ${failure.by}`;
		default: return words(FAILED[failure.because]);
	}
}
const FAILED = {
	"new-key-refused": "OpenAI did not accept the new key",
	"new-key-lives-longer": "OpenAI gave the new key a longer life than was asked for",
	"new-key-not-ours": "OpenAI accepted the new key for somebody else",
	"resumed-elsewhere": "another run goes on with it",
	"account-not-listed": "the keys of its service account could not be listed",
	"not-recorded": "the audit file could not be written",
	cancelled: "the run was stopped",
	unexpected: "this tool broke off, and it is not known how far it got"
};
// src/report/advice/step.ts
function composeStep(finding, verb, end, rest) {
	const after = end.length === 0 ? end : line` ${end}`;
	return {
		alone: line`${words(capitalize(verb))} it${after}.`,
		among: line`First, ${words(verb)} ${nameKey(finding, `the first ${nameThing(finding)}`)}${after}.`,
		rest: joinSentences(rest)
	};
}
function composeQuestion(verb, question, rest) {
	return {
		alone: line`${words(capitalize(verb))} ${question}.`,
		among: line`First, ${words(verb)} ${question}.`,
		rest: joinSentences(rest)
	};
}
function joinSentences(sentences) {
	return joinLines(sentences.filter(({ length }) => length > 0), " ");
}
function nameAuthor({ sightings }) {
	const author = sortPlaces(sightings).find((one) => one.author !== null)?.author ?? "";
	return author.trim() === "" ? words("whoever added it") : showName(author);
}
function hasLeaked({ sightings }, change) {
	return !isUnpublished(change) || sightings.some(({ preexisting }) => preexisting);
}
function describeFetched({ kind }, thing = "key") {
	if (kind !== "range" && kind !== "history" && kind !== "sweep") return words("");
	return words(`Removing the line is not enough: anyone who fetched ${kind === "range" ? "this branch" : kind === "history" ? "this repository" : "the repository"} has the ${thing}.`);
}
// src/report/advice/contained.ts
function describeWaiting({ finding, context }) {
	const { fingerprint } = finding;
	const last = findRecord(finding)?.lastUsedAt ?? null;
	const why = finding.outcome.kind === "left" && finding.outcome.because === "awaiting-approval" && last !== null ? `It was used ${formatAgo(last, context.now)}, so this run left it to you.` : "This run left it to you.";
	const approve = context.medium === "workflow" ? line`approve fingerprint ${fingerprint}` : line`run this again with ${formatSetting("approved", fingerprint, context.medium)}`;
	return composeStep(finding, "revoke", words("once it is replaced"), [words(why), line`Replace it where it runs. Then ${approve}, or delete it under ${describeDashboardPage(finding)}.`]);
}
function describeUnconfirmed({ finding }) {
	return {
		alone: words("Run this again in a minute."),
		among: words("First, run this again in a minute."),
		rest: line`${nameKey(finding, "The key")} is deleted at OpenAI, but OpenAI was not seen to refuse it when this run ended.`
	};
}
function describeExpiring({ finding, context }) {
	const end = getContainment(finding)?.endsAt ?? null;
	const taken = describeActionTaken(finding, context);
	const before = end === null ? "before it expires" : `before ${formatTimeNear(end, context.now)}`;
	if (isReplaced(finding)) return describeRotated$1(finding, before, context);
	return composeStep(finding, "replace", words(before), [
		taken?.done ?? words(""),
		describeReplacement(finding, context.medium),
		taken?.breaks ?? words(""),
		line`Until then it works for anyone. If somebody else uses it, delete it at once under ${describeDashboardPage(finding)}.`
	]);
}
function describeRotated$1(finding, before, context) {
	const at = getContainment(finding)?.at ?? null;
	const delay = at === null ? null : describeDelay(finding, at);
	const lead = line`${nameKey(finding, "The key")} was rotated${words(delay === null ? "" : ` ${delay}`)}.`;
	return {
		alone: lead,
		among: lead,
		rest: joinSentences([describeReplacement(finding, context.medium), line`The leaked one works for anyone ${words(before.replace(/^before/, "until"))}. If somebody else uses it, delete it at once under ${describeDashboardPage(finding)}.`])
	};
}
const QUARANTINED = {
	seen: "It can only read the names of models.",
	unseen: "OpenAI was not seen to enforce that yet: run this again in 15 minutes.",
	unknown: "OpenAI's audit log does not say whether somebody has given it permissions back."
};
function describeLimited({ finding, context }) {
	const doubt = getContainment(finding)?.verified === true ? "seen" : finding.earlier?.standing === "plausible" ? "unknown" : "unseen";
	const taken = describeActionTaken(finding, context);
	return composeStep(finding, "replace", words("and then revoke it"), [
		taken?.done ?? words(""),
		words(QUARANTINED[doubt]),
		taken?.breaks ?? words("")
	]);
}
function listRestoringSteps(finding) {
	const contained = getContainment(finding);
	if (contained?.by !== "quarantine" || finding.validity.kind === "inactive") return [];
	const { scopesBefore } = contained;
	const scopes = scopesBefore === null || scopesBefore.length === 0 ? words("OpenAI's audit log has them") : joinLines(scopesBefore.map((scope) => line`${scope}`), ", ");
	return [line`If something of yours needs it back at once, give ${nameKey(finding)} its permissions back (${scopes}) under ${describeDashboardPage(finding)}. The leaked key then works in full again.`];
}
function describeMoment$1(finding, at, now) {
	const delay = appendDelay(finding, at);
	return `${formatWhen(at, now)}${delay === "" ? "" : `${delay},`}`;
}
function describeInactive({ finding, context }) {
	const { outcome, earlier, validity } = finding;
	const key = line`${nameKey(finding, "This key")} (${finding.mask})`;
	const taken = describeActionTaken(finding, context);
	const isOurs = earlier === null && outcome.kind === "contained" && outcome.by === "revoke";
	const run = linkWords("this run", context.runUrl);
	const why = isOurs ? line`${key} no longer works: ${run} revoked it ${words(describeMoment$1(finding, outcome.at, context.now))} and OpenAI refuses it.` : taken?.done ?? line`${key} does not work: ${words(explainValidity(validity))}.`;
	const again = mayWorkAgain(finding) ? line`It may work again one day. To prevent that, delete it under ${describeDashboardPage(finding)}.` : words("");
	return {
		alone: words(""),
		among: words(""),
		rest: joinSentences([
			why,
			taken?.breaks ?? words(""),
			again
		])
	};
}
// src/report/advice/file-rules.ts
const VARIABLE$1 = "OPENAI_API_KEY";
const REFERENCE = `\${${VARIABLE$1}}`;
const SECRET = `\${{ secrets.${VARIABLE$1} }}`;
const readInstead = (expression) => (path) => line`In ${path}, read ${expression} instead.`;
const writeInstead = (text) => (path) => line`In ${path}, write ${text} instead.`;
const takeOut = (path) => line`Take the key out of ${path}.`;
const untrack = (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`;
const LOCAL_FILES = [
	{
		pattern: /(?:^|\/)[^/]*env[^/]*[._-](?:example|sample|template|dist|tmpl|tpl)\b[^/]*$|(?:^|\/)(?:example|sample|template)[._-][^/]*env[^/]*$/,
		keep: line`in an untracked ${".env"} or a secret store`,
		remove: (path) => line`Leave its value empty in ${path}.`
	},
	{
		pattern: /(?:^|\/)\.(?:env|envrc|flaskenv|dev\.vars|renviron)(?:\.[^/]*)?$|\.env$/,
		keep: line`in a secret store, or in a ${".env"} that git does not track`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)\.streamlit\/secrets\.toml$/,
		keep: line`in the secrets of the Streamlit app`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)(?:local\.settings\.json|local\.properties)$/,
		keep: line`in a secret store`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)(?:application|bootstrap)(?:-[^/]*)?\.(?:properties|ya?ml)$/,
		remove: (path) => line`In ${path}, write ${REFERENCE} instead: Spring fills it in from the environment.`
	},
	{
		pattern: /(?:^|\/)(?:appsettings[^/]*\.json|(?:web|app)\.config)$/,
		keep: line`in ${"dotnet user-secrets"} on your machine, and in an environment variable elsewhere`,
		remove: (path) => line`Take the key out of ${path}: .NET adds what the environment and user-secrets have.`
	},
	{
		pattern: /\.(?:http|rest)$|postman_(?:collection|environment)\.json$/,
		keep: line`in an environment of the client that git does not have`,
		remove: writeInstead(`{{${VARIABLE$1}}}`)
	}
];
const CI_FILES = [
	{
		pattern: /(?:^|\/)action\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: (path) => line`In ${path}, take it from an input, which the workflow fills with ${SECRET}.`,
		instead: FEDERATION
	},
	{
		pattern: /(?:^|\/)\.github\/.+\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: readInstead(SECRET),
		instead: FEDERATION
	},
	{
		pattern: /(?:^|\/)[^/]*\.?gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/.+\.ya?ml$/,
		keep: line`in a CI/CD variable of the project, masked and protected`,
		remove: readInstead(`$${VARIABLE$1}`)
	},
	{
		pattern: /(?:^|\/)\.circleci\/.+\.ya?ml$/,
		keep: line`in a context, or an environment variable of the CircleCI project`,
		remove: readInstead(REFERENCE)
	},
	{
		pattern: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
		keep: line`in a secret variable of the pipeline`,
		remove: readInstead(`$(${VARIABLE$1})`)
	},
	{
		pattern: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
		keep: line`in a secured variable of the repository`,
		remove: readInstead(`$${VARIABLE$1}`)
	},
	{
		pattern: /(?:^|\/)jenkinsfile(?:\.[^/]*)?$/,
		keep: line`in the credentials of Jenkins`,
		remove: (path) => line`In ${path}, bind it with ${"withCredentials"} instead.`
	},
	{
		pattern: /(?:^|\/)(?:\.travis|\.drone|\.woodpecker|\.?appveyor|cloudbuild|buildspec)\.ya?ml$|(?:^|\/)\.(?:buildkite|woodpecker)\/.+\.ya?ml$/,
		keep: line`in a secret variable of the build service`,
		remove: (path) => line`Take the key out of ${path}, and let the build service set ${VARIABLE$1}.`
	}
];
const DEPLOYMENT_FILES = [
	{
		pattern: /(?:^|\/)(?:docker|container)file(?:\.[^/]*)?$|\.dockerfile$/,
		keep: line`in the environment the container is started with`,
		remove: (path) => line`Take the key out of ${path}, and delete images built from it: their layers keep it.`
	},
	{
		pattern: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
		keep: line`in a ${".env"} beside it that git does not track, or in a secret of Compose`,
		remove: writeInstead(REFERENCE)
	},
	{
		pattern: /\.(?:tf|tfvars|hcl)(?:\.json)?$/,
		keep: line`in a secret store, or a variable with ${"sensitive = true"}`,
		remove: (path) => line`Take the key out of ${path}; the state file may hold it too.`
	},
	{
		pattern: /\.tfstate(?:\.backup)?$/,
		keep: line`in a secret store`,
		remove: (path) => line`Take ${path} out of git, and keep state in an encrypted backend.`
	},
	{
		pattern: /(?:^|\/)pulumi\.[^/]+\.ya?ml$/,
		keep: line`in a secret store, or set with ${"pulumi config set --secret"}`,
		remove: takeOut
	},
	{
		pattern: /(?:^|\/)(?:group_vars|host_vars)\//,
		keep: line`in a secret store, or encrypted with ${"ansible-vault"}`,
		remove: takeOut
	},
	{
		pattern: /(?:^|\/)values(?:[._-][^/]*)?\.ya?ml$|(?:^|\/)(?:helm|charts?)\/.+\.ya?ml$/,
		keep: line`in a Kubernetes Secret that is made outside of the chart`,
		remove: (path) => line`In ${path}, give the name of that Secret instead of the key.`
	},
	{
		pattern: /(?:^|\/)(?:k8s|kubernetes|kube|kustomize|manifests|overlays)\/.+\.(?:ya?ml|json)$|(?:^|[/._-])(?:deployment|statefulset|daemonset|cronjob|configmap|secret)\.ya?ml$/,
		keep: line`in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all`,
		remove: (path) => line`Take the key out of ${path}: base64, as Secrets have it, hides nothing.`
	},
	{
		pattern: /(?:^|\/)secrets[^/]*\.(?:ya?ml|json|toml|ini|properties)$/,
		keep: line`in a secret store, or encrypted with SOPS`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)serverless\.ya?ml$/,
		keep: line`in a secret store`,
		remove: readInstead(`\${env:${VARIABLE$1}}`)
	}
];
const NODE = [
	"process",
	"env",
	VARIABLE$1
].join(".");
const SHIPPED_FILES = [
	{
		pattern: /\.(?:swift|mm|xcconfig|plist|storyboard|dart)$|(?:^|\/)(?:androidmanifest\.xml|google-services\.json)$|(?:^|\/)res\/values[^/]*\/[^/]+\.xml$|(?:^|\/)(?:android[^/]*|composeapp|[^/]*android(?:app|main))\/.+\.(?:kts?|java|gradle|properties|xml)$/,
		keep: line`on a server of yours that the app asks, and never in the app`,
		remove: (path) => line`Take the key out of ${path}, and let a server of yours ask OpenAI: whoever has an app can read its keys.`
	},
	{
		pattern: /(?:^|\/)app\/src\/.+\.(?:kt|java)$/,
		remove: (path) => line`In ${path}, read ${`System.getenv("${VARIABLE$1}")`} instead; in a mobile app, let a server of yours ask OpenAI.`
	},
	{
		pattern: /\.(?:html?|vue|svelte)$|\.user\.js$|(?:^|\/)(?:public|static|www|wwwroot|browser|frontend|webapp)\/(?:.+\/)?[^/]+\.[cm]?[jt]sx?$|(?:^|\/)environments\/environment[^/]*\.ts$/,
		keep: line`on a server of yours that the page asks, and never in the page`,
		remove: (path) => line`Take the key out of ${path}, and let a server of yours ask OpenAI: what a browser gets is public.`
	},
	{
		pattern: /\.(?:[jt]sx|astro)$|(?:^|\/)client\/(?:.+\/)?[^/]+\.[cm]?[jt]s$/,
		remove: (path) => line`In ${path}, read ${NODE} instead, and on a server alone: what a browser gets is public.`
	}
];
const WRITTEN_FILES = [
	{
		pattern: /\.ipynb$/,
		remove: (path) => line`Take the key out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE$1}"]`} instead.`
	},
	{
		pattern: /(?:^|\/)[^/]*(?:cassettes?|recordings?|__recordings__)\/|\.har$/,
		remove: (path) => line`Record ${path} anew, with the ${"Authorization"} header left out.`
	},
	{
		pattern: /\.log(?:\.\d+)?$|(?:^|\/)\.[a-z]+_history$/,
		remove: untrack
	},
	{
		pattern: /\.(?:patch|diff|orig|rej|bak|swp)$|~$/,
		remove: (path) => line`Take ${path} out of git: it keeps lines that the file itself may have lost.`
	},
	{
		pattern: /\.(?:map|pyc|class|jar|war|o|a|so|dll|exe|wasm|apk|aab|ipa)$|[.-](?:min|bundle)\.js$|(?:^|\/)(?:dist|\.next|node_modules|__pycache__)\//,
		remove: (path) => line`Take it out of what ${path} is built from, and build that anew.`
	},
	{
		pattern: /\.(?:md|mdx|markdown|rst|adoc)$/,
		remove: (path) => line`In ${path}, write a placeholder instead, such as ${`YOUR_${VARIABLE$1}`}.`
	}
];
// src/report/advice/file-advice.ts
const ENVIRONMENT = line`in an environment variable such as ${VARIABLE$1}`;
const READERS = [
	[/\.[cm]?[jt]s$/, [
		"process",
		"env",
		VARIABLE$1
	].join(".")],
	[/\.py[iwx]?$/, `os.environ["${VARIABLE$1}"]`],
	[/\.go$/, `os.Getenv("${VARIABLE$1}")`],
	[/\.(?:rb|rake)$|(?:^|\/)(?:gem|rake)file$/, `ENV["${VARIABLE$1}"]`],
	[/\.(?:java|kts?|scala|groovy|gradle)$/, `System.getenv("${VARIABLE$1}")`],
	[/\.clj[cs]?$/, `(System/getenv "${VARIABLE$1}")`],
	[/\.(?:cs|fs|vb)x?$/, `Environment.GetEnvironmentVariable("${VARIABLE$1}")`],
	[/\.php$/, `getenv("${VARIABLE$1}")`],
	[/\.rs$/, `std::env::var("${VARIABLE$1}")`],
	[/\.(?:c|cc|cpp|cxx|h|hpp)$/, `getenv("${VARIABLE$1}")`],
	[/\.exs?$/, `System.get_env("${VARIABLE$1}")`],
	[/\.(?:r|rmd|qmd)$/, `Sys.getenv("${VARIABLE$1}")`],
	[/\.jl$/, `ENV["${VARIABLE$1}"]`],
	[/\.lua$/, `os.getenv("${VARIABLE$1}")`],
	[/\.p[lm]$/, `$ENV{${VARIABLE$1}}`],
	[/\.ps[dm]?1$/, `$env:${VARIABLE$1}`],
	[/\.(?:bat|cmd)$/, `%${VARIABLE$1}%`],
	[/\.(?:ba|z|k|fi)?sh$|(?:^|\/)(?:make|just|proc)file$|\.mk$/, `$${VARIABLE$1}`]
];
const CONFIGURATION = /\.(?:json[c5]?|ya?ml|toml|ini|cfg|conf|config|xml|properties)$/;
const RULES$1 = [
	...LOCAL_FILES,
	...CI_FILES,
	...DEPLOYMENT_FILES,
	...SHIPPED_FILES,
	...WRITTEN_FILES,
	...READERS.map(([pattern, expression]) => ({
		pattern,
		remove: readInstead(expression)
	})),
	{
		pattern: CONFIGURATION,
		remove: (path) => line`In ${path}, read ${VARIABLE$1} from the environment.`
	}
];
function findFileAdvice(path) {
	const lowerCase = path.toLowerCase();
	const rule = RULES$1.find(({ pattern }) => pattern.test(lowerCase));
	return {
		keep: rule?.keep ?? ENVIRONMENT,
		remove: rule?.remove(path) ?? line`Take the key out of ${path}.`,
		instead: rule?.instead ?? null
	};
}
// src/report/advice/tokens/token-advice.ts
const PAGES = {
	workspace: "https://chatgpt.com/admin",
	security: "https://chatgpt.com/#settings/Security"
};
const CONSOLE = linkWords("ChatGPT admin console", PAGES.workspace);
const REVOKING = {
	"codex-access-token": line`A workspace owner, or whoever created it, revokes it in the ${CONSOLE}: OpenAI's Admin API cannot.`,
	"agent-identity": line`It contains the private key of an agent. A workspace owner revokes the agent in the ${CONSOLE}: OpenAI's Admin API cannot.`,
	"chatgpt-login": line`Whoever signed in runs ${"codex logout"} where the file was written, and logs out of all devices under ${linkWords("Security", PAGES.security)} in ChatGPT.`
};
const REACH = {
	"codex-access-token": "Whoever has it can use Codex as its owner, within the ChatGPT workspace.",
	"agent-identity": "Whoever has it can use Codex as this agent, within the ChatGPT workspace.",
	"chatgpt-login": "Whoever has it is signed in as that person, in Codex and in ChatGPT."
};
function describeTokenStep({ finding, change }, kind) {
	return composeStep(finding, kind === "chatgpt-login" ? "end" : "revoke", words("now"), [
		REVOKING[kind],
		words(REACH[kind]),
		describeFetched(change, "token")
	]);
}
function describeEndedToken() {
	return {
		alone: words("Remove it from the code."),
		among: words("First, remove the expired token from the code."),
		rest: words("It has expired, so nobody can use it any more.")
	};
}
const VARIABLE = "CODEX_ACCESS_TOKEN";
function describeTokenReplacement(kind) {
	return kind === "chatgpt-login" ? words("Do not copy a login to another machine. For automation, create a Codex access token with an expiry, and keep it in a secret store.") : line`If it is still needed, create another with an expiry. Keep it in a secret store, and give it to Codex as ${VARIABLE}.`;
}
function describeTokenRemoval(kind, path) {
	if (/(?:^|\/)auth\.json$/i.test(path)) return line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`;
	return /(?:^|\/)\.github\/.+\.ya?ml$/i.test(path) && kind !== "chatgpt-login" ? line`In ${path}, read ${`\${{ secrets.${VARIABLE} }}`} instead.` : line`Take the token out of ${path}.`;
}
// src/report/advice/remove.ts
function listRemovalSteps(finding, change) {
	const here = sortPlaces(finding.sightings).filter(({ inHead, where }) => inHead || where === "pull-request");
	const ways = [
		removeFromFiles(here, finding),
		removeFromNames(here, finding),
		removeFromTexts(here, finding),
		removeFromCommits(here)
	].flat();
	const past = change.kind === "range" && !change.unpushed || change.kind === "history" || change.kind === "sweep" ? describeHistory(finding, ways.length > 0) : [];
	return ways.length + past.length > 0 ? [joinLines([...ways, ...past], " ")] : [];
}
function removeFromFiles(here, finding) {
	const files = /* @__PURE__ */ new Map();
	for (const sighting of here) {
		const { where, member } = sighting;
		const path = namePath(sighting);
		if (where === "file" && path !== null && !files.has(path)) files.set(path, member);
	}
	const [first, ...others] = files;
	if (!first) return [];
	const [path, member] = first;
	const out = member === null ? describeRemoval(finding.kind, path) : line`Take the ${words(nameThing(finding))} out of ${member} in ${path}, or ${path} out of git.`;
	const n = others.length;
	const unlisted = countPlaces$1(here) - here.length;
	return [
		out,
		...n > 0 ? [line`Do the same in ${n} more ${words(n === 1 ? "file" : "files")}.`] : [],
		...unlisted > 0 ? [line`It is in ${words(formatCount(unlisted, "more place"))} than are listed.`] : []
	];
}
function describeRemoval(kind, path) {
	return isToken(kind) ? describeTokenRemoval(kind, path) : findFileAdvice(path).remove;
}
function removeFromNames(here, finding) {
	const path = here.find(({ where }) => where === "path")?.path ?? null;
	if (path === null) return [];
	const ref = parseRef(path);
	const thing = words(nameThing(finding));
	return [ref === null ? line`Rename ${path}: its name contains the ${thing}.` : line`Delete the ${words(ref.kind)} ${ref.name} on the server: its name contains the ${thing}.`];
}
function removeFromTexts(here, finding) {
	if (!here.some(({ where }) => where === "pull-request")) return [];
	return [line`Take the ${words(nameThing(finding))} out of the text on GitHub. Then delete the older versions under ${"edited"}: they stay readable.`];
}
function removeFromCommits(here) {
	const commit = here.find(({ where }) => where === "commit-message")?.commit ?? null;
	if (commit === null) return [];
	return [line`Before the branch is merged, reword commit ${shortenSha(commit)} (${"git rebase -i"}) and force-push.`];
}
function describeHistory(finding, isElsewhere) {
	const { validity, identity } = finding;
	const isInCommits = finding.sightings.some(({ where, inHead }) => where === "commit-message" && inHead);
	if (!finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin") || isInCommits) return [];
	if (validity.kind === "inactive" && !mayWorkAgain(finding)) return isElsewhere ? [words("History need not be rewritten.")] : [];
	if (identity.kind === "ours") return [words("History need not be rewritten once the key is revoked.")];
	return isElsewhere ? [] : [words("Only history has it. Rewriting that helps only if nobody has fetched it yet.")];
}
// src/report/advice/replace.ts
const DEFAULT_PROJECT = "default project";
function listReplacementSteps(finding, mayDoWithout) {
	const { identity, validity, kind, sightings } = finding;
	const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
	if (identity.kind !== "ours" || isOwnAdminKey(finding)) return [];
	if (getLikeness(finding) === "look-alike" || !wasInService) return [];
	if (kind === "admin") return [line`If it is still needed, create another with fewer permissions and an expiry. Keep it in a secret store.`];
	const [best] = sortPlaces(sightings);
	const path = best?.where === "file" ? best.member ?? best.path : null;
	const { keep, instead } = path === null ? {
		keep: ENVIRONMENT,
		instead: null
	} : findFileAdvice(path);
	if (isReplaced(finding)) return [];
	if (finding.places.length > 0) return [describeKnownPlaces(finding, identity.record)];
	return [joinLines([
		line`${describeMaker(identity.record)}, with an expiry and only the permissions it needs.`,
		line`Keep it ${keep}.`,
		...instead && mayDoWithout ? [instead] : []
	], " ")];
}
function describeKnownPlaces({ places, validity }, record) {
	const kept = listKeptIn(places);
	return validity.kind !== "inactive" && record.owner?.kind === "service-account" ? line`Put a new key in its place: it is ${kept}. One command does it, and lets this one end once the new one is used: ${`openai-key-guard rotate ${record.id}`}.` : line`${describeMaker(record)}, and put it where this one was: ${kept}.`;
}
function describeMaker({ owner, home }) {
	const apart = describeOwnProject(home.name);
	if (owner?.kind === "service-account") {
		if (apart !== null) return line`Create a service account ${apart}, and a new key under it`;
		return owner.name === null ? words("Create a new key under the same service account") : line`Create a new key under ${markName(owner.name)}`;
	}
	const place = apart === null ? words("") : line` ${apart}`;
	if (owner?.kind !== "user") return line`Create a new key${place}`;
	return line`Create a new key under a service account${place} (only ${owner.name === null ? words("its owner") : markName(owner.name)} can create a personal one)`;
}
function describeOwnProject(project) {
	return project?.trim().toLowerCase() === DEFAULT_PROJECT ? line`in a project of its own instead of ${markName(project ?? "")}` : null;
}
// src/report/advice/advice.ts
function listNextSteps({ finding, change, context }) {
	if (isIgnored(finding)) return [];
	const entry = finding.ignored ? listIgnoreEntrySteps(finding.ignored) : [];
	const removal = listRemovalSteps(finding, change);
	if (!hasLeaked(finding, change)) return [...removal, ...entry];
	const state = getState(finding);
	const isKnown = findOtherServer(context.serverUrl) === null;
	const replacement = listReplacementSteps(finding, isKnown);
	const isStopped = state === "inactive" && getContainment(finding) !== null;
	const removing = context.medium === "workflow" && finding.blocks ? "Make this check green:" : "Clean up the code:";
	return [
		...listOwnerSteps(finding),
		...replacement.map((step) => labelStep(isStopped ? "Restore service:" : null, step)),
		...isKnown && isForWorkflow(finding) && !replacement.some(hasFederation) ? [FEDERATION] : [],
		...isToken(finding.kind) && finding.validity.kind !== "inactive" ? [describeTokenReplacement(finding.kind)] : [],
		...listReviewSteps(finding),
		...listRestoringSteps(finding),
		...removal.map((step) => labelStep(isStopped ? removing : null, step)),
		...entry
	];
}
function hasFederation(step) {
	return FEDERATION.every((piece) => step.includes(piece));
}
function labelStep(label, step) {
	if (label === null) return step;
	const [first, ...rest] = step;
	const lower = first && "words" in first ? [{ words: first.words.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) }, ...rest] : step;
	return line`${stressWords(label)} ${lower}`;
}
function listOwnerSteps(finding) {
	if (getState(finding) !== "stranger") return [];
	return [line`If it is a personal key, ${nameAuthor(finding)} deletes it under ${describeDashboardPage(finding)}.`];
}
function listReviewSteps(finding) {
	const { identity, impact, kind } = finding;
	if (identity.kind === "foreign" || identity.kind === "ambiguous" || getLikeness(finding) === "look-alike") return [];
	const changes = impact?.changes ?? null;
	if (changes !== null && changes.length > 0) return [line`Look at what was changed with it since, and undo what was not you: ${listChanges(changes)}.`];
	if (kind === "admin" && changes === null) return [words("Look for keys, members and projects that none of you created: they outlive this key.")];
	const brief = describeUseBriefly(finding);
	if (identity.kind !== "ours" || brief === null || (impact?.requests ?? 0) === 0 || getContainment(finding) === null) return [];
	return [line`${stressWords("Check the bill:")} ${words(brief)}${words(describePeriod(finding))}. ${linkWords("Are they yours?", DASHBOARD$1.usage)}`];
}
function describePeriod(finding) {
	const since = findFirstSeen(finding.sightings);
	const contained = getContainment(finding);
	if (contained === null || contained.by === "expire" || since === null || contained.at < since) return " since the leak";
	return ` between the leak and the ${contained.by === "revoke" ? "revocation" : "quarantine"} (${formatSpan(since, contained.at)})`;
}
// src/report/wording/key/ownership.ts
const LEAST_CHANCE = 1 / 2e3;
const MOST_CANDIDATES = 3;
const UNCHECKED = {
	"no-admin-key": "no Admin API key was given",
	"inventory-incomplete": "OpenAI's list of keys could not be read in full",
	"not-listed-by-openai": "OpenAI does not list keys of this kind",
	"created-after-sighting": "the only key that matches was created after this leak",
	"contained-before": "an earlier run contained it, and OpenAI no longer lists it"
};
function describeOwner(finding, organization) {
	const { identity, possession, kind } = finding;
	if (isOwnAdminKey(finding)) return describeOwnKey$1(identity);
	const elsewhere = words(possession === "someone-else" ? "; it works for another organisation" : "");
	switch (identity.kind) {
		case "ours": return describeOurs(identity, finding);
		case "ambiguous": return line`one of yours: it matches ${words(formatNumber(identity.candidates.length))} keys (${listCandidates(identity.candidates)})`;
		case "foreign": return line`not yours: no key of ${organization === null ? words("your organisation") : markName(organization)} matches${elsewhere}`;
		case "unchecked":
			if (isToken(kind)) return words("not checked: OpenAI's Admin API does not list tokens of this kind");
			return kind === "suspected" && identity.because === "not-listed-by-openai" ? line`not checked: the text is damaged or shortened${elsewhere}` : line`not checked: ${words(UNCHECKED[identity.because])}${elsewhere}`;
		default: return identity;
	}
}
function describeOwnKey$1(identity) {
	return line`yours: the Admin API key of this run${identity.kind === "ours" ? line`, ${describeRecord(identity.record)}` : words("")}`;
}
function describeOurs({ record, chance }, finding) {
	switch (getLikeness(finding)) {
		case "ours": return line`yours: ${describeRecord(record)}`;
		case "look-alike": return finding.possession === "someone-else" ? line`not yours: it looks like your key ${nameRecord(record)}, but works for somebody else` : line`fake: it copies the ends of your key ${nameRecord(record)}, but OpenAI refuses it`;
		case "unproven": return line`probably yours: it matches ${describeRecord(record)}, but that is not proven${chance > LEAST_CHANCE ? describeChance(chance) : line``}`;
	}
}
function describeChance(chance) {
	const odds = Math.round(1 / chance);
	return words(odds < 2 ? " (nearly every key would match)" : ` (about 1 in ${formatNumber(odds)} keys of others would match as well)`);
}
function describeRecord(record) {
	const home = nameHome(record.home);
	const owner = nameOwner(record.owner);
	return joinLines([
		nameRecord(record),
		...home ? [home] : [],
		...owner ? [owner] : []
	], ", ");
}
function listCandidates(candidates) {
	const more = candidates.length - MOST_CANDIDATES;
	return joinLines([...candidates.slice(0, MOST_CANDIDATES).map(nameRecord), ...more > 0 ? [words(`${formatNumber(more)} more`)] : []], ", ");
}
// src/report/advice/why-open.ts
function explainWhyOpen(finding, context) {
	const { outcome } = finding;
	switch (outcome.kind) {
		case "rehearsed": return line`This was a dry run. Without ${formatSettingName("dry-run", context.medium)}, it would be ${words(describeRehearsed(outcome.because))}.`;
		case "refused": return line`This run could not contain it: ${words(explainRefused(outcome.because))}.`;
		case "failed": return line`This run tried to contain it and failed: ${words(explainFailed(outcome.because))}.`;
		case "left": return explainLeftOpen(outcome.because, finding, context);
		case "contained":
		case "already-gone": return words("");
		default: return outcome;
	}
}
const SILENT = [
	"report-only",
	"already-contained",
	"already-inactive",
	"not-ours",
	"unchecked",
	"ambiguous",
	"own-admin-key",
	"awaiting-approval",
	"not-approved",
	"declined"
];
function explainLeftOpen(because, finding, { medium, now }) {
	if (SILENT.includes(because)) return words("");
	switch (because) {
		case "protected": return words("It is on the protect list, so this run did not touch it. Replace it where it runs first.");
		case "too-many": return line`This run changed no key, because it would have been more than ${formatSettingName("max-contained", medium)} allows.`;
		case "unmatched-entry": return words("This run changed no key, because an entry of protect or approved matches nothing. Correct the entry, then run this again.");
		case "only-revocable": return line`Only ${formatSetting("on-leak", "revoke", medium)} can contain an admin key.`;
		case "preexisting": return line`This run left it, because it was here before. ${formatSetting("contain-preexisting", "true", medium)} contains it.`;
		case "expires-sooner": {
			const end = findRecord(finding)?.expiresAt ?? null;
			return words(`It expires by itself${end === null ? "" : ` ${formatWhen(end, now)}`}.`);
		}
		default: return words(`This run did nothing: ${explainLeft(because)}.`);
	}
}
// src/report/advice/first-step.ts
function describeFirstStep(facts) {
	const { finding, change } = facts;
	const state = getState(finding);
	if (state === "ignored" || state === "resolved") return null;
	if (!hasLeaked(finding, change) && finding.validity.kind !== "inactive") return describeUnpublished(facts);
	if (isOwnAdminKey(finding)) return finding.validity.kind === "inactive" ? null : describeOwnKey(facts);
	const step = STEPS[state](facts);
	if (step === null || !isLiveAdminKey(finding)) return step;
	return {
		...step,
		rest: line`Whoever has it can manage the whole organisation. ${step.rest}`
	};
}
const STEPS = {
	live: describeLive,
	waiting: describeWaiting,
	unconfirmed: describeUnconfirmed,
	unsure: describeUnsure,
	stranger: describeStranger,
	unchecked: describeUnchecked,
	suspected: describeSuspected,
	expiring: describeExpiring,
	limited: describeLimited,
	inactive: (facts) => isToken(facts.finding.kind) ? describeEndedToken() : describeInactive(facts),
	fake: describeFake,
	preexisting: (facts) => facts.finding.validity.kind === "inactive" ? null : describeOpen(facts)
};
function describeUnpublished({ finding, change }) {
	const thing = nameThing(finding);
	const rest = change.kind === "staged" ? words(`This commit has leaked nothing, so the ${thing} need not be revoked for it.`) : words(`This push has leaked nothing yet, so the ${thing} need not be revoked for it.`);
	return {
		alone: words("Take it out now."),
		among: words("Take the keys out now."),
		rest
	};
}
function describeOwnKey({ context }) {
	const setting = line`${formatSettingName("openai-admin-key", context.medium)}`;
	return {
		alone: words("Replace it now."),
		among: words("First, replace the Admin API key of this run."),
		rest: line`Whoever has it can manage the whole organisation. This tool does not delete the key that it works with. An organisation owner creates another under ${ADMIN_KEYS_PAGE$1}, with an expiry, puts it into ${setting}, then deletes this one.`
	};
}
function describeLive({ finding, change, context }) {
	return composeStep(finding, "revoke", words("now"), [
		explainWhyOpen(finding, context),
		line`Delete ${nameKey(finding)} (${finding.mask}) under ${describeDashboardPage(finding)}.`,
		describeFetched(change)
	]);
}
function describeOpen(facts) {
	const { finding } = facts;
	if (finding.identity.kind === "foreign" || finding.possession === "someone-else") return describeStranger(facts);
	if (finding.kind === "suspected") return describeSuspected(facts);
	if (finding.identity.kind === "unchecked") return describeUnchecked(facts);
	return finding.validity.kind === "active" ? describeLive(facts) : describeUnsure(facts);
}
function describeUnsure({ finding, context }) {
	const { identity, validity, outcome } = finding;
	const page = describeDashboardPage(finding);
	if (identity.kind === "ambiguous") return composeQuestion("find out", words("which of your keys this is"), [line`It matches more than one: ${listCandidates(identity.candidates)}. Delete the one that was written here under ${page}.`]);
	return composeStep(finding, "revoke", words("to be safe"), [
		line`This run could not find out whether it works: ${words(explainValidity(validity))}.`,
		outcome.kind === "left" && /^not-(?:tried|accepted)$/.test(outcome.because) ? words("") : explainWhyOpen(finding, context),
		line`Delete ${nameKey(finding)} (${finding.mask}) under ${page}.`
	]);
}
function describeStranger({ finding, organization }) {
	const { validity, possession, identity } = finding;
	const only = `only its owner can revoke it${validity.kind === "active" || possession === "someone-else" ? ". It works" : ", and it was not tried"}.`;
	const why = identity.kind === "ours" ? line`It looks like your key ${markName(identity.record.name ?? identity.record.id)}, but works for somebody else, so ` : line`No key of ${organization === null ? words("your organisation") : markName(organization)} matches it, so `;
	return composeQuestion("ask", line`${nameAuthor(finding)} whose key this is`, [joinLines([why, words(only)], "")]);
}
function describeUnchecked(facts) {
	const { finding, change } = facts;
	const { identity, kind } = finding;
	if (isToken(kind)) return describeTokenStep(facts, kind);
	const page = describeDashboardPage(finding);
	switch (identity.kind === "unchecked" ? identity.because : null) {
		case "not-listed-by-openai": return composeStep(finding, "revoke", words("now"), [line`OpenAI shows keys of this kind to their owner alone. The owner deletes it under ${page}.`, describeFetched(change)]);
		case "inventory-incomplete": return composeStep(finding, "revoke", words("now"), [line`OpenAI's list of keys could not be read in full, so this run cannot say whose key it is. Whoever created it deletes it under ${page}.`, describeFetched(change)]);
		case "contained-before": return composeQuestion("ask", words("an organisation owner to look at this key"), [words("An earlier run contained it, but OpenAI does not refuse it.")]);
		case "created-after-sighting": return composeQuestion("ask", line`${nameAuthor(finding)} whose key this is`, [words("It looks like one of your keys, but that one was created after this leak.")]);
		default: return composeStep(finding, "revoke", words("now"), [line`Whoever created this key (${finding.mask}) deletes it under ${page}.`, describeFetched(change)]);
	}
}
function describeSuspected({ finding }) {
	return composeQuestion("check", words("whether this is a part of a real key"), [line`The text looks like a damaged or shortened key. If there is a whole key behind it, its owner deletes that under ${describeDashboardPage(finding)}.`]);
}
function describeFake({ finding }) {
	const { identity } = finding;
	const name = identity.kind === "ours" ? markName(identity.record.name ?? identity.record.id) : words("one of your keys");
	return {
		alone: words("Remove it from the code."),
		among: words("First, remove the fake key from the code."),
		rest: line`It copies the ends of your key ${name}, but OpenAI refuses it. Do not revoke ${name} for this.`
	};
}
// src/report/wording/title.ts
function describeTitle(report, findings, conclusion, context) {
	const leaked = findings.filter((one) => !/^(?:ignored|preexisting)$/.test(getState(one)));
	const others = findings.filter((one) => !leaked.includes(one));
	if (conclusion === "incomplete") return {
		mark: "⚠️",
		text: describeIncomplete(report.gaps)
	};
	const [worst] = leaked.toSorted((a, b) => rankState(a) - rankState(b));
	if (worst === void 0) return describeOthers(report, others);
	const place = describeSubject(report.change, context);
	const text = leaked.length === 1 ? describeOne(worst, place, context) : describeSeveral(leaked, place);
	return {
		mark: MARKS[getState(worst)],
		text
	};
}
function rankState(finding) {
	return isLiveAdminKey(finding) ? -1 : KEY_STATES.indexOf(getState(finding));
}
function describeOthers(report, others) {
	const older = others.filter((one) => getState(one) === "preexisting");
	const open = older.filter(({ validity }) => validity.kind !== "inactive");
	if (older.some(isLiveAdminKey)) return {
		mark: "⚠️",
		text: "No new OpenAI keys, but an admin key was here before"
	};
	if (open.length > 0) {
		const works = open.every(({ validity }) => validity.kind === "active") ? `still ${open.length === 1 ? "works" : "work"}` : "may still work";
		const noun = open.every((one) => nameThing(one) === "token") ? "older token" : "older key";
		return {
			mark: "⚠️",
			text: `No new OpenAI keys, but ${formatCount(open.length, noun)} ${works}`
		};
	}
	if (older.length > 0) return {
		mark: "✅",
		text: `No new OpenAI keys; ${formatCount(older.length, "dead key")} ${wasOrWere(older)} here before`
	};
	const ignored = `No OpenAI keys found; ${formatNumber(others.length)} ${others.length === 1 ? "is" : "are"} ignored`;
	return {
		mark: "✅",
		text: others.length > 0 ? ignored : describeCleanTitle(report)
	};
}
function describeIncomplete(gaps) {
	const failures = gaps.filter(isFailure);
	const unread = failures.filter((gap) => isUnread(gap) && gap.kind !== "self-test");
	const missing = failures.filter(({ kind }) => kind === "approved");
	if (failures.some(({ kind }) => kind === "self-test")) return "Not a clean result: the self-test failed";
	const noun = unread.every(({ path }) => path !== void 0) ? "file" : "thing";
	if (unread.length > 0) return `Not a clean result: ${formatCount(unread.length, noun)} could not be read`;
	return `Not a clean result: ${formatCount(missing.length, "approved key")} ${wasOrWere(missing)} not found`;
}
function wasOrWere({ length }) {
	return length === 1 ? "was" : "were";
}
function describeSubject(change, { range }) {
	const leaked = {
		verb: "leaked ",
		adjective: "leaked ",
		still: "is still in the code"
	};
	switch (change.kind) {
		case "range": return change.unpushed ? {
			in: "in the commits to push",
			verb: "is ",
			adjective: "",
			still: "is in the commits to push"
		} : {
			...leaked,
			in: `in this ${range === "range" ? "change" : range}`
		};
		case "history": return {
			...leaked,
			in: "in the history of this repository"
		};
		case "sweep": return {
			...leaked,
			in: `in the repositories of ${change.organization}`
		};
		case "texts": return {
			...leaked,
			in: `in ${/^[a-z' ]+$/.test(change.of) ? change.of : "this text"}`,
			still: "is still in the text"
		};
		case "alerts": return {
			...leaked,
			in: `in ${/^[\w.-]+(?:\/[\w.-]+)?$/.test(change.of) ? change.of : "the alerts"}`
		};
		case "staged": return {
			in: "staged",
			verb: "is ",
			adjective: "staged ",
			still: "is still staged"
		};
		case "files": return {
			in: "in these files",
			verb: "is ",
			adjective: "",
			still: "is still in a file"
		};
		case "stdin": return {
			in: "in this text",
			verb: "is ",
			adjective: "",
			still: "is still in the text"
		};
		default: return change;
	}
}
function describeKeyTitle(finding, change, context) {
	return describeOne(finding, describeSubject(change, context), context);
}
function describeOne(finding, place, { now }) {
	const noun = nameInVerdict(finding);
	const a = `A ${place.adjective}${noun}`.replace(/^A (?=O)/, "An ");
	const still = finding.sightings.some(({ inHead }) => inHead) ? `; it ${place.still}` : "";
	if (isOwnAdminKey(finding)) return `The Admin API key of this run ${getState(finding) !== "preexisting" ? `${place.verb}${place.in}` : "was here before"}`;
	switch (getState(finding)) {
		case "live": return `A live ${noun} ${place.verb}${place.in}`;
		case "waiting": return `A live ${noun} ${place.verb}${place.in} and waits for your approval`;
		case "unconfirmed": return `${a} was revoked; OpenAI has not confirmed it yet`;
		case "unsure": return `${a} may still work`;
		case "stranger": return `An ${noun} ${place.verb}${place.in === "staged" ? "staged" : "here"}; it is not one of yours`;
		case "unchecked": return `${noun.startsWith("O") ? "An" : "A"} ${noun} ${place.verb}${place.in}`;
		case "suspected": return `What looks like a part of an OpenAI key ${place.verb}${place.in}`;
		case "expiring": {
			const end = getContainment(finding)?.endsAt ?? null;
			return `${a} expires${end === null ? " soon" : ` ${formatWhen(end, now)}`}`;
		}
		case "limited": return `${a} was quarantined${still}`;
		case "inactive": return getContainment(finding) === null ? `A dead ${noun} ${place.still}` : `${a} was ${getContainment(finding)?.by === "expire" ? "set to expire" : "revoked"}; it ${place.still}`;
		case "fake": return `A fake ${noun} ${place.still}`;
		case "resolved": {
			const isNew = getLikeness(finding) !== "look-alike" || getContainment(finding) !== null;
			const works = mayWorkAgain(finding) ? "does not work for now" : isNew ? "no longer works" : "does not work";
			return `Resolved: the ${place.adjective}${noun} ${works}`;
		}
		case "preexisting": return `${a} was here before`;
		case "ignored": return `${a} is ignored`;
	}
}
const MAY_WORK = [
	"unconfirmed",
	"unsure",
	"stranger",
	"unchecked",
	"suspected"
];
function describeSeveral(findings, place) {
	const states = findings.map(getState);
	const count = (...wanted) => states.filter((state) => wanted.includes(state)).length;
	const all = findings.length;
	const noun = nameAllInVerdict(findings);
	const keys = `${formatCount(all, `${place.adjective}${noun}`)}${place.adjective === "" ? ` ${place.in}` : ""}`;
	const some = (number) => number === all ? keys : `${formatNumber(number)} of ${keys}`;
	if (findings.filter(isLiveAdminKey).length > 0) return describeAdminKeys(findings.filter(isLiveAdminKey), all, place);
	const works = count("live", "waiting");
	const mayWork = count(...MAY_WORK);
	const [limited, expiring, inactive, fake] = [
		count("limited"),
		count("expiring"),
		count("inactive"),
		count("fake")
	];
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
	return fake === all ? `${formatNumber(all)} fake ${noun}s ${areStill}` : `None of ${keys} works; ${formatNumber(still)} ${areStill}`;
}
function pluralize(verb) {
	return verb.replace(/^is\b/, "are");
}
function describeAdminKeys(admins, all, place) {
	const count = admins.length;
	const live = admins.every(({ validity }) => validity.kind === "active") ? "live " : "";
	return `${count === 1 ? `${live ? "A live" : "An"} OpenAI admin key` : `${formatNumber(count)} ${live}OpenAI admin keys`}${all === count ? "" : ` and ${formatCount(all - count, "other key")}`} ${all === 1 ? place.verb : pluralize(place.verb)}${place.in}`;
}
function describeFailure(report, findings) {
	switch (concludeRun(report)) {
		case "clean": return null;
		case "leaked": {
			const blocking = findings.filter(({ blocks }) => blocks);
			const open = blocking.filter(({ validity }) => validity.kind !== "inactive").length;
			const noun = nameAllInVerdict(blocking);
			return open > 0 ? `Failed: ${formatCount(open, noun)} may still work. What to do is above.` : `Failed: ${formatCount(blocking.length, `dead ${noun}`)} ${blocking.length === 1 ? "is" : "are"} still in the code.`;
		}
		case "incomplete": return `Failed: ${describeIncomplete(report.gaps)}.`;
	}
}
// src/report/wording/key/timeline.ts
const EVENTS = {
	created: "Created",
	used: "Last used"
};
const AFTER_LEAK = {
	leaked: "it leaked",
	committed: "it was committed",
	"GitHub's alert": "GitHub's alert"
};
function nameLeak(change) {
	if (change.kind === "alerts") return "GitHub's alert";
	return isUnpublished(change) ? "committed" : "leaked";
}
function nameChangeEvent(changes) {
	return changes > 1 ? `First of ${formatCount(changes, "change")} made with it` : "Something was changed with it";
}
function describeContainmentEvent({ by, verified }) {
	return `${capitalize(ACTIONS[by].done)}, ${verified ? "confirmed" : "not confirmed yet"}`;
}
function nameExpiry(endsAt, now) {
	return now !== null && endsAt <= now ? "Expired" : "Expires";
}
function describeExposure({ validity, ...evidence }, exposure, leak, now) {
	const contained = getContainment({
		validity,
		...evidence
	});
	if (exposure === null) return validity.kind === "inactive" ? "It is not known when it stopped working." : "";
	const { start, end } = exposure;
	if (end === null || contained === null) return validity.kind === "active" ? "Nothing has stopped it yet." : "It is not known whether anything has stopped it.";
	const delay = formatSpan(start, end).replace("under", "less than");
	return `It ${contained.by === "expire" ? nameExpiry(end, now).toLowerCase() : `was ${ACTIONS[contained.by].done}`} ${delay} after ${AFTER_LEAK[leak]}.`;
}
// src/report/view/timeline.ts
function buildTimeline(finding, change, now) {
	const firstSeen = finding.response.exposedAt ?? findFirstSeen(finding.sightings);
	const leak = nameLeak(change);
	const events = listEvents(finding, firstSeen, capitalize(leak), now);
	if (events.length < 2) return null;
	const exposure = findExposure(finding, firstSeen);
	return {
		events,
		exposure,
		summary: describeExposure(finding, exposure, leak, now)
	};
}
function listEvents(finding, firstSeen, leak, now) {
	const { identity, impact } = finding;
	const record = identity.kind === "ours" && getLikeness(finding) !== "look-alike" ? identity.record : null;
	const changes = record ? (impact?.changes ?? []).map(({ at }) => at).filter(isCalendarTime) : [];
	const firstChange = changes.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
	const contained = getContainment(finding);
	const containment = contained === null ? "" : describeContainmentEvent(contained);
	const end = contained?.endsAt ?? (contained === null ? record?.expiresAt ?? null : null);
	return [
		...listEvent(record?.createdAt, EVENTS.created, "plain"),
		...listEvent(firstSeen, leak, "bad"),
		...listEvent(firstChange, nameChangeEvent(changes.length), "bad"),
		...listEvent(record?.lastUsedAt, EVENTS.used, "plain"),
		...listEvent(contained?.at, containment, "good"),
		...end === null ? [] : listEvent(end, nameExpiry(end, now), "good")
	].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
function listEvent(at, name, tone) {
	return isCalendarTime(at) ? [{
		at,
		name,
		tone
	}] : [];
}
function findExposure(finding, start) {
	if (!isCalendarTime(start)) return null;
	const contained = getContainment(finding);
	if (contained !== null) {
		const end = contained.by === "expire" ? contained.endsAt : contained.at;
		return isCalendarTime(end) && end >= start ? {
			start,
			end
		} : null;
	}
	return finding.validity.kind === "inactive" ? null : {
		start,
		end: null
	};
}
// src/report/wording/key/use-over-time.ts
function nameMoment(name, at, now) {
	return `${name} ${formatTimeNear(at, now)}`;
}
function describeBars(buckets, highest, now) {
	const { start, end, requests } = highest;
	return `Each bar is ${buckets[0] ? formatSpan(buckets[0].start, buckets[0].end) : ""}. Most requests: ${formatNumber(requests)}, from ${formatTimeNear(start, now)} to ${formatTimeNear(end, now)}.`;
}
function describeOneBar({ start, end, requests }, now) {
	return `${requests === 1 ? "The request was" : `All ${formatNumber(requests)} requests were`} between ${formatTimeNear(start, now)} and ${formatTimeNear(end, now)}.`;
}
function describeBarsInWords(buckets, labels, now) {
	return `${buckets.filter(({ requests }) => requests > 0).map(({ start, requests }) => `${formatCount(requests, "request")} from ${formatTimeNear(start, now)}`).join("; ")}. Marked: ${labels.join(", ")}.`;
}
// src/report/view/use-over-time.ts
function buildUseOverTime(finding, change, now) {
	const buckets = finding.impact?.buckets ?? [];
	const [highest, ...others] = buckets.filter(({ requests }) => requests > 0).toSorted((a, b) => b.requests - a.requests);
	if (!highest) return null;
	if (others.length === 0) return {
		bars: null,
		summary: describeOneBar(highest, now)
	};
	const moments = listMoments(finding, change, now).filter(({ at }) => at >= (buckets[0]?.start ?? at));
	return {
		bars: {
			buckets,
			moments,
			inWords: describeBarsInWords(buckets, moments.map(({ label }) => label), now)
		},
		summary: describeBars(buckets, highest, now)
	};
}
function listMoments(finding, change, now) {
	const since = finding.impact?.since ?? null;
	const contained = getContainment(finding);
	const end = contained?.endsAt ?? null;
	const isOver = end !== null && nameExpiry(end, now) === "Expired";
	const mark = (at, name, tone) => isCalendarTime(at) ? [{
		at,
		label: nameMoment(name, at, now),
		tone
	}] : [];
	return [
		...mark(since, nameLeak(change), "bad"),
		...contained === null ? [] : mark(contained.at, ACTIONS[contained.by].done, "good"),
		...isOver ? mark(end, "expired", "good") : []
	];
}
// src/report/view/key.ts
function describeGlance(finding) {
	const state = getState(finding);
	return {
		stateName: state,
		mark: MARKS[state],
		tone: TONES$1[state],
		level: chooseLevel$1(finding),
		isOpen: finding.validity.kind !== "inactive"
	};
}
function describeKey(finding, change, organization, context) {
	const { kind, fingerprint, mask, confidence, ignored, sightings } = finding;
	const { now } = context;
	const facts = {
		finding,
		change,
		organization,
		context
	};
	const sorted = sortPlaces(sightings);
	const [first] = sorted;
	const seen = (sighting) => describePlaceView(sighting, change);
	return {
		...describeGlance(finding),
		title: describeKeyTitle(finding, change, context),
		kind: KIND_NAMES[kind],
		name: nameInRow(finding),
		fingerprint,
		mask,
		confidence,
		recordId: findRecord(finding)?.id ?? null,
		works: {
			word: describeWorks(finding, now),
			reason: explainWorks(finding)
		},
		owner: describeOwner(finding, organization),
		use: describeUse$1(finding, now),
		useInBrief: describeUseBriefly(finding),
		usage: buildUsage(finding, change, now),
		outcome: describeOutcome(finding, context),
		doneInBrief: describeDoneBriefly(finding, now),
		actionTaken: describeActionTaken(finding, context),
		ignoreReason: ignored && describeIgnoreReason(ignored),
		alert: buildAlert(describeFirstStep(facts)),
		steps: listNextSteps(facts),
		places: sorted.map(seen),
		placeCount: countPlaces$1(sightings),
		firstPlace: first ? seen(first) : null,
		anchor: first ? findAnchor(first) : null,
		seenIn: describeSeenIn(sorted),
		timeline: buildTimeline(finding, change, now)
	};
}
const TONES$1 = {
	live: "bad",
	waiting: "bad",
	unconfirmed: "warn",
	unsure: "bad",
	stranger: "bad",
	unchecked: "bad",
	suspected: "bad",
	expiring: "warn",
	limited: "warn",
	inactive: "warn",
	fake: "warn",
	resolved: "good",
	preexisting: "warn",
	ignored: "quiet"
};
function chooseLevel$1(finding) {
	const state = getState(finding);
	const tone = TONES$1[state];
	if (isLiveAdminKey(finding)) return "error";
	if (state === "preexisting") return finding.validity.kind === "inactive" ? "notice" : "warning";
	const isOpen = tone === "bad" || finding.validity.kind !== "inactive";
	if (tone === "good" || tone === "quiet") return "notice";
	return isOpen && finding.blocks ? "error" : "warning";
}
function buildAlert(step) {
	if (step === null) return null;
	const { alone, among, rest } = step;
	const compose = (lead) => joinLines([stressLine(lead), rest].filter(({ length }) => length > 0), " ");
	return {
		alone: compose(alone),
		among: compose(among),
		isStep: alone.length > 0
	};
}
function describePlaceView(sighting, change) {
	const { commit, author, at, where } = sighting;
	return {
		sighting,
		text: describePlace$1(sighting),
		spot: describePlace$1({
			...sighting,
			column: null
		}),
		remarks: listRemarks(sighting, change.kind),
		commit: commit === null || where === "commit-message" ? null : shortenSha(commit),
		author,
		at: at === null || Number.isNaN(at.getTime()) ? null : at
	};
}
function findAnchor({ where, path, line: startLine, column, repository }) {
	if (path === null || repository !== void 0) return null;
	if (where === "file") return {
		path,
		line: startLine,
		column
	};
	return where === "path" && parseRef(path) === null ? {
		path,
		line: null,
		column: null
	} : null;
}
function buildUsage(finding, change, now) {
	const { impact } = finding;
	if (impact === null || describeUse$1(finding, now) === null) return null;
	const { requests, inputTokens, outputTokens, models, cost, changes } = impact;
	const [details, overTime] = [listUseDetails(finding, now), buildUseOverTime(finding, change, now)];
	return {
		requests,
		inputTokens,
		outputTokens,
		models,
		cost,
		changes,
		details,
		overTime
	};
}
// src/report/wording/labels.ts
function describeSinceLeak(use) {
	return `${use} since the leak`;
}
function describeMorePlaces(count, isListed) {
	return `and ${formatCount(count, "place")} more${isListed ? ", in the JSON report" : ""}`;
}
const REST = {
	report: "the JSON report has all",
	summary: "the job summary has all"
};
function linkRest(runUrl) {
	return line`the ${linkWords("job summary", runUrl)} has all`;
}
const FACTS = {
	works: "Works?",
	key: "Key",
	where: "Where",
	whose: "Whose",
	used: "Used since the leak",
	done: "Action",
	effect: "Effect",
	ignored: "Ignored",
	fingerprint: "Fingerprint"
};
const FIELDS = {
	first: "now",
	after: "then",
	where: "where",
	owner: "owner",
	works: "works",
	used: "used",
	done: "action",
	effect: "effect",
	entry: "entry",
	next: "next"
};
const MORE_DETAILS = "All places, fingerprint, usage by model";
const THEN = "Then";
const STILL_WORTH = "Still worth doing:";
const WAYS_OUT = "Do one of these, then re-run:";
// src/report/sarif/rules.ts
const HOME = REPOSITORY;
const RUNBOOK = `${REPOSITORY}/blob/main/docs/leaked-key.md`;
function formatRuleName(id) {
	return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}
const SEVERITY = {
	project: "9.5",
	"service-account": "9.5",
	admin: "10.0",
	user: "9.5",
	named: "9.5",
	suspected: "5.0",
	"codex-access-token": "9.5",
	"agent-identity": "9.5",
	"chatgpt-login": "9.5"
};
const PRECISION = {
	project: "very-high",
	"service-account": "very-high",
	admin: "very-high",
	user: "very-high",
	named: "high",
	suspected: "medium",
	"codex-access-token": "high",
	"agent-identity": "very-high",
	"chatgpt-login": "very-high"
};
const INACTIVE_SEVERITY = "2.0";
const RULES = Object.keys(SEVERITY).flatMap((kind) => [formatRule("leaked", kind), formatRule("inactive", kind)]);
const INDEXES = new Map(RULES.map(({ id }, index) => [id, index]));
function findRule({ kind, validity }) {
	const id = formatId(validity.kind === "inactive" ? "inactive" : "leaked", kind);
	return {
		id,
		index: INDEXES.get(id) ?? -1
	};
}
function formatId(state, kind) {
	if (isToken(kind)) return `${state}-${kind}`;
	return kind === "suspected" ? `${state}-suspected-openai-key` : `${state}-openai-${kind}-key`;
}
function formatRule(state, kind) {
	const id = formatId(state, kind);
	const isInactive = state === "inactive";
	const { short, full, steps } = isInactive ? describeInactiveRule(kind) : describeLeakedRule(kind);
	return {
		id,
		name: formatRuleName(id),
		shortDescription: { text: short },
		fullDescription: { text: full },
		helpUri: RUNBOOK,
		help: {
			text: [full, ...steps].join("\n"),
			markdown: [full, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join("\n\n")
		},
		defaultConfiguration: { level: isInactive ? "note" : "error" },
		properties: {
			tags: [
				"security",
				"secret",
				"external/cwe/cwe-798"
			],
			precision: PRECISION[kind],
			"problem.severity": isInactive ? "recommendation" : "error",
			"security-severity": isInactive ? INACTIVE_SEVERITY : SEVERITY[kind]
		}
	};
}
// src/report/sarif/uri.ts
function hasUri({ where, path }) {
	if (path === null || where !== "file" && where !== "path") return false;
	if (where === "path" && parseRef(path) !== null) return false;
	return !path.split("/").some((part) => part === "" || part === "." || part === "..");
}
function formatUri(sighting) {
	if (sighting.path === null || !hasUri(sighting)) return null;
	return encodePathForUrl(redactKeys(sighting.path));
}
function formatLocation({ where, line, column, inHead }, uri) {
	return { physicalLocation: {
		artifactLocation: {
			uri,
			uriBaseId: "%SRCROOT%"
		},
		region: where === "file" && line !== null && inHead ? {
			startLine: line,
			...column === null ? {} : { startColumn: column }
		} : { startLine: 1 }
	} };
}
// src/report/sarif/results.ts
const MOST_OF_A_KEY = 100;
const FRAME$1 = 1e3;
const LONGEST_PLACE$7 = 160;
function chooseLevel({ blocks, validity }) {
	if (blocks) return "error";
	return validity.kind === "inactive" ? "note" : "warning";
}
function listOpenPlaces({ sightings, validity }) {
	return sortPlaces(validity.kind === "inactive" ? sightings.filter(({ inHead }) => inHead) : sightings);
}
function selectSpots(sightings, limit) {
	const most = Math.min(limit.results, MOST_OF_A_KEY);
	const seen = /* @__PURE__ */ new Map();
	const spots = [];
	let free = limit.characters;
	for (const sighting of sightings) {
		if (spots.length === most) break;
		const uri = formatUri(sighting);
		if (uri === null) continue;
		free -= FRAME$1 + 2 * uri.length;
		if (free < 0 && spots.length > 0) break;
		const occurrence = seen.get(uri) ?? 0;
		seen.set(uri, occurrence + 1);
		spots.push({
			sighting,
			uri,
			occurrence
		});
	}
	return spots;
}
function formatResults(finding, spots, change) {
	const { id: ruleId, index: ruleIndex } = findRule(finding);
	const properties = formatProperties(finding);
	return spots.map((spot, index) => ({
		ruleId,
		ruleIndex,
		level: chooseLevel(finding),
		message: { text: breakLinks(index === 0 ? formatFirstMessage(finding, spot, change) : formatNextMessage(finding, spot, spots[0] ?? spot, change)) },
		locations: [formatLocation(spot.sighting, spot.uri)],
		partialFingerprints: { "openaiKeyFingerprint/v1": [
			finding.fingerprint,
			spot.uri,
			...spot.occurrence > 0 ? [spot.occurrence] : []
		].join(":") },
		properties
	}));
}
function formatProperties({ fingerprint, kind, confidence, validity, identity, possession, outcome, blocks }) {
	return {
		fingerprint,
		keyKind: kind,
		confidence,
		validity: validity.kind,
		identity: identity.kind,
		possession,
		outcome: outcome.kind,
		blocks
	};
}
function formatFirstMessage(finding, { sighting }, change) {
	const { works, owner, use, outcome, ignoreReason, alert, steps, placeCount } = describeKey(finding, change, null, {
		...BARE_CONTEXT,
		medium: "workflow"
	});
	const where = formatSeenAt(sighting, change.kind);
	return [
		describeAlert(finding, formatSubject(finding), works.reason),
		...alert ? [formatPlain(alert.alone)] : [],
		...steps.map((step, index) => `${index + 1}. ${formatPlain(step)}`),
		`${FACTS.where}: ${where}${placeCount > 1 ? ` ${describeMorePlaces$1(placeCount - 1)}` : ""}.`,
		`${FACTS.whose}: ${formatPlain(owner)}.`,
		...use ? [`${FACTS.used}: ${formatPlain(use)}.`] : [],
		`${FACTS.done}: ${outcome}.`,
		...ignoreReason ? [`${FACTS.ignored}: ${formatPlain(ignoreReason)}.`] : []
	].join("\n");
}
function formatNextMessage(finding, { sighting }, first, change) {
	return [describeSamePlace(formatSubject(finding), formatPlace(first.sighting)), `${FACTS.where}: ${formatSeenAt(sighting, change.kind)}.`].join("\n");
}
function formatSubject(finding) {
	return `${nameInAlert(finding)} ${escapePlain(finding.mask)} (${finding.fingerprint})`;
}
function formatSeenAt(sighting, change) {
	const { commit, inHead } = sighting;
	return [
		formatPlace(sighting),
		...commit === null || inHead ? [] : [describeCommit(shortenSha(escapePlain(commit)))],
		...listRemarks(sighting, change)
	].join(", ");
}
function formatPlace(sighting) {
	return escapePlain(clipText(describePlace$1(sighting), LONGEST_PLACE$7));
}
function breakLinks(text) {
	return text.replaceAll("](", "] (");
}
// src/report/sarif/notices.ts
const NOTICES = [...Object.keys(GAP_NAMES).map((kind) => formatKind(`gap-${kind}`, describeGapNotice(kind))), ...Object.entries(NOTICE_TEXTS).map(([id, text]) => formatKind(id, text))];
function formatKind(id, text) {
	const message = { text };
	return {
		id,
		name: formatRuleName(id),
		shortDescription: message,
		fullDescription: message,
		help: message,
		helpUri: HOME
	};
}
const MOST$3 = 100;
const LONGEST_TEXT = 2e3;
const LONGEST_PLACE$6 = 160;
function listGapNotices(gaps) {
	const shown = gaps.slice(0, MOST$3);
	const notices = shown.map((gap) => formatNotice(`gap-${gap.kind}`, chooseGapLevel(gap), describeGapInNotice(gap)));
	const more = gaps.length - shown.length;
	return more > 0 ? [...notices, formatTooMany(describeMoreGaps(more))] : notices;
}
function chooseGapLevel(gap) {
	if (isFailure(gap)) return "error";
	return isChoice(gap) ? "note" : "warning";
}
function listOutsideFilesNotices(findings) {
	return findings.slice(0, MOST$3).map((finding) => {
		const [first] = sortPlaces(finding.sightings);
		const place = first === void 0 ? null : clipText(describePlace$1(first), LONGEST_PLACE$6);
		return formatNotice("key-outside-files", chooseLevel(finding), describeOutsideFiles(finding, place));
	});
}
function listIgnoredNotices(findings) {
	return findings.filter(isIgnored).slice(0, MOST$3).map((finding) => formatNotice("ignored-key", "note", describeIgnoredKey(finding)));
}
function listUnfinishedNotices({ unfinished }) {
	return unfinished.slice(0, MOST$3).map((one) => formatNotice("unfinished-containment", "warning", formatPlain(describeUnfinished$1(one))));
}
function listTooManyNotices(keys, places) {
	const text = describeTooMany(keys, places);
	return text === null ? [] : [formatTooMany(text)];
}
function formatTooMany(text) {
	return formatNotice("too-many-places", "warning", text);
}
function formatNotice(id, level, text) {
	return {
		descriptor: {
			id,
			index: NOTICES.findIndex((one) => one.id === id)
		},
		level,
		message: { text: escapePlain(clipText(text, LONGEST_TEXT)).replaceAll("](", "] (") }
	};
}
// src/report/sarif/sarif.ts
var sarif_exports = /* @__PURE__ */ __exportAll({ renderSarif: () => renderSarif });
const SCHEMA$2 = "https://json.schemastore.org/sarif-2.1.0.json";
const LIMIT = {
	results: 5e3,
	characters: 12e6
};
function renderSarif(report, context) {
	return renderSarifRuns([{
		report,
		context
	}]);
}
function renderSarifRuns(parts) {
	const runs = parts.map(({ report, context }) => formatRun(report, context));
	return formatSafeJson({
		$schema: SCHEMA$2,
		version: "2.1.0",
		runs
	});
}
function formatRun(report, context) {
	const { change, gaps } = report;
	const { results, notifications } = collect(report);
	return {
		tool: { driver: {
			name: "openai-key-guard",
			version: context.version,
			semanticVersion: context.version,
			informationUri: HOME,
			rules: RULES,
			notifications: NOTICES
		} },
		automationDetails: { id: `openai-key-guard/${change.kind}/${context.head}` },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: REPOSITORY_TOP } } },
		...formatProvenance(context),
		invocations: [{
			executionSuccessful: !gaps.some(isFailure),
			toolExecutionNotifications: notifications
		}],
		results
	};
}
function collect(report) {
	const alerts = listAlerts(report);
	const outsideFiles = alerts.filter(({ spots }) => spots.length === 0).map(({ finding }) => finding);
	const inFiles = alerts.filter(({ spots }) => spots.length > 0);
	const kept = inFiles.slice(0, LIMIT.results);
	const countInFiles = (places) => countPlaces$1(places.filter(hasUri));
	const left = kept.reduce((sum, { places, spots }) => sum + countInFiles(places) - spots.length, 0);
	return {
		results: kept.flatMap(({ finding, spots }) => formatResults(finding, spots, report.change)),
		notifications: [
			...listGapNotices(report.gaps),
			...listOutsideFilesNotices(outsideFiles),
			...listTooManyNotices(inFiles.length - kept.length, left),
			...listUnfinishedNotices(report),
			...listIgnoredNotices(report.findings)
		]
	};
}
function listAlerts({ findings }) {
	const open = rankFindings(findings).filter((finding) => !isIgnored(finding)).map((finding) => ({
		finding,
		places: listOpenPlaces(finding)
	})).filter(({ places }) => places.length > 0);
	const share = (whole) => Math.max(1, Math.floor(whole / Math.max(1, open.length)));
	const limit = {
		results: share(LIMIT.results),
		characters: share(LIMIT.characters)
	};
	return open.map(({ finding, places }) => ({
		finding,
		places,
		spots: selectSpots(places, limit)
	}));
}
function formatProvenance({ head, runUrl, repositoryUrl }) {
	const [, ofRun] = /^(https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+)\/actions\/runs\//.exec(runUrl ?? "") ?? [];
	const repositoryUri = repositoryUrl ?? ofRun;
	if (repositoryUri === void 0 || !URL.canParse(repositoryUri)) return {};
	return { versionControlProvenance: [{
		repositoryUri: redactKeys(repositoryUri),
		...head === "" ? {} : { revisionId: head },
		mappedTo: { uriBaseId: "%SRCROOT%" }
	}] };
}
// src/domain/news.ts
var news_exports = /* @__PURE__ */ __exportAll({ hasNews: () => hasNews });
function isActedOn({ outcome, earlier }) {
	return earlier === null && (outcome.kind === "contained" || outcome.kind === "failed");
}
function selectNews({ findings }) {
	return findings.filter((finding) => !isIgnored(finding) && (isHarmful(finding) || isActedOn(finding)));
}
function hasNews(report, when, before) {
	const news = selectNews(report);
	const acted = news.filter(isActedOn);
	const open = news.filter(({ validity }) => validity.kind !== "inactive");
	const isWanted = when === "contained" ? acted.length > 0 : when === "active" ? open.length > 0 : news.length > 0;
	if (!isWanted || before === null) return isWanted;
	const isDone = ({ outcome, fingerprint }) => outcome.kind === "contained" && !before.contained.includes(fingerprint);
	return acted.some(isDone) || isOpenNewly(open, before);
}
function isOpenNewly(open, { open: known, moreOpen }) {
	const fresh = open.filter(({ fingerprint }) => !known.includes(fingerprint));
	return moreOpen === 0 ? fresh.length > 0 : open.length > known.length + moreOpen;
}
// src/report/notice/slack.ts
const MOST$2 = {
	header: 150,
	section: 3e3,
	all: 1e4
};
function renderSlack(notice) {
	for (let count = notice.items.length;; count -= 1) {
		const body = renderMessage$1(notice, count);
		if (count === 0 || body.length <= MOST$2.all) return body;
	}
}
function renderMessage$1({ mark, title, place, items, describeMore, more, links, version }, count) {
	const left = more + items.length - count;
	const sections = [
		...place === null ? [] : [formatSlack(place)],
		...items.slice(0, count).map(renderItem),
		...left > 0 ? [escapeSlack(describeMore(left))] : []
	];
	const foot = [...links.map(({ text, url }) => formatLink(url, text)), `OpenAI Key Guard ${escapeSlack(version)}`];
	const head = `${mark} ${title}`;
	return JSON.stringify({
		text: escapeSlack(clipText(head, MOST$2.header)),
		mrkdwn: false,
		unfurl_links: false,
		unfurl_media: false,
		blocks: [
			{
				type: "header",
				text: {
					type: "plain_text",
					text: clipText(escapePlain(head), MOST$2.header),
					emoji: false
				}
			},
			...sections.map((text) => ({
				type: "section",
				text: {
					type: "mrkdwn",
					text,
					verbatim: true
				}
			})),
			{
				type: "context",
				elements: [{
					type: "mrkdwn",
					text: foot.join(" · "),
					verbatim: true
				}]
			}
		]
	});
}
function renderItem({ mark, head, lines }) {
	let text = `${mark} ${formatSlack(head)}`;
	for (const one of lines) {
		const longer = `${text}\n${formatSlack(one)}`;
		if (longer.length > MOST$2.section) break;
		text = longer;
	}
	return text;
}
function escapeSlack(text) {
	return escapePlain(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function formatCode(text) {
	return `\`${escapeSlack(clipText(text, 120)).replaceAll("`", "'").trim() || "(empty)"}\``;
}
function formatLink(url, label) {
	const address = formatWebAddress(url);
	return address === null ? label : `<${address.replaceAll("&", "&amp;").replaceAll(/[<>|]/g, encodeURIComponent)}|${label}>`;
}
function formatSlack(one) {
	return one.map((piece) => {
		if ("words" in piece) return escapeSlack(piece.words);
		if ("stress" in piece) return formatBold(piece.stress);
		if ("link" in piece) return formatLink(piece.url, escapeSlack(piece.link));
		if ("name" in piece) return formatCode(piece.name);
		if ("text" in piece) return formatCode(piece.text);
		const code = formatCode(piece.data);
		return piece.url === void 0 ? code : `\`${formatLink(piece.url, code.slice(1, -1))}\``;
	}).join("");
}
function formatBold(one) {
	const parts = [];
	for (const piece of one) {
		const isOurs = "words" in piece;
		const text = isOurs ? escapeSlack(piece.words) : formatSlack([piece]);
		const last = parts.at(-1);
		if (isOurs && last?.isOurs) parts.splice(-1, 1, {
			isOurs,
			text: `${last.text}${text}`
		});
		else parts.push({
			isOurs,
			text
		});
	}
	return parts.map(({ isOurs, text }) => isOurs ? embolden(text) : text).join("");
}
function embolden(text) {
	const [, before = "", middle = "", after = ""] = /^(\W*)(.*?)(\W*)$/s.exec(text) ?? [];
	return middle === "" ? text : `${before}*${middle}*${after}`;
}
// src/report/notice/teams.ts
const MOST_BYTES$1 = 2e4;
const LONGEST_TITLE = 300;
function renderTeams(notice) {
	for (let count = notice.items.length;; count -= 1) {
		const body = renderMessage(notice, count);
		if (count === 0 || Buffer.byteLength(body) <= MOST_BYTES$1) return body;
	}
}
function renderMessage({ mark, title, place, items, describeMore, more, links, version }, count) {
	const left = more + items.length - count;
	const head = clipText(escapePlain(`${mark} ${title}`), LONGEST_TITLE);
	const attachment = {
		contentType: "application/vnd.microsoft.card.adaptive",
		contentUrl: null,
		content: {
			$schema: "http://adaptivecards.io/schemas/adaptive-card.json",
			type: "AdaptiveCard",
			version: "1.4",
			fallbackText: head,
			body: [
				buildBlock([{
					type: "TextRun",
					text: head,
					weight: "Bolder",
					size: "Large"
				}]),
				...place === null ? [] : [buildBlock(listRuns(place))],
				...items.slice(0, count).flatMap(buildItem),
				...left > 0 ? [buildBlock([{
					type: "TextRun",
					text: describeMore(left)
				}])] : [],
				buildBlock([{
					type: "TextRun",
					text: `OpenAI Key Guard ${version}`,
					isSubtle: true
				}])
			],
			actions: links.map(({ text, url }) => ({
				type: "Action.OpenUrl",
				title: text,
				url
			})),
			msteams: { width: "Full" }
		}
	};
	return JSON.stringify({
		type: "message",
		summary: head,
		attachments: [attachment]
	});
}
function buildItem({ mark, head, lines }) {
	return [{
		...buildBlock([{
			type: "TextRun",
			text: `${mark} `
		}, ...listRuns(head)]),
		separator: true,
		spacing: "Medium"
	}, ...lines.map((one) => buildBlock(listRuns(one)))];
}
function buildBlock(inlines) {
	return {
		type: "RichTextBlock",
		inlines
	};
}
function listRuns(one, looks = {}) {
	return one.flatMap((piece) => {
		if ("words" in piece) return [{
			type: "TextRun",
			text: escapePlain(piece.words),
			...looks
		}];
		if ("stress" in piece) return listRuns(piece.stress, { weight: "Bolder" });
		if ("link" in piece) return [{
			type: "TextRun",
			text: escapePlain(piece.link),
			...looks,
			...buildLink(piece.url)
		}];
		if ("name" in piece) return [{
			type: "TextRun",
			text: clip(piece.name),
			weight: "Bolder"
		}];
		if ("text" in piece) return [{
			type: "TextRun",
			text: clip(piece.text),
			...looks
		}];
		const link = piece.url === void 0 ? {} : buildLink(piece.url);
		return [{
			type: "TextRun",
			text: clip(piece.data),
			fontType: "Monospace",
			...looks,
			...link
		}];
	});
}
function clip(text) {
	return escapePlain(clipText(text, 120)) || "(empty)";
}
function buildLink(url) {
	const address = formatWebAddress(url);
	return address === null ? {} : { selectAction: {
		type: "Action.OpenUrl",
		url: address
	} };
}
// src/report/wording/page.ts
const HOLDS_NO_KEY = "This page contains no key, and nothing that could be used as one.";
const NOT_TO_SCALE = "The distances are not to scale.";
const HEADINGS = {
	page: "OpenAI key report",
	keys: "All keys",
	steps: "What to do",
	timeline: "Timeline",
	chart: "Requests over time",
	timelineInWords: "What happened to this key, in order",
	models: "Use by model",
	glossary: "What the words mean"
};
const PAGE_LABELS = {
	commit: "commit",
	run: "Run",
	by: "by",
	read: "Read",
	record: "record",
	checkedAgainst: "Checked against"
};
const NOT_A_KEY = "Not a real key?";
const MODEL_COLUMNS = [
	"Model",
	"Requests",
	"Tokens in",
	"Tokens out"
];
function describeModelsShown(shown, more) {
	return `The first ${shown}. ${formatCount(more, "more model")} ${more === 1 ? "is" : "are"} not shown.`;
}
function describeFolded(count) {
	return `${formatNumber(count)} more`;
}
function describePlacesLeft(count, isListed) {
	return `And ${formatCount(count, "more place")}${isListed ? ", in the JSON report" : ""}.`;
}
function describeLeftOut(count, one, many) {
	return `${formatNumber(count)} more ${count === 1 ? `${one} is` : `${many} are`} not shown here. The JSON report has all.`;
}
function describeMoment(name, at) {
	return `${name} on ${formatTime(at)}`;
}
function describeMoreAnnotations(count) {
	return `And ${formatNumber(count)} more. The job summary has all.`;
}
const GLOSSARY = [
	["leaked", "This change put the key where others can read it. Removing it does not undo that: it stays in the history."],
	["live", "OpenAI accepts the key, or lists it as working. Anyone who has it can use it."],
	["revoked", "The key was deleted at OpenAI. It will not work again."],
	["quarantined", "The key still exists, but may do almost nothing. Its permissions can be given back."],
	["expires", "The key works until the time shown, and not after."],
	["approve", "A person confirms by its fingerprint that this key may be contained."],
	["contain", "To quarantine a key, to set an expiry on it, or to revoke it."],
	["not yours", "No key of your organisation matches it. Only its owner can revoke it."],
	["not checked", "Nobody asked OpenAI about this key. It counts as a key that may work."],
	["fake", "It copies the visible ends of one of your keys, but OpenAI refuses it."],
	["resolved", "The key no longer works and is no longer in the code."],
	["ignored", "An entry of the ignore file lists the key, with a reason."],
	["report-only", "This tool changed nothing, because nobody asked it to."],
	["fingerprint", "The first 16 hex digits of the key's SHA-256. It names the key and does not reveal it."],
	["not read", "A key in it would go unnoticed, so a report with such a gap is never clean."]
];
// src/report/annotations.ts
var annotations_exports = /* @__PURE__ */ __exportAll({ renderAnnotations: () => renderAnnotations });
const LEVELS = [
	"error",
	"warning",
	"notice"
];
const MOST_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;
const LONGEST_DETAIL = 2e3;
const NOWHERE = {
	path: null,
	line: null,
	column: null
};
function renderAnnotations({ keys, ignored, unfinished, gaps }) {
	const warnings = gaps.filter(({ isWarning }) => isWarning);
	const drafts = [
		...[...keys, ...ignored].map((key) => ({
			level: key.level,
			write: () => renderKey$3(key)
		})),
		...unfinished.map((one) => ({
			level: "warning",
			write: () => renderUnfinished$3(one)
		})),
		...warnings.map((gap) => ({
			level: "warning",
			write: () => renderGap(gap)
		}))
	];
	return LEVELS.flatMap((level) => cap(drafts.filter((draft) => draft.level === level)));
}
function renderKey$3(key) {
	const { title, level, mask, fingerprint, anchor, alert } = key;
	const { works, owner, use, ignoreReason, seenIn, steps } = key;
	return {
		level,
		title: escapePlain(title),
		message: [
			...alert ? [formatPlain(alert.alone)] : [],
			...steps.map((step, index) => `${index + 1}. ${formatPlain(step)}`),
			`${FACTS.key}: ${escapePlain(mask)} (${fingerprint}).`,
			`${FACTS.works} ${capitalize(works.word)}: ${works.reason}.`,
			`${FACTS.whose}: ${formatPlain(owner)}.`,
			...use ? [`${FACTS.used}: ${formatPlain(use)}.`] : [],
			`${FACTS.done}: ${key.outcome}.`,
			...ignoreReason ? [`${FACTS.ignored}: ${formatPlain(ignoreReason)}.`] : [],
			...seenIn.map(escapePlain)
		].join("\n"),
		...anchor ? {
			...anchor,
			path: showInvisible(anchor.path)
		} : NOWHERE
	};
}
function renderUnfinished$3(one) {
	return {
		level: "warning",
		title: SECTIONS.unfinished,
		message: formatPlain(one),
		...NOWHERE
	};
}
function renderGap({ title, detail, ways }) {
	const out = ways.length > 0 ? [WAYS_OUT, ...ways.map((way) => `- ${formatPlain(way)}`)] : [];
	return {
		level: "warning",
		title,
		message: [escapePlain(clipText(detail, LONGEST_DETAIL)), ...out].join("\n"),
		...NOWHERE
	};
}
function cap(drafts) {
	const more = drafts.length - MOST_OF_A_LEVEL;
	return drafts.slice(0, MOST_OF_A_LEVEL).map(({ write }, index) => {
		const annotation = write();
		const tail = more > 0 && index === 9 ? `\n${describeMoreAnnotations(more)}` : "";
		return {
			...annotation,
			message: `${clipText(annotation.message, LONGEST_MESSAGE - tail.length)}${tail}`
		};
	});
}
// src/report/html/markup.ts
function markup(ours, ...values) {
	let text = ours[0] ?? "";
	for (const [index, value] of values.entries()) text += `${fill(value)}${ours[index + 1] ?? ""}`;
	return { markup: text };
}
const NOTHING = markup``;
function fill(value) {
	if (value === null) return "";
	if (typeof value === "string") return escapeHtml(value);
	if (typeof value === "number") return String(value);
	if ("markup" in value) return value.markup;
	return value.map(fill).join("");
}
function renderName(text) {
	return markup`<bdi>${text === "" ? "(empty)" : text}</bdi>`;
}
function renderLink(url, label) {
	const safe = url === null ? "#" : escapeHref(url);
	return safe === "#" ? label : markup`<a href="${{ markup: safe }}" rel="noreferrer noopener">${label}</a>`;
}
function renderLine(line) {
	return markup`${line.map((piece) => {
		if ("words" in piece) return piece.words;
		if ("stress" in piece) return markup`<strong>${renderLine(piece.stress)}</strong>`;
		if ("link" in piece) return renderLink(piece.url, markup`${piece.link}`);
		if ("text" in piece) return renderName(clipText(piece.text, 120));
		if ("name" in piece) return markup`<strong>${renderName(clipText(piece.name, 120))}</strong>`;
		return renderLink(piece.url ?? null, markup`<code>${renderName(clipText(piece.data, 120))}</code>`);
	})}`;
}
function renderSentence(line) {
	const [first, ...rest] = line;
	return renderLine(first && "words" in first ? [{ words: capitalize(first.words) }, ...rest] : line);
}
function renderTime(at) {
	return markup`<time datetime="${at.toISOString()}">${formatTime(at)}</time>`;
}
function renderList$1(items) {
	return markup`<ul>
${items.map((one) => markup`<li>${renderLine(one)}</li>
`)}</ul>
`;
}
// src/report/html/document.ts
function renderDocument({ title, style, styleHash, version, body }) {
	return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'` }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}<footer><p>${HOLDS_NO_KEY} ${renderLink(REPOSITORY, markup`OpenAI Key Guard ${version}`)}</p></footer>
</body>
</html>
`.markup;
}
// src/report/html/federation.ts
function renderFederation$1({ title, intro, parts, notes }) {
	return markup`<details class="words"><summary>${title}</summary>
<p>${renderLine(intro)}</p>
${parts.map(({ heading, code }) => markup`<p>${renderLine(heading)}</p>
<pre><code>${renderCode(code)}</code></pre>
`)}${renderList$1(notes)}</details>
`;
}
function renderCode(code) {
	return markup`${code.split("\n").map((one) => markup`${one.split(/(?<=:)(?=:)/)}`).map((one, at) => at === 0 ? one : markup`\n${one}`)}`;
}
const LONGEST$1 = {
	detail: 500,
	organization: 120
};
const MOST_WAYS$2 = 3;
function renderUnfinished$2({ unfinished }) {
	if (unfinished.length === 0) return NOTHING;
	const items = unfinished.slice(0, 500);
	return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${SECTIONS.unfinished}</h2>
${renderList$1(items)}${renderLeftOut(unfinished.length - items.length, "act", "acts")}</section>
`;
}
function renderGaps$2(view) {
	const { gaps, keys, tone, coverage } = view;
	const [only, ...others] = gaps;
	if (!only) return NOTHING;
	if (keys.length > 0 || tone !== "warn") return renderGapCard(view, false);
	const isOne = others.length === 0;
	return markup`<p class="alarm warn">${describeIncompleteAlert(coverage, isOne ? clipText(only.detail, LONGEST$1.detail) : null)}</p>
${isOne ? renderWays(only) : renderGapCard(view, true)}`;
}
function renderGapCard({ gaps, gapsWarning }, isSaid) {
	const shown = gaps.slice(0, 500);
	const items = shown.map((gap) => markup`<p class="gap"><strong>${capitalize(gap.name)}:</strong> ${renderName(clipText(gap.detail, LONGEST$1.detail))}</p>
${gaps.length <= MOST_WAYS$2 ? renderWays(gap) : NOTHING}`);
	return markup`<section class="card warn" aria-labelledby="gaps">
<h2 id="gaps">${gapsWarning ? SECTIONS.gaps : SECTIONS.warnings}</h2>
${isSaid ? NOTHING : gapsWarning && markup`<p>${gapsWarning}</p>
`}${items}${renderLeftOut(gaps.length - shown.length, "thing", "things")}</section>
`;
}
function renderWays({ ways }) {
	if (ways.length === 0) return NOTHING;
	return markup`<p class="ways">${WAYS_OUT}</p>
${renderList$1(ways)}`;
}
function renderIgnored$2({ ignored }) {
	if (ignored.length === 0) return NOTHING;
	const shown = ignored.slice(0, 500);
	return markup`<details class="ignored"><summary>${describeIgnoredCount(ignored.length)}</summary>
<ul>
${shown.map(({ mask, fingerprint, ignoreReason }) => markup`<li><code>${mask}</code> (<code>${fingerprint}</code>): ${ignoreReason && renderLine(ignoreReason)}</li>
`)}</ul>
${renderLeftOut(ignored.length - shown.length, "key", "keys")}</details>
`;
}
function renderNotes$1({ keys, reportOnly, missingKey }, { version }) {
	const notes = [reportOnly, missingKey].filter((one) => one !== null).map(renderLine);
	const help = keys.some(({ tone }) => tone !== "good") ? [renderLink(`${REPOSITORY}/blob/v${version}/docs/ignoring.md`, markup`${NOT_A_KEY}`)] : [];
	return markup`${[...notes, ...help].map((note) => markup`<p class="note">${note}</p>
`)}`;
}
function renderCoverage({ coverage, checkedAgainst }) {
	const against = checkedAgainst === null ? null : markup` ${PAGE_LABELS.checkedAgainst} ${renderName(clipText(checkedAgainst, LONGEST$1.organization))}.`;
	return markup`<p class="note">${PAGE_LABELS.read}: ${coverage}.${against}</p>
`;
}
function renderGlossary(text) {
	const lower = text.toLowerCase();
	const used = GLOSSARY.filter(([word]) => lower.includes(word));
	if (used.length === 0) return NOTHING;
	return markup`<details class="words">
<summary>${HEADINGS.glossary}</summary>
<dl>
${used.map(([word, meaning]) => markup`<div><dt>${word}</dt><dd>${meaning}</dd></div>
`)}</dl>
</details>
`;
}
function renderLeftOut(count, one, many) {
	if (count <= 0) return NOTHING;
	return markup`<p class="small">${describeLeftOut(count, one, many)}</p>
`;
}
// src/report/html/style.ts
const STYLE_HASH = "sha256-r8TT6kXY7VjBWGQTH6MQG5cTG8u5el9g+pdKIOC11EI=";
const STYLE = `
:root{color-scheme:light dark;--page:#f6f6f3;--card:#fff;--ink:#1d1d1b;--muted:#5b5b56;--line:#deddd8;--link:#1a55a5;--code:#efeeea;
--bad:#a8231c;--bad-soft:#fcebea;--warn:#764b00;--warn-soft:#fcf2dc;--good:#1c6537;--good-soft:#e6f4ea;--quiet:#55554f;--quiet-soft:#ecebe7;
--bar:#3a6fb5}
@media screen and (prefers-color-scheme:dark){:root{--page:#151514;--card:#1e1e1d;--ink:#ebeae6;--muted:#aaa9a3;--line:#383735;--link:#8fbcff;--code:#2a2a28;
--bad:#ff9d94;--bad-soft:#3d211f;--warn:#f0bf6a;--warn-soft:#362a14;--good:#86d6a0;--good-soft:#1b3324;--quiet:#b4b3ad;--quiet-soft:#2c2c2a;
--bar:#6d9fe0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:0 1rem 3rem;max-width:56rem;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,dl,dd,ol,ul,figure{margin:0}
h1{display:flex;gap:.75rem;align-items:flex-start;font-size:clamp(1.35rem,1rem + 1.8vw,1.9rem);line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{margin:2rem 0 .6rem;font-size:1.15rem;font-weight:650}
h3{margin:1.4rem 0 .4rem;font-size:.95rem;font-weight:650}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--code);border-radius:4px;padding:.1em .3em}
pre{margin:.4rem 0 .8rem;padding:.7rem .9rem;background:var(--code);border-radius:8px;white-space:pre-wrap}
pre code{padding:0}
header{padding:1.6rem 0 1.2rem}
.brand{margin-bottom:.6rem;color:var(--muted);font-size:.875rem}
.brand span{display:inline-block}
.brand span::before,.place>span::before{content:"· "}
.mark{flex:none;width:1.5em;height:1.5em;margin-top:-.12em;border-radius:50%;text-align:center;line-height:1.5em;font-weight:700}
.bad .mark,.chip.bad,.alarm.bad{background:var(--bad-soft)}
.warn .mark,.chip.warn,.alarm.warn{background:var(--warn-soft)}
.good .mark,.chip.good,.alarm.good{background:var(--good-soft)}
.chip.quiet{background:var(--quiet-soft);color:var(--quiet)}
.bad .mark,.chip.bad,.alarm.bad>strong:first-child{color:var(--bad)}
.warn .mark,.chip.warn,.alarm.warn>strong:first-child{color:var(--warn)}
.good .mark,.chip.good{color:var(--good)}
.chip{display:inline-block;padding:.05em .6em;border-radius:1em;font-size:.85rem;font-weight:600}
.alarm{margin:0 0 1rem;padding:.8rem 1rem;border-radius:8px;border-left:4px solid var(--quiet)}
.alarm.bad,.key.bad{border-left-color:var(--bad)}
.alarm.warn,.key.warn,.card.warn{border-left-color:var(--warn)}
.alarm.good,.key.good{border-left-color:var(--good)}
.key .alarm{margin-top:.7rem}
.key,.card{margin:0 0 1.25rem;padding:1.1rem 1.3rem 1.3rem;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--quiet);border-radius:10px}
.key h2,.card h2{margin-top:0}
.tale{color:var(--muted)}
.steps{padding-left:1.4rem}
.steps li{margin:.3rem 0;padding-left:.2rem}
.green{margin:.9rem 0 0;padding-left:.8rem;border-left:3px solid var(--good)}
main>.green{margin:0 0 1rem}
.facts,.words dl{display:grid;gap:.45rem}
.facts{margin-top:1.2rem;padding-top:1.1rem;border-top:1px solid var(--line)}
h2+.facts,.tale+.facts{margin-top:.6rem}
.facts div,.words dl div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.75rem}
dt{color:var(--muted)}
.place>span{display:inline-block;color:var(--muted);font-size:.92rem}
.place em{font-style:normal;color:var(--warn)}
.place time{white-space:nowrap}
.small{margin-top:.35rem;color:var(--muted);font-size:.9rem}
figcaption{margin-top:.35rem;color:var(--muted);font-size:.9rem}
svg{display:block;overflow:visible}
.chart{margin-top:.7rem}
.chart rect{fill:var(--bar)}
.chart text{fill:var(--muted);font-size:12px}
.chart line{stroke-width:1.5}
.chart .rail{stroke:var(--line)}
.chart line.bad{stroke:var(--bad);stroke-dasharray:4 3}
.chart line.good{stroke:var(--good);stroke-dasharray:4 3}
.chart text.bad{fill:var(--bad);font-weight:600}
.chart text.good{fill:var(--good);font-weight:600}
.timeline .rail{stroke:var(--line);stroke-width:4;stroke-linecap:round}
.timeline .open{stroke:var(--bad);stroke-width:4;stroke-linecap:round}
.timeline circle{fill:var(--card);stroke:var(--quiet);stroke-width:2.5}
.timeline circle.bad{stroke:var(--bad)}
.timeline circle.good{stroke:var(--good)}
.timeline text{fill:var(--ink);font-size:12px;font-weight:650}
.timeline ol{margin-top:.3rem;padding-left:1.6rem;columns:2 17rem;column-gap:2rem}
.timeline li{break-inside:avoid}
.timeline time{color:var(--muted);white-space:nowrap}
.keys,.scroll{background:var(--card);border:1px solid var(--line);border-radius:10px}
.scroll{overflow-x:auto;margin-top:.75rem}
.scroll table{min-width:26rem}
table{width:100%;border-collapse:separate;border-spacing:0;font-size:.92rem}
caption{padding:.5rem .8rem;text-align:left;color:var(--muted)}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--muted);font-weight:500;white-space:nowrap}
caption+thead th{border-top:1px solid var(--line)}
tbody th{font-weight:600}
.keys td:first-child{white-space:nowrap}
.keys th[scope=row]{width:42%}
.done{display:block;color:var(--muted);font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
h2 code{white-space:nowrap;overflow-wrap:normal}
.places{padding-left:1.1rem}
.places li{margin:0 0 .25rem}
.keys+.small,.keys{margin-bottom:1.25rem}
.gap,.ways{margin-top:.5rem}
.note{margin:.4rem 0 0;color:var(--muted)}
details{margin-top:.6rem}
summary{cursor:pointer;color:var(--link)}
.ignored,.words{margin-top:1.5rem}
.words dl{margin-top:.75rem}
footer{margin-top:2rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
@media (max-width:34rem){
.facts div,.words dl div{grid-template-columns:minmax(0,1fr);gap:0}
.key,.card{padding:.9rem .95rem 1rem}
.keys thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.keys,.keys tbody{display:block}
.keys tr{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.15rem .7rem;padding:.7rem .8rem;border-top:1px solid var(--line)}
.keys tr:first-child{border-top:0}
.keys tbody th,.keys td{display:block;width:auto;padding:0;border:0}
.keys th[scope=row]{width:auto}
.keys td[data-label]::before{content:attr(data-label);display:block;color:var(--muted);font-size:.8rem}
.keys td:last-child{grid-column:2}
}
@media print{
@page{margin:12mm 14mm}
html{font-size:9pt}
body{max-width:none;padding:0;background:#fff;line-height:1.4}
header{padding:0 0 .7rem}
h1{font-size:1.5rem}
h2{margin-top:1.2rem}
h3{margin-top:.9rem}
.key,.card,.keys,.scroll,.alarm{border-radius:0}
.key,.card{padding:.7rem .9rem}
.scroll{overflow:visible}
p{orphans:3;widows:3}
h2,h3,summary,h3+p,.tale,.key .alarm{break-after:avoid}
figure,tr,li,.alarm,.steps,.facts,.gap{break-inside:avoid}
.scroll th{overflow-wrap:normal}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{color:inherit;list-style:none}
.words,.timeline svg,.scale{display:none}
footer{margin-top:1rem}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
// src/report/markdown/federation.ts
function formatFederation({ title, intro, parts, notes }) {
	return [
		`<details><summary>${title}</summary>`,
		formatMarkdown(intro),
		...parts.map(({ heading, language, code }) => `${formatMarkdown(heading)}\n\n\`\`\`${language}\n${code}\n\`\`\``),
		notes.map((note) => `- ${formatMarkdown(note)}`).join("\n"),
		"</details>"
	].join("\n\n");
}
// src/report/truncate.ts
function truncateList(items, format, limit, size) {
	const texts = [];
	let free = limit;
	for (const item of items) {
		const text = format(item);
		free -= size(text) + 2;
		if (free < 0) break;
		texts.push(text);
	}
	return {
		texts,
		left: items.length - texts.length
	};
}
// src/report/wording/sweep.ts
const SWEEP_HEADINGS = {
	glance: "The organisation at a glance",
	open: "Act on these first",
	picture: "How long leaked keys could be used",
	repositories: "By repository"
};
const SWEEP_FIGURES = {
	repositories: "Repositories read",
	exposed: "Leaked to stopped, median",
	detected: "Leaked to found, median",
	contained: "Found to contained, median",
	longest: "Longest still open"
};
const EXPOSURE_NAMES = {
	works: "Keys that work",
	"may-work": "Keys that may work",
	limited: "Limited keys",
	dead: "Dead keys"
};
const EXPOSURE_NOTES = {
	works: "for anyone, right now",
	"may-work": "nobody knows: treat them as live",
	limited: "quarantined, or about to end",
	dead: "they work for nobody"
};
const BAR_NAMES = {
	works: "works",
	"may-work": "may work",
	limited: "limited",
	ended: "ended",
	unknown: "dead, end unknown"
};
const SWEEP_COLUMNS = {
	works: "Works?",
	key: "Key",
	whose: "Whose",
	where: "Where",
	since: "Leaked",
	next: "Next",
	exposed: "Could be used",
	repository: "Repository",
	states: {
		works: "Work",
		"may-work": "May work",
		limited: "Limited",
		dead: "Dead"
	},
	gaps: "Not read"
};
const UNKNOWN = "unknown";
const REPOSITORIES_NOTE = "A key counts in every repository that has it. Repositories without a key, and without anything that was not read, are not listed.";
const COMMIT_TIMES_NOTE = "Nobody said when these commits were pushed: their own time stands for it, so a key may have leaked later than shown.";
function describeRead(repositories, unread) {
	return `${formatNumber(repositories - unread)} of ${formatNumber(repositories)}`;
}
function describeUnread(unread, leftOut) {
	const parts = [...unread > 0 ? [`${formatNumber(unread)} not read to the end`] : [], ...leftOut > 0 ? [`${formatNumber(leftOut)} left out by choice`] : []];
	return parts.length === 0 ? null : parts.join("; ");
}
function describeSeconds(seconds) {
	return formatSpan(/* @__PURE__ */ new Date(0), /* @__PURE__ */ new Date(seconds * 1e3)).replace("under", "less than");
}
function describeMedianOf(name, median, all) {
	if (median === null) return NO_MEDIAN[name];
	return `of ${median.keys === all ? "" : `${formatNumber(median.keys)} of `}${formatCount(all, "key")}`;
}
const NO_MEDIAN = {
	exposed: "of no key are both times known",
	detected: "of no key are both times known",
	contained: "this sweep contained no key"
};
function describeOpenSince(start) {
	return `since ${formatDay(start)}`;
}
function describeSince(exposure, now) {
	const length = measureLength(exposure, now);
	if (exposure.start === null) return UNKNOWN;
	return length === null ? formatTime(exposure.start) : `${formatTime(exposure.start)} (${describeSeconds(length / 1e3)})`;
}
function describeExposureTime(exposure, now) {
	const { state, start, end } = exposure;
	const length = measureLength(exposure, now);
	const long = length === null ? null : describeSeconds(length / 1e3);
	const since = start === null ? "since when is not known" : `since ${formatDay(start)}`;
	if (end !== null) {
		const over = state === "limited" ? `quarantined on ${formatDay(end)}` : `ended on ${formatDay(end)}`;
		return start === null ? `${over}, ${since}` : `${long}: ${since}, ${over}`;
	}
	if (state === "dead") return start === null ? "dead, its times are not known" : `${since}; dead, since when is not known`;
	const open = state === "limited" ? "still accepted" : state === "works" ? "still open" : "may still be open";
	return long === null ? `${open}, ${since}` : `${long}, ${open}: ${since}`;
}
function describePicture(shown, all) {
	const left = all - shown;
	const bars = words("A bar for each key, from its leak until it was stopped. An arrow means that nothing has stopped it.");
	return left > 0 ? line`${bars} ${words(`And ${formatNumber(left)} more, which the JSON report has.`)}` : bars;
}
function describeMoreOpen(count) {
	return `And ${formatCount(count, "more key")} that ${count === 1 ? "works or may work" : "work or may work"}, below.`;
}
function describeMore(count, rest) {
	return `And ${formatNumber(count)} more: ${rest}.`;
}
const IN_JSON = "--format json has all";
// src/report/sweep/picture.ts
const START$1 = 1;
const WIDTH$1 = 94;
const AXIS = 20;
const ROW$1 = 18;
const [TOP, THICK] = [4, 10];
const [FIRST_LABEL, LAST_LABEL] = [.06, .86];
function renderPicture({ axis, bars, barsOf, isCommitTime }) {
	if (bars.length === 0) return NOTHING;
	const used = Object.keys(BAR_NAMES).filter((kind) => bars.some((bar) => bar.kind === kind && bar.span !== null));
	return markup`<section class="card" aria-labelledby="picture">
<h2 id="picture">${SWEEP_HEADINGS.picture}</h2>
<figure class="exposure">
${axis ? renderAxis(axis) : NOTHING}<ol>
${bars.map((bar) => renderBar$1(bar, axis))}</ol>
${axis ? renderLegend(used) : NOTHING}<figcaption>${renderLine(describePicture(bars.length, barsOf))}${isCommitTime ? ` ${COMMIT_TIMES_NOTE}` : ""}</figcaption>
</figure>
</section>
`;
}
function renderAxis({ ticks }) {
	const labels = ticks.filter(({ at }) => at <= LAST_LABEL);
	return markup`<div class="axis" aria-hidden="true"><svg width="100%" height="${AXIS}">${labels.map(({ at, label }) => markup`<text x="${formatX(at)}" y="14" text-anchor="${at < FIRST_LABEL ? "start" : "middle"}">${label}</text>`)}<text x="${formatX(1)}" y="14" text-anchor="end">${"now"}</text></svg></div>
`;
}
function renderBar$1({ key, text, kind, span }, axis) {
	const drawing = axis && markup`<svg aria-hidden="true" width="100%" height="${ROW$1}">${axis.ticks.map(({ at }) => renderLineAt(at, "rail"))}${renderLineAt(1, "rail")}${span && renderSpan(span, kind)}</svg>`;
	return markup`<li><p>${renderSentence(key.name)} <code>${key.mask}</code> <span>${text}</span></p>${drawing}</li>
`;
}
function renderLineAt(at, name) {
	return markup`<line class="${name}" x1="${formatX(at)}" x2="${formatX(at)}" y1="0" y2="${ROW$1}"/>`;
}
function renderSpan({ from, to, isOpen }, kind) {
	const width = `${(WIDTH$1 * (to - from)).toFixed(2)}%`;
	const middle = TOP + THICK / 2;
	const rect = markup`<rect class="${kind}" x="${formatX(from)}" y="${TOP}" width="${width}" height="${THICK}"/>`;
	const start = markup`<line class="edge ${kind}" x1="${formatX(from)}" x2="${formatX(from)}" y1="${TOP - 2}" y2="${TOP + THICK + 2}"/>`;
	if (isOpen) return markup`${rect}${start}<svg x="${formatX(to)}" y="${middle}"><path class="${kind}" d="M0,-7L9,0L0,7z"/></svg>`;
	return markup`${rect}${start}${kind === "unknown" ? markup`<text x="${formatX(to)}" y="${TOP + THICK}" dx="4">?</text>` : markup`<line class="edge ${kind}" x1="${formatX(to)}" x2="${formatX(to)}" y1="${TOP - 2}" y2="${TOP + THICK + 2}"/>`}`;
}
function renderLegend(kinds) {
	return markup`<ul class="legend" aria-hidden="true">${kinds.map((kind) => {
		const bar = markup`<rect class="${kind}" x="1" y="4" width="26" height="${THICK}"/>`;
		return markup`<li><svg width="28" height="${ROW$1}">${bar}</svg> ${BAR_NAMES[kind]}</li>`;
	})}</ul>
`;
}
function formatX(part) {
	return `${(START$1 + part * WIDTH$1).toFixed(2)}%`;
}
// src/report/sweep/html.ts
const LONGEST_PLACE$5 = 100;
function renderSweep(view, { link }, anchors, hasGaps) {
	return markup`${renderFigures(view, hasGaps)}${renderOpen(view, link, anchors)}${renderPicture(view)}${renderRepositories$1(view)}`;
}
function renderFigures({ figures, times }, hasGaps) {
	return markup`<section aria-labelledby="glance">
<h2 id="glance">${SWEEP_HEADINGS.glance}</h2>
${[figures, times].filter(({ length }) => length > 0).map((list) => renderFigureList(list, hasGaps))}</section>
`;
}
function renderFigureList(figures, hasGaps) {
	return markup`<dl class="figures">
${figures.map(({ name, value, note, tone, isGap }) => {
		const remark = isGap && hasGaps ? markup`<a href="#gaps">${note}</a>` : note;
		return markup`<div class="${tone}"><dt>${name}</dt><dd><strong>${value}</strong>${remark === null ? NOTHING : markup` <span>${remark}</span>`}</dd></div>
`;
	})}</dl>
`;
}
function renderOpen({ open, openLeft }, link, anchors) {
	if (open.length === 0) return NOTHING;
	const { works, key, whose, where, since, next } = SWEEP_COLUMNS;
	return markup`<section aria-labelledby="open">
<h2 id="open">${SWEEP_HEADINGS.open}</h2>
<table class="keys wide" role="table">
<thead role="rowgroup"><tr role="row">${[
		works,
		key,
		whose,
		where,
		since,
		next
	].map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${open.map((one) => renderOpenRow(one, link, anchors))}</tbody>
</table>
${openLeft > 0 ? markup`<p class="small">${describeMoreOpen(openLeft)}</p>` : NOTHING}</section>
`;
}
function renderOpenRow({ key, since, next }, link, anchors) {
	const anchor = anchors.get(key.fingerprint);
	const name = markup`${renderSentence(key.name)} <code>${key.mask}</code>`;
	const place = key.firstPlace;
	const where = place && renderLink(link(place.sighting), markup`<code>${renderName(clipText(place.spot, LONGEST_PLACE$5))}</code>`);
	const cells = [
		[SWEEP_COLUMNS.whose, renderSentence(key.owner)],
		[SWEEP_COLUMNS.where, where],
		[SWEEP_COLUMNS.since, since],
		[SWEEP_COLUMNS.next, next && renderLine(next)]
	];
	return markup`<tr role="row"><td role="cell"><span class="chip ${key.tone}">${capitalize(key.works.word)}</span></td><th scope="row" role="rowheader">${anchor === void 0 ? name : markup`<a href="#${anchor}">${name}</a>`}</th>${cells.map(([label, text]) => markup`<td role="cell" data-label="${label}">${text}</td>`)}</tr>
`;
}
function renderRepositories$1({ repositories: { heads, rows, left } }) {
	if (rows.length === 0) return NOTHING;
	return markup`<section aria-labelledby="repositories">
<h2 id="repositories">${SWEEP_HEADINGS.repositories}</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="repositories"><table>
<thead><tr><th scope="col">${SWEEP_COLUMNS.repository}</th>${heads.map((name) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(({ name, counts }) => markup`<tr><th scope="row">${renderName(clipText(name, LONGEST_PLACE$5))}</th>${counts.map((count) => markup`<td class="number">${count}</td>`)}</tr>
`)}</tbody>
</table></div>
<p class="small">${REPOSITORIES_NOTE}</p>
${renderLeftOut(left, "repository", "repositories")}</section>
`;
}
// src/report/sweep/style.ts
const SWEEP_STYLE_HASH = "sha256-RmO6qC6u+ZJA7rG1Pt06NTc70PJzIZZkdzRTQRvjWhI=";
const SWEEP_STYLE = `${STYLE}
body{max-width:64rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem}
.figures+.figures{margin-top:.75rem}
.figures div{padding:.6rem .9rem .7rem;background:var(--card);border:1px solid var(--line);border-top:3px solid var(--line);border-radius:8px}
.figures dt{font-size:.85rem}
.figures strong{display:block;font-size:1.45rem;line-height:1.3;font-weight:650;font-variant-numeric:tabular-nums}
.figures span{color:var(--muted);font-size:.85rem}
.figures .bad{border-top-color:var(--bad)}
.figures .warn{border-top-color:var(--warn)}
.figures .good{border-top-color:var(--good)}
.figures .bad strong{color:var(--bad)}
.figures .warn strong{color:var(--warn)}
@media (min-width:34.01rem){.wide.keys th[scope=row]{width:20%}.wide td:nth-child(4){width:21%}.wide td:last-child{min-width:7rem}}
.scroll+.small{margin-bottom:1.25rem}
.exposure ol{list-style:none;margin:0;padding:0}
.exposure li,.exposure .axis{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:0 1rem;align-items:center}
.exposure ol>li{padding:.3rem 0;border-top:1px solid var(--line)}
.exposure .axis svg{grid-column:2}
.exposure p{line-height:1.4;font-size:.92rem}
.exposure p span{display:block;color:var(--muted);font-size:.85rem}
.exposure text{fill:var(--muted);font-size:12px}
.exposure .rail{stroke:var(--line);stroke-width:1}
.exposure .works{fill:var(--bad);stroke:var(--bad)}
.exposure .may-work{fill:var(--bad-soft);stroke:var(--bad);stroke-width:1.5}
.exposure .limited{fill:var(--warn-soft);stroke:var(--warn);stroke-width:1.5}
.exposure .ended{fill:var(--quiet-soft);stroke:var(--quiet)}
.exposure .unknown{fill:none;stroke:var(--quiet);stroke-dasharray:4 3}
.exposure .edge{stroke-width:3;stroke-dasharray:none}
.exposure .legend{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.6rem 0 0;padding:0;list-style:none;color:var(--muted);font-size:.9rem}
.exposure .legend li{display:flex;gap:.4rem;align-items:center}
@media (max-width:34rem){
.figures{grid-template-columns:1fr 1fr;gap:.5rem}
.figures div{padding:.5rem .65rem}
.figures strong{font-size:1.2rem}
.exposure ol>li,.exposure .axis{grid-template-columns:minmax(0,1fr);gap:.2rem}
.exposure .axis svg{grid-column:1}
.wide td[data-label],.wide tbody th{grid-column:1/-1}
}
@media print{
.figures{grid-template-columns:repeat(auto-fit,minmax(30mm,1fr));gap:2mm}
.figures div{padding:1.5mm 2mm;border-radius:0;break-inside:avoid}
.figures strong{font-size:1.15rem}
.exposure{break-inside:auto}
.exposure ol>li{padding:.8mm 0}
.exposure .legend,.exposure figcaption{break-before:avoid}
.wide th,.wide td{padding:1.2mm 1.6mm;font-size:8pt}
}
`;
// src/report/html/timeline.ts
const START = 4;
const WIDTH = 92;
function renderTimeline({ events, exposure, summary }, id) {
	const positions = placeEvents(events);
	const list = events.map(({ at, name }) => describeMoment(name, at)).join("; ");
	return markup`<h3>${HEADINGS.timeline}</h3>
<figure class="timeline">
<svg role="img" aria-labelledby="${id}-tt ${id}-td" width="100%" height="44">
<title id="${id}-tt">${HEADINGS.timelineInWords}</title>
<desc id="${id}-td">${list}.</desc>
<line class="rail" x1="${formatPercent$1(positions[0])}" x2="${formatPercent$1(positions.at(-1))}" y1="22" y2="22"/>
${exposure && renderExposure(exposure, events, positions)}
${events.map(({ tone }, index) => renderMark(index + 1, tone, positions[index]))}
</svg>
<ol>
${events.map(({ at, name }) => markup`<li><span class="what">${name}</span> ${renderTime(at)}</li>
`)}</ol>
<figcaption>${summary} <span class="scale">${NOT_TO_SCALE}</span></figcaption>
</figure>
`;
}
function placeEvents(events) {
	const times = events.map(({ at }) => at.getTime());
	const steps = times.slice(1).map((at, index) => 1.2 + Math.log10(1 + (at - (times[index] ?? 0)) / 6e4));
	const whole = steps.reduce((sum, step) => sum + step, 0);
	let sum = 0;
	return [0, ...steps].map((step) => {
		sum += step;
		return START + WIDTH * sum / whole;
	});
}
function renderExposure({ start, end }, events, positions) {
	const placeOf = (time) => positions[events.findIndex(({ at }) => at.getTime() === time.getTime())];
	return markup`<line class="open" x1="${formatPercent$1(placeOf(start))}" x2="${formatPercent$1(end === null ? 100 : placeOf(end))}" y1="22" y2="22"/>`;
}
function renderMark(number, tone, position) {
	return markup`<circle class="${tone}" cx="${formatPercent$1(position)}" cy="22" r="11"/><text x="${formatPercent$1(position)}" y="26" text-anchor="middle">${number}</text>
`;
}
function formatPercent$1(position = 50) {
	return `${position.toFixed(1)}%`;
}
// src/report/html/chart.ts
const ROW = 18;
const HIGHEST = 84;
const FIGURE = 16;
const MOST_FIGURES = 6;
const FILLED = .86;
function renderChart({ bars, summary }, id) {
	if (bars === null) return markup`<p class="small">${summary}</p>
`;
	const { buckets, moments, inWords } = bars;
	const ground = ROW * moments.length + FIGURE + HIGHEST;
	const placed = moments.map((moment) => ({
		moment,
		left: placeMoment(moment, buckets)
	}));
	return markup`<figure class="chart">
<svg role="img" aria-labelledby="${id}-ct ${id}-cd" width="100%" height="${ground + 2}">
<title id="${id}-ct">${HEADINGS.chart}</title>
<desc id="${id}-cd">${inWords}</desc>
${renderBars(buckets, ground)}<line class="rail" x1="0%" x2="100%" y1="${ground}" y2="${ground}"/>
${placed.map(({ moment, left }, row) => renderMoment(moment, left, row, ground))}</svg>
<figcaption>${summary}</figcaption>
</figure>
`;
}
function renderBars(buckets, ground) {
	const most = Math.max(...buckets.map(({ requests }) => requests));
	const width = 100 / buckets.length;
	return markup`${buckets.map(({ requests }, index) => {
		if (requests === 0) return NOTHING;
		const height = Math.max(2, Math.round(requests / most * HIGHEST));
		const bar = markup`<rect x="${formatPercent(index * width + width * .14 / 2)}" y="${ground - height}" width="${formatPercent(width * FILLED)}" height="${height}"/>
`;
		if (buckets.length > MOST_FIGURES) return bar;
		return markup`${bar}<text class="figure" x="${formatPercent((index + .5) * width)}" y="${ground - height - 4}" text-anchor="middle">${formatNumber(requests)}</text>
`;
	})}`;
}
function placeMoment({ at }, buckets) {
	const [start, end] = [buckets[0]?.start.getTime() ?? 0, buckets.at(-1)?.end.getTime() ?? 1];
	return Math.min(100, Math.max(0, 100 * (at.getTime() - start) / (end - start)));
}
function renderMoment({ label, tone }, left, row, ground) {
	const y = ROW * (row + 1) - 5;
	const isLeft = left < 50;
	return markup`<line class="${tone}" x1="${formatPercent(left)}" x2="${formatPercent(left)}" y1="${ROW * row + 2}" y2="${ground}"/><text class="${tone}" x="${formatPercent(isLeft ? left + 1.2 : left - 1.2)}" y="${y}" text-anchor="${isLeft ? "start" : "end"}">${label}</text>
`;
}
function formatPercent(value) {
	return `${value.toFixed(2)}%`;
}
// src/report/html/use.ts
const FEWEST = 4;
const MOST$1 = 12;
const LONGEST_MODEL = 80;
function renderUse(use, usage, id) {
	return markup`<h3>${FACTS.used}</h3>
<p>${renderSentence(use)}</p>
${usage && renderUsage(usage, id)}`;
}
function renderUsage({ overTime, details, models }, id) {
	return markup`${overTime && renderChart(overTime, id)}${details.map((one) => markup`<p class="small">${renderLine(one)}</p>
`)}${renderModels(models ?? [])}`;
}
function renderModels(models) {
	if (models.length < FEWEST) return NOTHING;
	const shown = models.slice(0, MOST$1);
	const more = models.length - shown.length;
	return markup`<div class="scroll" role="group" aria-label="${HEADINGS.models}" tabindex="0">
<table>
<caption>${HEADINGS.models}${more > 0 ? `. ${describeModelsShown(shown.length, more)}` : ""}</caption>
<thead><tr>${MODEL_COLUMNS.map((name, index) => markup`<th scope="col"${index > 0 ? markup` class="number"` : NOTHING}>${name}</th>`)}</tr></thead>
<tbody>
${shown.map(renderModel)}</tbody>
</table>
</div>
`;
}
function renderModel({ model, requests, inputTokens, outputTokens }) {
	const figures = [
		requests,
		inputTokens,
		outputTokens
	].map((value) => markup`<td class="number">${value === null ? "–" : formatNumber(value)}</td>`);
	return markup`<tr><th scope="row">${renderName(clipText(model, LONGEST_MODEL))}</th>${figures}</tr>
`;
}
// src/report/html/key.ts
const OPEN = 5;
const LONGEST_PLACE$4 = 200;
const LONGEST_AUTHOR$2 = 60;
function renderKey$2(key, layout) {
	const { id, link, isOnly } = layout;
	const { tone, title, name, mask, use, usage, timeline } = key;
	const tale = isOnly ? NOTHING : markup`<p class="tale">${title}.</p>
`;
	return markup`<article class="key ${tone}" id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${renderSentence(name)} <code>${mask}</code></h2>
${tale}${renderSteps$2(key, layout)}${renderFacts$1(key, link)}${use && renderUse(use, usage, id)}${timeline && renderTimeline(timeline, id)}</article>
`;
}
function renderSteps$2({ steps, alert, tone }, { isOnly, isFirst, view }) {
	const own = alert === null || isFirst ? NOTHING : markup`<p class="alarm ${tone}">${renderLine(alert.alone)}</p>
`;
	const green = isOnly && view.green ? markup`<p class="green">${renderLine(view.green)}</p>
` : NOTHING;
	if (steps.length === 0) return markup`${own}${green}`;
	return markup`${own}<h3>${tone === "good" && view.resolution ? STILL_WORTH.replace(/:$/, "") : alert?.isStep ? THEN : HEADINGS.steps}</h3>
<ol class="steps">
${steps.map((step) => markup`<li>${renderLine(step)}</li>
`)}</ol>
${green}`;
}
function renderFacts$1(key, link) {
	const { tone, works, owner, outcome, ignoreReason, fingerprint, recordId, confidence, kind } = key;
	const effect = findEffect(key);
	const record = recordId === null ? NOTHING : markup` · ${PAGE_LABELS.record} ${renderLine([{ data: recordId }])}`;
	const sure = confidence === "suspected" ? "" : ` (${confidence})`;
	return markup`<dl class="facts">
${renderFact(FACTS.where, renderPlaces$1(key, link))}${renderFact(FACTS.whose, renderSentence(owner))}${renderFact(FACTS.works, markup`<span class="chip ${tone}">${capitalize(works.word)}</span> ${capitalize(works.reason)}`)}${renderFact(FACTS.done, markup`${capitalize(outcome)}`)}${effect && renderFact(FACTS.effect, renderLine(effect))}${ignoreReason && renderFact(FACTS.ignored, renderSentence(ignoreReason))}${renderFact(FACTS.fingerprint, markup`<code>${fingerprint}</code>${record} · ${kind}${sure}`)}</dl>
`;
}
function findEffect({ actionTaken, alert }) {
	if (actionTaken === null) return null;
	return alert !== null && formatPlain(alert.alone).includes(formatPlain(actionTaken.breaks)) ? null : actionTaken.breaks;
}
function renderFact(name, fact) {
	return markup`<div><dt>${name}</dt><dd>${fact}</dd></div>
`;
}
function renderPlaces$1({ places, placeCount }, link) {
	const [only, ...others] = places;
	if (only && others.length === 0 && placeCount === 1) return renderPlace$2(only, link);
	const folded = places.slice(OPEN, 100);
	const left = placeCount - Math.min(places.length, OPEN) - folded.length;
	const more = left > 0 ? markup`<p class="small">${describePlacesLeft(left, placeCount === places.length)}</p>` : NOTHING;
	return markup`${renderPlaceList(places.slice(0, OPEN), link)}${folded.length === 0 ? more : markup`<details><summary>${describeFolded(folded.length)}</summary>
${renderPlaceList(folded, link)}${more}</details>`}`;
}
function renderPlaceList(places, link) {
	return markup`<ul class="places">
${places.map((place) => markup`<li>${renderPlace$2(place, link)}</li>
`)}</ul>`;
}
function renderPlace$2({ sighting, text, commit, author, at, remarks }, link) {
	const origin = [
		author === null ? null : markup`${PAGE_LABELS.by} ${renderName(clipText(author, LONGEST_AUTHOR$2))}`,
		commit === null ? null : markup`${PAGE_LABELS.commit} <code>${commit}</code>`,
		isCalendarTime(at) ? renderTime(at) : null,
		...remarks.map((remark) => markup`<em>${remark}</em>`)
	].filter((part) => part !== null);
	const place = markup`<code>${renderName(clipText(text, LONGEST_PLACE$4))}</code>`;
	return markup`<span class="place">${renderLink(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</span>`;
}
// src/report/html/table.ts
const LONGEST_PLACE$3 = 100;
function renderKeyTable(keys, anchors, link) {
	const shown = keys.slice(0, 500);
	return markup`<section aria-labelledby="all">
<h2 id="all">${HEADINGS.keys}</h2>
<table class="keys" role="table">
<thead role="rowgroup"><tr role="row">${[
		FACTS.works,
		FACTS.key,
		FACTS.where
	].map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${shown.map((key, index) => renderRow$1(key, anchors[index] ?? null, link))}</tbody>
</table>
${renderLeftOut(keys.length - shown.length, "key", "keys")}</section>
`;
}
function renderRow$1(key, anchor, link) {
	const { firstPlace, placeCount, works, tone, doneInBrief } = key;
	const name = markup`${renderSentence(key.name)} <code>${key.mask}</code>`;
	const called = anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`;
	const more = placeCount > 1 ? `, ${describeFolded(placeCount - 1)}` : "";
	const where = firstPlace && markup`${renderLink(link(firstPlace.sighting), markup`<code>${renderName(clipText(firstPlace.spot, LONGEST_PLACE$3))}</code>`)}${firstPlace.remarks.map((remark) => `, ${remark}`)}${more}`;
	const done = doneInBrief && markup`<span class="done">${capitalize(doneInBrief)}</span>`;
	return markup`<tr role="row"><td role="cell" data-label="${FACTS.works}"><span class="chip ${tone}">${capitalize(works.word)}</span></td><th scope="row" role="rowheader">${called}${done}</th><td role="cell">${where}</td></tr>
`;
}
// src/report/html/html.ts
var html_exports = /* @__PURE__ */ __exportAll({ renderHtml: () => renderHtml });
const MOST_IN_FULL$1 = 100;
const SIGNS$1 = {
	"🔴": "!",
	"🟡": "…",
	"🟠": "×",
	"✅": "✓",
	"⚠️": "?"
};
function renderHtml(view, context) {
	const story = renderStory(view, context);
	const body = markup`${renderBanner(view, context)}<main>
${story}${renderGlossary(`${view.title}${story.markup}`)}</main>
`;
	const [style, styleHash] = view.sweep ? [SWEEP_STYLE, SWEEP_STYLE_HASH] : [STYLE, STYLE_HASH];
	return renderDocument({
		title: view.title,
		style,
		styleHash,
		version: context.version,
		body
	});
}
function renderBanner({ tone, mark, title, sweep }, { head, runUrl, job = null }) {
	const facts = [
		...sweep === null ? [] : [renderName(clipText(sweep.organization, 120))],
		...job === null ? [] : [renderName(job)],
		...head === "" ? [] : [markup`${PAGE_LABELS.commit} <code>${head.slice(0, 7)}</code>`],
		...runUrl === null ? [] : [renderLink(runUrl, markup`${PAGE_LABELS.run}`)]
	];
	return markup`<header class="${tone}">
<p class="brand">${HEADINGS.page}${facts.map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${SIGNS$1[mark] ?? "!"}</span>${title}</h1>
</header>
`;
}
function renderStory(view, context) {
	const gaps = renderGaps$2(view);
	const organization = view.sweep && renderOrganization(view, view.sweep, context, gaps);
	return markup`${renderKeys(view, context, organization)}${view.federation === null ? NOTHING : renderFederation$1(view.federation)}${organization ? NOTHING : gaps}${renderUnfinished$2(view)}${renderIgnored$2(view)}${renderNotes$1(view, context)}${renderCoverage(view)}`;
}
function renderOrganization(view, sweep, context, gaps) {
	const shown = view.keys.slice(0, MOST_IN_FULL$1);
	const organization = renderSweep(sweep, context, new Map(shown.map(({ fingerprint }, index) => [fingerprint, `key-${index + 1}`])), gaps.markup.includes("id=\"gaps\""));
	return view.keys.length === 0 ? markup`${gaps}${organization}` : markup`${organization}${gaps}`;
}
function renderKeys(view, { link }, organization) {
	const { keys } = view;
	const [only, ...others] = keys;
	const resolution = view.resolution && renderAlarm("good", renderLine(view.resolution));
	if (!only) return markup`${resolution}${organization}`;
	if (others.length === 0) return markup`${resolution}${only.alert && renderAlarm(only.tone, renderLine(only.alert.alone))}${organization}${renderKey$2(only, {
		id: "key-1",
		link,
		isOnly: true,
		isFirst: true,
		view
	})}`;
	const first = findFirst(keys);
	const alert = first?.alert ? renderAlarm(view.tone, renderLine(first.alert.among)) : NOTHING;
	const anchors = keys.map((_, index) => index < MOST_IN_FULL$1 ? `key-${index + 1}` : null);
	const articles = keys.slice(0, MOST_IN_FULL$1).map((key, index) => renderKey$2(key, {
		id: `key-${index + 1}`,
		link,
		isOnly: false,
		isFirst: key === first,
		view
	}));
	return markup`${resolution}${alert}${organization}${view.green && markup`<p class="green">${renderLine(view.green)}</p>
`}${renderKeyTable(keys, anchors, link)}${articles}${renderLeftOut(keys.length - articles.length, "key", "keys")}`;
}
function findFirst(keys) {
	return keys.find(({ alert, isOpen }) => alert !== null && isOpen) ?? keys.find(({ alert }) => alert !== null) ?? null;
}
function renderAlarm(tone, text) {
	return markup`<p class="alarm ${tone}">${text}</p>
`;
}
// src/report/sweep/markdown.ts
const MOST_ROWS = 15;
const LONGEST = 80;
function renderSweepMarkdown(view) {
	const { figures, times, bars, barsOf } = view;
	const exposed = bars.slice(0, MOST_ROWS).map(renderBarRow);
	const { works, key, exposed: time } = SWEEP_COLUMNS;
	const table = [
		`**${SWEEP_HEADINGS.picture}**`,
		"",
		`| ${works} | ${key} | ${time} |`,
		"|:--|:--|:--|",
		...exposed
	];
	const more = barsOf - exposed.length;
	return [
		[...figures, ...times].map(renderFigure$1).join("\n"),
		...bars.length === 0 ? [] : [[...table, ...more > 0 ? ["", describeMore(more, REST.report)] : []].join("\n")],
		...renderRepositories(view)
	];
}
function renderFigure$1({ name, value, note }) {
	return `- **${name}:** ${value}${note === null ? "" : ` (${note})`}`;
}
function renderBarRow({ key, text }) {
	const name = `${formatMarkdown(key.name, "cell")} · ${formatCode$1(key.mask, "cell")}`;
	return `| ${key.mark} **${capitalize(key.works.word)}** | ${name} | ${text} |`;
}
function renderRepositories({ repositories: { heads, rows, left } }) {
	if (rows.length === 0) return [];
	const shown = rows.slice(0, MOST_ROWS);
	const table = [
		`| ${[SWEEP_COLUMNS.repository, ...heads].join(" | ")} |`,
		`|:--|${"--:|".repeat(heads.length)}`,
		...shown.map(({ name, counts }) => `| ${[escapeMarkdown(clipText(name, LONGEST)), ...counts].join(" | ")} |`)
	];
	const more = rows.length + left - shown.length;
	const rest = more > 0 ? ["", describeMore(more, REST.report)] : [];
	return [[
		`**${SWEEP_HEADINGS.repositories}**`,
		"",
		...table,
		...rest
	].join("\n")];
}
// src/report/markdown/key.ts
const LONGEST_PLACE$2 = {
	text: 160,
	cell: 80
};
const LONGEST_AUTHOR$1 = 60;
const FRAME = 200;
const TABLE_HEAD = [`| ${FACTS.works} | ${FACTS.key} | ${FACTS.where} |`, "|:--|:--|:--|"];
function renderRow(key, link) {
	const { mark, works, name, mask, firstPlace, placeCount } = key;
	const more = placeCount > 1 ? ` +${formatNumber(placeCount - 1)}` : "";
	const where = firstPlace ? [`${renderPlace$1(firstPlace, link, "cell")}${more}`, ...firstPlace.remarks].join(", ") : "";
	return `| ${[
		`${mark} **${works.word}**`,
		`${formatMarkdown(name, "cell")} · ${formatCode$1(mask, "cell")}`,
		where
	].join(" | ")} |`;
}
function renderListItem(key, link) {
	const { mark, works, name, mask, firstPlace } = key;
	const where = firstPlace ? ` in ${renderPlace$1(firstPlace, link, "text")}` : "";
	return `- ${mark} ${works.word}: ${formatMarkdown(name)} (${formatCode$1(mask)})${where}`;
}
function renderFacts(key, link) {
	const { places, placeCount, owner, use, actionTaken } = key;
	const [first, second] = places;
	const left = placeCount - Math.min(places.length, 2);
	const isNamed = key.alert !== null && formatMarkdown(key.alert.alone).includes(formatCode$1(key.mask));
	const where = first && [
		`${renderPlace$1(first, link, "text")}${formatOrigin(first)}${first.remarks.map((remark) => `, ${remark}`).join("")}`,
		...second ? [`and ${[renderPlace$1(second, link, "text"), ...second.remarks].join(", ")}`] : [],
		...left > 0 ? [`${formatNumber(left)} more`] : [],
		...isNamed ? [] : [formatCode$1(key.mask)]
	];
	return [
		...where ? [`- **${FACTS.where}:** ${where.join(" · ")}`] : [],
		...actionTaken === null ? [`- **${FACTS.whose}:** ${formatMarkdown(owner)}`] : [],
		...use === null || actionTaken !== null ? [] : [`- **${FACTS.used}:** ${formatMarkdown(use)}`]
	].join("\n");
}
function renderSteps$1({ steps, alert }, withAlert = false) {
	return [...withAlert && alert?.isStep ? [alert.alone] : [], ...steps].map((step, index) => `${index + 1}. ${formatMarkdown(step)}`).join("\n");
}
function renderDetails(key, { link, isOnly, isFirst, room, size }) {
	const facts = listFacts(key, isOnly);
	const steps = isOnly ? "" : renderSteps$1(key, !isFirst);
	const count = key.steps.length + (key.alert?.isStep && !isFirst ? 1 : 0);
	const format = (place) => {
		return `  - ${[`${renderPlace$1(place, link, "text")}${formatOrigin(place, true)}`, ...place.remarks].join(", ")}`;
	};
	const fitting = truncateList(key.places, format, room - size([...facts, steps].join("\n")) - FRAME, size);
	const places = fitting.texts.length > 0 ? fitting.texts : key.places.slice(0, 1).map(format);
	const left = key.placeCount - places.length;
	return [
		`<details${isFirst && !isOnly ? " open" : ""}><summary>${isOnly ? MORE_DETAILS : renderHeadline(key, count)}</summary>`,
		"",
		...steps ? [steps, ""] : [],
		...facts,
		...places,
		...left > 0 ? [`  - ${describeMorePlaces(left, key.placeCount === key.places.length)}`] : [],
		"",
		"</details>"
	].join("\n");
}
function renderHeadline({ mark, name, mask, recordId, works, doneInBrief, useInBrief }, steps) {
	const parts = [
		...doneInBrief === null ? [] : [doneInBrief],
		...useInBrief === null ? [] : [describeSinceLeak(useInBrief)],
		...steps > 0 ? [formatCount(steps, "step")] : []
	];
	return `${mark} ${recordId === null ? `${formatSummary(name)} <code>${escapeSummary(mask)}</code>` : formatSummary(name)}: ${parts.length > 0 ? parts.join(" · ") : works.word}`;
}
function listFacts(key, isOnly) {
	const { kind, confidence, fingerprint, recordId, works, owner, outcome, actionTaken, ignoreReason, usage, alert } = key;
	const record = recordId === null ? "" : ` · record ${formatCode$1(recordId)}`;
	return [
		`- ${FACTS.fingerprint}: ${formatCode$1(fingerprint)}${record} · ${kind}${confidence === "suspected" ? "" : ` (${confidence})`}`,
		...isOnly && actionTaken === null ? [] : [`- ${FACTS.whose}: ${formatMarkdown(owner)}`],
		`- ${FACTS.works} ${capitalize(works.word)}: ${works.reason}`,
		`- ${FACTS.done}: ${outcome}`,
		...actionTaken && !isOnly && !alert?.isStep ? [`- ${FACTS.effect}: ${formatMarkdown(actionTaken.breaks)}`] : [],
		...key.use && !(isOnly && actionTaken === null) ? [`- ${FACTS.used}: ${formatMarkdown(key.use)}`] : [],
		...(usage?.details ?? []).map((one) => `- ${formatMarkdown(one)}`),
		...ignoreReason ? [`- ${FACTS.ignored}: ${formatMarkdown(ignoreReason)}`] : [],
		`- ${FACTS.where}:`
	];
}
function renderPlace$1({ spot, sighting }, link, medium) {
	const url = link(sighting);
	const label = medium === "cell" && url !== null && sighting.where === "file" ? spot.replace(/^.*\//, "") : spot;
	return formatMarkdown(linkData(clipText(label, LONGEST_PLACE$2[medium]), url), medium);
}
function formatOrigin({ commit, author, at }, isFull = false) {
	const parts = [
		...author === null ? [] : [`by ${escapeMarkdown(clipText(author, LONGEST_AUTHOR$1))}`],
		...commit === null || !isFull ? [] : [`in ${formatCode$1(commit)}`],
		...at === null || !isFull ? [] : [`on ${formatTime(at)}`]
	];
	return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}
// src/report/markdown/sections.ts
function renderUnfinished$1({ unfinished }, limit) {
	const lines = unfinished.map((one) => `- ${formatMarkdown(one)}`);
	return renderSection(SECTIONS.unfinished, lines, limit);
}
function renderGaps$1({ gaps, gapsWarning }, limit) {
	const lines = gaps.map((gap) => {
		const { name, ways } = gap;
		const out = ways.map((way) => `  - ${formatMarkdown(way)}`);
		return [`- ${name}: ${formatGap(gap)}`, ...gaps.length <= MOST_WAYS$1 ? out : []].join("\n");
	});
	const section = renderSection(gapsWarning ? SECTIONS.gaps : SECTIONS.warnings, lines, limit);
	return section && gapsWarning ? `${section}\n\n${gapsWarning}` : section;
}
function formatGap({ detail, path }) {
	const quoted = path === null ? null : JSON.stringify(path);
	return path !== null && quoted !== null && detail.startsWith(quoted) ? `${formatCode$1(path)}${formatDetail(`x${detail.slice(quoted.length)}`).slice(1)}` : formatDetail(detail);
}
function formatDetail(text) {
	return text.split(/\b([0-9a-f]{16})\b/).map((part, index) => index % 2 === 1 ? formatCode$1(part) : escapePart(part)).join("");
}
function escapePart(part) {
	const [before, after] = [/^\s/.test(part) ? " " : "", /\S\s+$/.test(part) ? " " : ""];
	return `${before}${escapeMarkdown(part)}${after}`;
}
function renderFederation({ federation }, { room, size }) {
	if (federation === null) return "";
	const text = formatFederation(federation);
	return size(text) <= room / 8 ? text : "";
}
function renderIgnored$1({ ignored }, { room, size, rest }) {
	if (ignored.length === 0) return "";
	const format = ({ fingerprint, mask, ignoreReason }) => `- ${formatCode$1(mask)} (${formatCode$1(fingerprint)}): ${ignoreReason ? formatMarkdown(ignoreReason) : ""}`;
	const { texts, left } = truncateList(ignored.slice(0, MOST_IGNORED), format, room / 8, size);
	const more = left + ignored.length - Math.min(ignored.length, MOST_IGNORED);
	return [
		`<details><summary>${describeIgnoredCount(ignored.length)}</summary>`,
		"",
		...texts,
		...more > 0 ? [`- and ${formatNumber(more)} more: ${rest}`] : [],
		"",
		"</details>"
	].join("\n");
}
const MOST_IGNORED = 20;
const MOST_WAYS$1 = 3;
function renderSection(title, lines, { room, size, rest }) {
	const { texts, left } = truncateList(lines, (text) => text, room / 8, size);
	const more = left > 0 ? [`- and ${formatNumber(left)} more: ${rest}`] : [];
	return lines.length > 0 ? [
		`**${title}**`,
		"",
		...texts,
		...more
	].join("\n") : "";
}
function renderFooter$1({ head, runUrl, version, job = null }, view, isSummary = false) {
	const notes = view ? [view.reportOnly, view.missingKey].filter((one) => one !== null) : [];
	const at = head ? `at ${formatCode$1(head.slice(0, 7))}` : "";
	const where = [job === null ? "" : escapeMarkdown(job), at].filter(Boolean).join(" ");
	const isOpen = view !== null && view.keys.some(({ tone }) => tone !== "good");
	return `<sub>${[
		...notes.map((one) => formatMarkdown(one)),
		...view && view.checkedAgainst !== null && view.keys.length > 0 ? [`Checked against ${escapeMarkdown(view.checkedAgainst)}`] : [],
		...isOpen ? [formatMarkdown(linkIgnoring(version))] : [],
		...runUrl === null || isSummary ? [] : [`[Run](${escapeHref(runUrl)})`],
		`[OpenAI Key Guard ${escapePlain(version)}](${REPOSITORY})`,
		...where === "" ? [] : [where],
		...view && isSummary ? [view.coverage] : []
	].join(" · ")}</sub>`;
}
// src/report/markdown/markdown.ts
var markdown_exports = /* @__PURE__ */ __exportAll({
	renderComment: () => renderComment,
	renderGoneComment: () => renderGoneComment,
	renderSummary: () => renderSummary
});
const RESERVE = 1e3;
const COMMENT_KEYS = {
	full: 10,
	lines: 40
};
const LEAST_DETAILS = 1500;
function renderComment(view, context, room) {
	return renderPage(view, context, limitComment(context, room), "###");
}
function renderSummary(view, context) {
	const all = view.keys.length;
	return renderPage(view, context, {
		room: 1e6,
		size: countBytes,
		rest: REST.report,
		full: all,
		lines: 0
	}, "##");
}
function renderGoneComment({ open, more }, context) {
	const { texts, left } = truncateList(open, (fingerprint) => formatCode$1(fingerprint), 2e4, (text) => text.length);
	const unnamed = left + more;
	const fingerprints = `${texts.join(", ")}${unnamed > 0 ? ` and ${formatNumber(unnamed)} more` : ""}`;
	const count = open.length + more;
	const { title, paragraphs } = count === 0 ? GONE : describeOpenKeys(count, fingerprints);
	return [
		`### ${title}`,
		...paragraphs,
		renderFooter$1(context, null)
	].join("\n\n");
}
function limitComment({ runUrl }, room) {
	return {
		room,
		size: countBytes,
		rest: runUrl === null ? REST.summary : formatMarkdown(linkRest(runUrl)),
		...COMMENT_KEYS
	};
}
const utf8 = new TextEncoder();
function countBytes(text) {
	return utf8.encode(text).length;
}
function renderPage(view, context, limit, level) {
	const title = `${level} ${view.mark} ${escapeMarkdown(view.title)}`;
	const gaps = view.keys.length === 0 && view.tone === "warn" ? renderOnlyGaps(view, limit) : renderGaps$1(view, limit);
	const rest = [
		renderFederation(view, limit),
		renderIgnored$1(view, limit),
		renderUnfinished$1(view, limit),
		gaps,
		renderFooter$1(context, view, level === "##")
	];
	const [only, ...others] = view.keys;
	const organization = view.sweep ? renderSweepMarkdown(view.sweep) : [];
	const isOne = only !== void 0 && others.length === 0;
	const free = limit.room - limit.size([
		title,
		...organization,
		...rest
	].join("\n\n")) - RESERVE;
	const body = isOne ? renderOne(view, only, context, limit, free) : renderSeveral(view, context, limit, free);
	return [
		title,
		...body.slice(0, 2),
		...organization,
		...body.slice(2),
		...rest
	].filter((part) => part !== "").join("\n\n");
}
function renderAlert(kind, text) {
	return `> [!${kind}]\n> ${text}`;
}
function renderOne(view, key, { link }, { size }, free) {
	const kind = key.tone === "bad" ? "CAUTION" : "WARNING";
	const steps = renderSteps$1(key);
	const head = [
		view.resolution ? formatMarkdown(view.resolution) : "",
		key.alert ? renderAlert(kind, formatMarkdown(key.alert.alone)) : "",
		view.resolution ? "" : renderFacts(key, link),
		steps && key.alert && key.actionTaken === null ? `**${THEN}**` : "",
		steps && view.resolution ? STILL_WORTH : "",
		steps,
		view.green ? formatMarkdown(view.green) : ""
	];
	const room = free - size(head.join("\n\n"));
	return [...head, renderDetails(key, {
		link,
		isOnly: true,
		isFirst: true,
		room,
		size
	})];
}
function renderSeveral(view, { link }, { size, full, lines, rest }, free) {
	const { keys } = view;
	if (keys.length === 0) return [];
	const first = keys.find(({ alert, isOpen }) => alert !== null && isOpen) ?? keys.find(({ alert }) => alert !== null);
	const kind = view.tone === "bad" ? "CAUTION" : "WARNING";
	const alert = first?.alert ? renderAlert(kind, formatMarkdown(first.alert.among)) : "";
	const head = [view.resolution ? formatMarkdown(view.resolution) : "", alert];
	const green = view.green ? formatMarkdown(view.green) : "";
	const table = truncateList(keys.slice(0, full), (key) => renderRow(key, link), free / 3, size);
	const listed = truncateList(keys.slice(full, full + lines), (key) => renderListItem(key, link), free / 6, size);
	const left = free - size([
		...head,
		green,
		...table.texts,
		...listed.texts
	].join("\n\n")) - RESERVE;
	const shown = keys.slice(0, table.texts.length);
	const room = Math.max(LEAST_DETAILS, left / Math.max(shown.length, 1));
	const details = truncateList(shown, (key) => renderDetails(key, {
		link,
		isOnly: false,
		isFirst: key === first,
		room,
		size
	}), left, size);
	const hidden = keys.length - table.texts.length - listed.texts.length;
	return [
		...head,
		table.texts.length > 0 ? [...TABLE_HEAD, ...table.texts].join("\n") : "",
		details.texts.join("\n"),
		listed.texts.length > 0 ? renderMore(listed.texts, hidden, rest) : "",
		hidden > 0 && listed.texts.length === 0 ? describeNotShown(hidden, rest) : "",
		green
	];
}
function renderMore(items, hidden, rest) {
	return [
		`<details><summary>${describeMoreKeys(items.length + hidden)}</summary>`,
		"",
		...items,
		...hidden > 0 ? ["", describeNotShown(hidden, rest)] : [],
		"",
		"</details>"
	].join("\n");
}
function renderOnlyGaps(view, limit) {
	const [only, ...others] = view.gaps;
	const detail = others.length === 0 && only ? formatGap(only) : null;
	const alert = renderAlert("WARNING", describeIncompleteAlert(view.scope, detail));
	if (detail === null) return `${alert}\n\n${renderGaps$1(view, limit)}`;
	return [
		alert,
		WAYS_OUT,
		(only?.ways ?? []).map((way) => `- ${formatMarkdown(way)}`).join("\n")
	].join("\n\n");
}
// src/report/wording/notice.ts
const NOTICE_LINKS = {
	run: "Run",
	issue: "Issue"
};
function namePullRequest(number) {
	return `Pull request #${number}`;
}
function describeNoticePlace(repository, pull) {
	const named = pull === null ? null : linkWords(`pull request #${pull.number}`, pull.url);
	if (repository === null) return named;
	return named === null ? line`In ${repository}.` : line`In ${repository}, ${named}.`;
}
function describeNoticeHead({ name, mask, fingerprint }, state) {
	return line`${name} (${mask.endsWith("…") ? fingerprint : mask}): ${words(state)}`;
}
function startSentence(text) {
	return words(`${capitalize(text).replace(/\.$/, "")}.`);
}
function describeNoticePlaces(first, more) {
	return more > 0 ? joinLines([first, words(`and ${formatCount(more, "more place")}`)], " ") : first;
}
function describeMoreFindings(count) {
	return `${formatNumber(count)} more with findings`;
}
function describeNoticeState(word) {
	return word === "yes" ? "still works" : word === "no" ? "does not work" : word;
}
// src/report/notice/document.ts
const SCHEMA$1 = "openai-key-guard/notice/v1";
const MOST_BYTES = 18e3;
function renderNoticeDocument(report, news, source, context) {
	const { change, findings } = report;
	const { version, runUrl, link } = context;
	return renderListed({
		schema: SCHEMA$1,
		kind: "scan",
		tool: {
			name: "openai-key-guard",
			version
		},
		repository: source.repository,
		pullRequest: source.pull,
		change: describeChangeKind(change),
		run: runUrl,
		conclusion: conclude(report),
		found: findings.length,
		counts: countStates(findings)
	}, "keys", rankFindings(news).map((finding) => formatKey(finding, link)));
}
function renderListed(base, list, entries) {
	const sizes = entries.map((entry) => Buffer.byteLength(JSON.stringify(entry, null, 2)) * 1.2);
	let room = MOST_BYTES - Buffer.byteLength(JSON.stringify(base, null, 2));
	const shown = entries.filter((_, index) => {
		room -= sizes[index] ?? 0;
		return room > 0;
	});
	const document = {
		...base,
		[list]: shown,
		more: entries.length - shown.length
	};
	const { schema, kind, ...rest } = document;
	return formatSafeJson({
		schema,
		kind,
		id: computeFingerprint(JSON.stringify(document)),
		...rest
	});
}
function formatKey(finding, link) {
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
			earlier: earlier !== null
		},
		because: "because" in outcome ? outcome.because : null,
		exposedAt: formatIsoTime(response.exposedAt),
		secondsExposed: response.secondsExposed,
		link: first ? link(first) : null
	};
}
function buildNotice({ keys, mark, title }, news, source, { link, runUrl, version }) {
	const told = keys.filter(({ fingerprint }) => news.has(fingerprint));
	const shown = told.slice(0, 10);
	return {
		mark,
		title,
		place: describeNoticePlace(source.repository, source.pull),
		items: shown.map((key) => describeItem(key, link)),
		describeMore: describeMoreKeys,
		more: told.length - shown.length,
		links: listLinks(source, runUrl),
		version
	};
}
function listLinks({ pull }, runUrl) {
	return [...pull === null ? [] : [{
		text: namePullRequest(pull.number),
		url: pull.url
	}], ...runUrl === null ? [] : [{
		text: NOTICE_LINKS.run,
		url: runUrl
	}]];
}
function describeItem(key, link) {
	const { mark, works, doneInBrief, firstPlace, placeCount, actionTaken, alert, outcome } = key;
	const place = firstPlace && linkData(firstPlace.spot, link(firstPlace.sighting));
	const done = actionTaken === null ? [] : [actionTaken.done, actionTaken.breaks];
	const step = alert?.isStep && actionTaken === null ? [alert.alone] : [];
	const rest = done.length + step.length === 0 ? [startSentence(outcome)] : [];
	return {
		mark,
		head: stressLine(describeNoticeHead(key, doneInBrief ?? describeNoticeState(works.word))),
		lines: [...place === null ? [] : [describeNoticePlaces(place, placeCount - 1)], ...[
			...done,
			...step,
			...rest
		].filter((one) => formatPlain(one) !== "")]
	};
}
// src/report/advice/gaps.ts
function describeGapWays(gap, medium) {
	if (gap.cause !== void 0) return BY_CAUSE[gap.cause](gap, medium);
	return BY_KIND[gap.kind](gap, medium);
}
function choose(medium, inWorkflow, inTerminal) {
	return medium === "workflow" ? inWorkflow : inTerminal;
}
const AGAIN = {
	workflow: line`try again: run the job once more`,
	terminal: line`try again: run it once more`
};
const REPORT = line`if it happens again: please report it`;
const ADMIN_KEYS_PAGE = "https://platform.openai.com/settings/organization/admin-keys";
const KEYS_PAGE$1 = "https://platform.openai.com/api-keys";
const ADMIN_KEY = {
	workflow: "openai-admin-key",
	terminal: "OPENAI_ADMIN_KEY"
};
const BY_KIND = {
	"missing-object": (gap, medium) => [choose(medium, line`read it: ${"actions/checkout"} with ${"fetch-depth: 0"} and without ${"filter"}`, line`read it: ${"git fetch --refetch --no-filter"} in a partial clone; in others ${"git fsck"} shows what is broken`), ...describeExclusion(gap, medium)],
	unreadable: (gap, medium) => gap.path === void 0 ? [AGAIN[medium], REPORT] : [line`read it: give this user the right to read the file`, ...describeExclusion(gap, medium)],
	miscounted: (_, medium) => [AGAIN[medium], REPORT],
	unfetched: (_, medium) => [choose(medium, line`fetch it: give the job ${"permissions: contents: read"}`, line`fetch it: ${"git fetch"} in a clone of the repository`), choose(medium, line`or check it out: ${"actions/checkout"} with ${"fetch-depth: 0"} before this step`, line`or scan a full clone of the repository`)],
	lfs: (gap, medium) => [choose(medium, line`read it: ${"actions/checkout"} with ${"lfs: true"} before this step`, line`read it: ${"git lfs fetch --all"}`), ...describeExclusion(gap, medium)],
	archive: (gap, medium) => [choose(medium, line`read it: unpack it on your machine and scan its files with ${"openai-key-guard scan --files '**'"}`, line`read it: unpack it and scan its files with ${"openai-key-guard scan --files '**'"}`), ...describeExclusion(gap, medium)],
	"self-test": (_, medium) => [choose(medium, line`use another version of the Action: this one does not find keys here`, line`use another version: this one does not find keys here`), line`report it: the search must find its own sample keys`],
	inventory: (_, medium) => [line`let it list all keys: ${ADMIN_KEY[medium]} needs the permission to read projects, their keys and the admin keys`, line`or find keys only: leave ${ADMIN_KEY[medium]} out`],
	"audit-file": (_, medium) => [choose(medium, line`run the job again with the same ${"audit-file"}: it checks what became of the key`, line`run it again with the same ${"--audit-file"}: it checks what became of the key`)],
	protect: () => [line`correct the entry, or remove it if its key, project or owner is gone`],
	approved: () => [line`correct the fingerprint, or scan the change in which the key was found`],
	paths: (_, medium) => [choose(medium, line`correct the glob in ${"paths"}, or remove it: it is matched from the top of the repository`, line`correct the glob after ${"--files"}`)],
	ignore: () => [line`remove the entries; keep those of keys in issues, comments and other texts outside of git`],
	"no-admin-key": (_, medium) => [line`set ${ADMIN_KEY[medium]} to learn whose keys these are and whether they still work`]
};
const BY_CAUSE = {
	shallow: (_, medium) => [choose(medium, line`read it: ${"actions/checkout"} with ${"fetch-depth: 0"}`, line`read it: ${"git fetch --unshallow"}`)],
	damaged: (gap, medium) => [choose(medium, line`read it: run the job again in a new checkout`, line`read it: ${"git fsck"} shows what is broken; a new clone repairs it`), ...describeExclusion(gap, medium)],
	elsewhere: (gap, medium) => [line`read it: scan it where it is`, ...describeExclusion(gap, medium)],
	"cut-short": (_, medium) => [AGAIN[medium], REPORT],
	"no-match": (_, medium) => [choose(medium, line`correct the globs in ${"paths"}`, line`correct the globs after ${"--files"}`), choose(medium, line`or run this step after the one that writes the files`, line`or scan after the files are written`)],
	"pull-request": () => [line`read it: give the job ${"permissions: pull-requests: read"}`, line`or check the input ${"github-token"}`],
	"ignore-file": () => [line`correct the ignore file on the base branch`],
	"broken-ignore-file": () => [line`correct the ignore file in this change`],
	"keys-file": () => [line`correct ${".github/openai-keys.yml"} on the base branch`],
	"admin-key": (_, medium) => [line`replace ${ADMIN_KEY[medium]}: an owner of the organisation creates an Admin API key at ${ADMIN_KEYS_PAGE}`, line`or find keys only: leave ${ADMIN_KEY[medium]} out`],
	"admin-permission": (_, medium) => [line`give that permission to the Admin API key, or set ${ADMIN_KEY[medium]} to one that has it: ${ADMIN_KEYS_PAGE}`, line`or find keys only: leave ${ADMIN_KEY[medium]} out`],
	"openai-refuses-machine": (_, medium) => [choose(medium, line`run the job on a machine that the organisation and OpenAI accept, such as a self-hosted runner`, line`run it on a machine that the organisation and OpenAI accept`), line`or add this machine's address to the organisation's IP allowlist`],
	"openai-address": (_, medium) => [choose(medium, line`correct ${"openai-base-url"}; an organisation with data in Europe has ${"https://eu.api.openai.com/v1"}`, line`correct ${"--openai-base-url"}; an organisation with data in Europe has ${"https://eu.api.openai.com/v1"}`), line`or check the proxy (${"HTTPS_PROXY"})`],
	"openai-down": (_, medium) => [AGAIN[medium], line`if it happens again: check the proxy (${"HTTPS_PROXY"}) and ${"https://status.openai.com"}`],
	"unknown-form": () => [line`report how OpenAI's page shows the key, without the key itself`],
	repository: () => [line`read it: plan, scan and merge once more`, line`or leave it out: ${"sweep plan --exclude"} with its name`],
	"lost-key": () => [line`revoke the key, or see that it is revoked: ${KEYS_PAGE$1}`, line`then list it in the ignore file that ${"sweep merge --ignore-file"} names`],
	shard: () => [line`read it: run ${"sweep scan"} for this shard again, and then ${"sweep merge"} over all`],
	redacted: () => [line`read it: run that scanner again without redaction, and pipe its report here without storing it`, line`or scan the repository itself: ${"openai-key-guard scan --history"}`],
	alerts: (_, medium) => [AGAIN[medium], choose(medium, line`if it happens again: check that ${"github-token"} may read secret scanning alerts`, line`if it happens again: check that ${"GITHUB_TOKEN"} may read secret scanning alerts`)],
	fault: (gap, medium) => [
		AGAIN[medium],
		REPORT,
		...describeExclusion(gap, medium)
	]
};
const LONGEST_GLOB = 90;
function describeExclusion({ kind, path }, medium) {
	const glob = path === void 0 ? null : formatGlob(path, kind === "lfs");
	if (glob === null) return [];
	return [choose(medium, line`leave it out: ${`exclude: ${JSON.stringify(glob)}`} in the workflow`, line`leave it out: ${`--exclude ${quoteForShell(glob)}`}`)];
}
function formatGlob(path, isGroup) {
	if (path === "" || path.length > LONGEST_GLOB || path.trim() !== path || /[\p{Cc}`]|\\(?!x[0-9a-f]{2})/u.test(path)) return null;
	const glob = path.replaceAll(/[*?[\]{}()!]/g, "\\$&");
	return isGroup ? glob.replace(/[^/]+(?=\.[A-Za-z0-9]+$)/, "*") : glob;
}
function quoteForShell(word) {
	return /^[\w\-./*@+,:=~ ]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
// src/report/advice/green.ts
const UNTRIED = [
	"stranger",
	"unchecked",
	"suspected"
];
function describeGreen(findings, { medium }) {
	const blocking = findings.filter(({ blocks }) => blocks);
	const states = blocking.map(getState);
	if (medium !== "workflow" || blocking.length === 0) return null;
	if (blocking.every(({ sightings }) => sightings.every(({ where }) => where === "alert"))) return words(`The check turns green when ${blocking.length === 1 ? "its alert is closed" : "their alerts are closed"}, or when OpenAI refuses what is yours: re-run the job.`);
	const thing = blocking.every((one) => nameThing(one) === "token") ? "token" : "key";
	const [it, them] = blocking.length === 1 ? [`the ${thing}`, "it"] : [`these ${thing}s`, "them"];
	if (states.every((state) => state === "inactive" || state === "fake")) {
		if (blocking.length === 1 && states[0] === "inactive" && blocking[0] && getContainment(blocking[0])) return null;
		return words(`The check turns green when the branch no longer contains ${it}: push a commit that removes ${them}.`);
	}
	const open = blocking.filter(({ validity }) => validity.kind !== "inactive");
	const untried = open.filter((one) => UNTRIED.includes(getState(one)));
	if (untried.length === 0) return words(`The check turns green when OpenAI refuses ${it} and the branch no longer contains ${them}: push, or re-run the job.`);
	const ways = [
		...open.length > untried.length ? ["OpenAI refuses the keys that still work"] : [],
		...blocking.length > untried.length ? ["the branch no longer contains the keys that do not work"] : [],
		`no commit of the branch contains ${blocking.length > untried.length ? "the others" : it}`
	];
	const listed = blocking.length > untried.length ? "the others" : them;
	return words(`The check turns green when ${formatList(ways)}, or when the ignore file of the base branch lists ${listed}.`);
}
function formatList(parts) {
	const last = parts.at(-1) ?? "";
	return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
// src/report/sweep/axis.ts
const MOST_TICKS = 4;
const [MINUTE, HOUR, DAY] = [
	6e4,
	36e5,
	864e5
];
const SPANS = [
	1,
	5,
	15,
	30
].map((count) => count * MINUTE).concat([
	1,
	3,
	6,
	12
].map((count) => count * HOUR), [
	1,
	2,
	4,
	7,
	14
].map((count) => count * DAY));
const MONTHS = [
	1,
	2,
	3,
	6,
	12,
	24,
	60,
	120,
	240
];
function buildAxis(starts, end) {
	const start = starts.reduce((least, at) => Math.min(least, at.getTime()), Number.POSITIVE_INFINITY);
	if (start >= end.getTime()) return null;
	const place = (time) => (time - start) / (end.getTime() - start);
	const { times, format } = chooseTicks(start, end.getTime());
	return {
		start: new Date(start),
		end,
		ticks: times.map((time) => ({
			at: place(time),
			label: format(new Date(time))
		}))
	};
}
function locateTime({ start, end }, at) {
	const whole = end.getTime() - start.getTime();
	return Math.min(1, Math.max(0, (at.getTime() - start.getTime()) / whole));
}
function chooseTicks(start, end) {
	const span = SPANS.find((each) => (end - start) / each <= MOST_TICKS);
	if (span !== void 0) return {
		times: listSteps(Math.ceil(start / span) * span, end, (time) => time + span),
		format: span < DAY ? formatHour : formatDayOfYear
	};
	const months = MONTHS.find((each) => (end - start) / (each * 30.4 * DAY) <= MOST_TICKS) ?? 600;
	const from = new Date(start);
	const index = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth() + 1) / months) * months;
	const after = (time) => Date.UTC(new Date(time).getUTCFullYear(), new Date(time).getUTCMonth() + months);
	const format = months < 12 ? formatMonth : formatYear;
	return {
		times: listSteps(Date.UTC(Math.floor(index / 12), index % 12), end, after),
		format
	};
}
function listSteps(first, end, next) {
	const times = [];
	for (let time = first; time <= end; time = next(time)) times.push(time);
	return times;
}
function formatHour(at) {
	return at.toISOString().slice(11, 16);
}
function formatDayOfYear(at) {
	return formatDay(at).replace(/ \d+$/, "");
}
function formatMonth(at) {
	return formatDay(at).replace(/^\d+ /, "");
}
function formatYear(at) {
	return String(at.getUTCFullYear());
}
// src/report/sweep/repositories.ts
function listRepositories(exposures, gaps) {
	const rows = /* @__PURE__ */ new Map();
	const getRow = (name) => {
		const row = rows.get(name) ?? {
			states: {
				works: 0,
				"may-work": 0,
				limited: 0,
				dead: 0
			},
			gaps: 0
		};
		rows.set(name, row);
		return row;
	};
	for (const { finding, state } of exposures) {
		const names = new Set(finding.sightings.flatMap(({ repository }) => repository === void 0 ? [] : [repository]));
		for (const name of names) getRow(name).states[state] += 1;
	}
	for (const { repository } of gaps) if (repository !== void 0) getRow(repository).gaps += 1;
	return [...rows].map(([name, row]) => ({
		name,
		...row
	})).toSorted(compareRows);
}
function compareRows(a, b) {
	const state = EXPOSURE_STATES.find((one) => a.states[one] !== b.states[one]);
	if (state !== void 0) return b.states[state] - a.states[state];
	return b.gaps - a.gaps || (a.name < b.name ? -1 : 1);
}
function buildRepositoryTable(rows, most) {
	const shown = rows.slice(0, most);
	const columns = [...EXPOSURE_STATES.map((state) => {
		return {
			head: SWEEP_COLUMNS.states[state],
			count: ({ states }) => states[state]
		};
	}), {
		head: SWEEP_COLUMNS.gaps,
		count: ({ gaps }) => gaps
	}].filter(({ count }) => shown.some((row) => count(row) > 0));
	const format = (count) => count === 0 ? "–" : formatNumber(count);
	return {
		heads: columns.map(({ head }) => head),
		rows: shown.map((row) => ({
			name: row.name,
			counts: columns.map(({ count }) => format(count(row)))
		})),
		left: rows.length - shown.length
	};
}
// src/report/sweep/view.ts
const MOST = {
	open: 12,
	bars: 30,
	repositories: 50
};
function describeSweep(change, { findings, gaps }, keys, time) {
	const now = time ?? findLast(findings);
	const exposures = listExposures(findings, now);
	const views = new Map(findings.map((finding, index) => [finding, keys[index]]));
	const shown = exposures.flatMap((exposure) => {
		const key = views.get(exposure.finding);
		return key ? [{
			exposure,
			key
		}] : [];
	});
	const states = new Map(exposures.map((exposure) => [exposure.finding, exposure]));
	const open = findings.flatMap((finding, index) => {
		const [exposure, key] = [states.get(finding), keys[index]];
		return key && (exposure?.state === "works" || exposure?.state === "may-work") ? [{
			exposure,
			key
		}] : [];
	});
	const drawn = shown.slice(0, MOST.bars);
	const axis = buildAxis(drawn.flatMap(({ exposure: { start } }) => start ?? []), now);
	return {
		organization: change.organization,
		figures: listFigures(change, exposures),
		times: listTimes(exposures, now),
		open: open.slice(0, MOST.open).map(({ exposure, key }) => describeOpenKey(exposure, key, now)),
		openLeft: Math.max(0, open.length - MOST.open),
		axis,
		bars: drawn.map(({ exposure, key }) => describeBar(exposure, key, axis, now)),
		barsOf: shown.length,
		isCommitTime: drawn.some(({ exposure: { finding, start } }) => start && finding.response.exposedAtIs === "committed"),
		repositories: buildRepositoryTable(listRepositories(exposures, gaps), MOST.repositories)
	};
}
function findLast(findings) {
	const times = findings.flatMap(({ response: { foundAt, containedAt } }) => [foundAt, containedAt]);
	return new Date(times.reduce((last, time) => Math.max(last, time?.getTime() || 0), 0));
}
const TONES = {
	works: "bad",
	"may-work": "bad",
	limited: "warn",
	dead: "good"
};
function listFigures({ repositories, unread, leftOut }, exposures) {
	const count = (state) => exposures.filter((one) => one.state === state).length;
	const states = EXPOSURE_STATES.filter((state) => count(state) > 0 || state === "works" && exposures.length > 0);
	return [{
		name: SWEEP_FIGURES.repositories,
		value: describeRead(repositories, unread),
		note: describeUnread(unread, leftOut),
		tone: unread > 0 ? "warn" : "good",
		isGap: unread > 0
	}, ...states.map((state) => ({
		name: EXPOSURE_NAMES[state],
		value: formatNumber(count(state)),
		note: EXPOSURE_NOTES[state],
		tone: count(state) > 0 ? TONES[state] : "good",
		isGap: false
	}))];
}
function listTimes(exposures, now) {
	if (exposures.length === 0) return [];
	const medians = measureResponses(exposures);
	const names = [
		"exposed",
		"detected",
		"contained"
	];
	return [...listLongest(exposures, now), ...names.map((name) => describeMedian(name, medians[name], exposures.length))];
}
function listLongest(exposures, now) {
	const [first] = exposures.filter(({ state }) => state === "works" || state === "may-work").toSorted((a, b) => (measureLength(b, now) ?? -1) - (measureLength(a, now) ?? -1));
	const length = first ? measureLength(first, now) : null;
	if (!first?.start || length === null) return [];
	const [value, note] = [describeSeconds(length / 1e3), describeOpenSince(first.start)];
	return [{
		name: SWEEP_FIGURES.longest,
		value,
		note,
		tone: "bad",
		isGap: false
	}];
}
function describeMedian(name, median, all) {
	const value = median === null ? UNKNOWN : describeSeconds(median.seconds);
	const note = describeMedianOf(name, median, all);
	return {
		name: SWEEP_FIGURES[name],
		value,
		note,
		tone: "quiet",
		isGap: false
	};
}
function describeOpenKey(exposure, key, now) {
	const [first] = key.alert?.alone ?? [];
	const next = first && "stress" in first ? first.stress : key.alert?.alone ?? null;
	return {
		key,
		since: describeSince(exposure, now),
		next
	};
}
function describeBar(exposure, key, axis, now) {
	const { state, start, end } = exposure;
	const kind = state === "dead" ? end === null ? "unknown" : "ended" : state;
	const text = describeExposureTime(exposure, now);
	if (axis === null || start === null) return {
		key,
		text,
		kind,
		span: null
	};
	const to = end === null ? 1 : locateTime(axis, end);
	return {
		key,
		text,
		kind,
		span: {
			from: locateTime(axis, start),
			to,
			isOpen: end === null && state !== "dead"
		}
	};
}
// src/report/wording/notes.ts
function describeMissingKey({ findings, gaps }, { medium }) {
	if (!findings.some(({ identity }) => identity.kind === "unchecked" && identity.because === "no-admin-key") || !gaps.some(isChoice)) return null;
	const whose = findings.length === 1 ? "this key is and whether it works" : "these keys are and whether they still work";
	return line`Set ${words(medium === "workflow" ? "the input " : "")}${formatSettingName("openai-admin-key", medium)} to learn whose ${words(whose)}.`;
}
function describeReportOnly(findings, { medium }) {
	const left = findings.filter((one) => one.outcome.kind === "left" && one.outcome.because === "report-only" && /^(?:live|unsure)$/.test(getState(one)));
	if (left.length === 0) return null;
	const to = left.length === 1 ? "the key" : "these keys";
	const here = medium === "workflow" ? "this repository reports only" : "report-only mode";
	return line`Nothing was done to ${words(to)}: ${words(here)} (${formatSetting("on-leak", "report", medium)}).`;
}
function describeResolution(findings, { medium }) {
	const over = findings.filter((one) => getState(one) === "resolved");
	const [only, ...others] = over;
	if (!only) return null;
	const older = findings.some(({ sightings }) => isPreexisting(sightings)) ? words(" Keys that were here before this change are listed, but do not fail it.") : words("");
	const place = medium === "workflow" ? "out of the code" : "no longer there";
	const history = words(over.some(mayWorkAgain) ? "" : " History need not be rewritten.");
	if (others.length > 0) return line`None of them works, and they are ${words(place)}.${history}${older}`;
	const name = nameKey(only, "The key");
	const record = findRecord(only);
	const home = record === null ? null : nameHome(record.home);
	const contained = getContainment(only);
	const how = contained === null ? line`does not work (${words(explainValidity(only.validity))})` : line`was ${words(contained.by === "revoke" ? ACTIONS.revoke.done : "contained")} ${words(formatWhen(contained.at, null))}${words(describeDelayBetween(only, contained.at))}`;
	return line`${name}${home === null ? words("") : line` (${home})`} ${how} and is ${words(place)}.${history}${older}`;
}
function describeDelayBetween(finding, at) {
	const delay = appendDelay(finding, at);
	return delay === "" ? "" : `${delay},`;
}
// src/report/view/key-list.ts
const DETAILS = {
	title: true,
	kind: true,
	name: true,
	fingerprint: true,
	mask: true,
	confidence: true,
	recordId: true,
	works: true,
	owner: true,
	use: true,
	useInBrief: true,
	usage: true,
	outcome: true,
	doneInBrief: true,
	actionTaken: true,
	ignoreReason: true,
	alert: true,
	steps: true,
	places: true,
	placeCount: true,
	firstPlace: true,
	anchor: true,
	seenIn: true,
	timeline: true
};
var LazyKey = class {
	#describe;
	constructor(glance, describe) {
		this.#describe = describe;
		Object.assign(this, glance);
	}
	static {
		for (const name of Object.keys(DETAILS)) {
			const get = function() {
				return this.#describe()[name];
			};
			Object.defineProperty(this.prototype, name, { get });
		}
	}
};
function describeKeys(findings, change, organization, context) {
	let latest = null;
	const describe = (finding) => {
		if (latest?.finding !== finding) latest = {
			finding,
			view: describeKey(finding, change, organization, context)
		};
		return latest.view;
	};
	return findings.map((finding) => {
		return new LazyKey(describeGlance(finding), () => describe(finding));
	});
}
// src/report/view/view.ts
var view_exports = /* @__PURE__ */ __exportAll({ describeReport: () => describeReport });
function describeReport(report, context = {}) {
	const { change, unfinished, gaps, askedAs } = report;
	const story = {
		...BARE_CONTEXT,
		...context
	};
	const findings = rankFindings(report.findings);
	const conclusion = conclude(report);
	const { mark, text: title } = describeTitle(report, findings, conclusion, story);
	const all = describeKeys(findings, change, askedAs, story);
	const keys = all.filter(({ stateName }) => stateName !== "ignored");
	const tone = chooseTone(conclusion, keys);
	return {
		tone,
		mark,
		sign: conclusion === "incomplete" ? "?" : SIGNS[tone],
		title,
		resolution: conclusion === "clean" ? describeResolution(findings, story) : null,
		keys,
		ignored: all.filter(({ stateName }) => stateName === "ignored"),
		unfinished: unfinished.map(describeUnfinished$1),
		gaps: gaps.filter((gap) => !isChoice(gap)).map((gap) => ({
			...describeGap(gap),
			path: gap.path ?? null,
			ways: describeGapWays(gap, story.medium),
			isWarning: true
		})),
		gapsWarning: gaps.some(mayHideKey) ? GAPS_WARNING : null,
		green: describeGreen(findings, story),
		federation: describeFederation(findings, story),
		missingKey: describeMissingKey(report, story),
		reportOnly: describeReportOnly(findings, story),
		sweep: change.kind === "sweep" ? describeSweep(change, {
			findings,
			gaps
		}, all, story.now) : null,
		coverage: describeCoverage(report),
		scope: describeScope(report),
		checkedAgainst: askedAs,
		failure: describeFailure(report, findings)
	};
}
const SIGNS = {
	bad: "✗",
	warn: "!",
	good: "✓"
};
function chooseTone(conclusion, keys) {
	if (conclusion === "clean") return keys.some(({ stateName, isOpen }) => stateName === "preexisting" && isOpen) ? "warn" : "good";
	if (conclusion === "incomplete") return "warn";
	return keys.some(({ tone, stateName }) => tone === "bad" && stateName !== "preexisting") ? "bad" : "warn";
}
// src/report/notice/content.ts
var content_exports = /* @__PURE__ */ __exportAll({ createNoticeContent: () => createNoticeContent });
function createNoticeContent(report, source, context) {
	const news = selectNews(report);
	const fingerprints = new Set(news.map(({ fingerprint }) => fingerprint));
	return {
		notice: () => buildNotice(describeReport(report, context), fingerprints, source, context),
		document: () => renderNoticeDocument(report, news, source, context)
	};
}
// src/report/notice/rotation-notice.ts
var rotation_notice_exports = /* @__PURE__ */ __exportAll({
	createRotationNoticeContent: () => createRotationNoticeContent,
	hasRotationNews: () => hasRotationNews
});
function createRotationNoticeContent(report, view, repository, context) {
	return {
		notice: () => buildRotationNotice(view, repository, context),
		document: () => renderRotationDocument(report, repository, context)
	};
}
function hasRotationNews({ rotations, isDryRun }) {
	return rotations.length > 0 && !isDryRun;
}
function buildRotationNotice({ mark, title, isSingle, keys }, repository, { runUrl, version }) {
	const shown = isSingle ? [] : keys.slice(0, 10);
	return {
		mark,
		title: formatPlain(title),
		place: describeNoticePlace(repository, null),
		items: shown.map((key) => ({
			mark: key.mark,
			head: key.verdict,
			lines: []
		})),
		describeMore: describeMoreKeys,
		more: isSingle ? 0 : keys.length - shown.length,
		links: runUrl === null ? [] : [{
			text: NOTICE_LINKS.run,
			url: runUrl
		}],
		version
	};
}
function renderRotationDocument(report, repository, { runUrl, version }) {
	const { rotations } = report;
	const count = (kind) => rotations.filter(({ state }) => state.kind === kind).length;
	return renderListed({
		schema: "openai-key-guard/notice/v1",
		kind: "rotation",
		tool: {
			name: "openai-key-guard",
			version
		},
		repository,
		run: runUrl,
		conclusion: concludeRotation(report),
		rotated: count("rotated"),
		unfinished: count("unfinished"),
		failed: count("failed") + count("refused")
	}, "keys", rotations.map(({ old, newKey, state }) => ({
		old: old?.id ?? null,
		new: newKey?.id ?? null,
		state: state.kind,
		because: "because" in state ? state.because : null
	})));
}
// src/report/proof/predicate.ts
var predicate_exports = /* @__PURE__ */ __exportAll({ renderPredicate: () => renderPredicate });
const SCHEMA = "openai-key-guard/scan/v1";
function renderPredicate(report, { version, settings, isFiltered, sweep }) {
	const { change, coverage, findings, gaps } = report;
	const { commits, blobs, bytes, texts } = coverage;
	const missed = gaps.filter((gap) => !isChoice(gap));
	const document = {
		schema: SCHEMA,
		tool: {
			name: "openai-key-guard",
			version
		},
		settings: { sha256: settings },
		change: describeChangeKind(change),
		coverage: {
			commits,
			blobs,
			bytes,
			texts,
			...sweep
		},
		filtered: isFiltered || (sweep?.repositories.leftOut ?? 0) > 0,
		complete: missed.length === 0,
		gaps: countGaps(missed),
		selfTest: gaps.some(({ kind }) => kind === "self-test") ? "failed" : "passed",
		conclusion: conclude(report),
		found: findings.length,
		counts: countStates(findings)
	};
	return `${JSON.stringify(document, null, 2)}\n`;
}
function countGaps(gaps) {
	return [...new Set(gaps.map(({ kind }) => kind))].toSorted().map((kind) => ({
		kind,
		count: gaps.filter((gap) => gap.kind === kind).length
	}));
}
// src/report/wording/rotation/advice.ts
const KEYS_PAGE = linkWords("API keys", DASHBOARD$1.keys);
function describeRotationAdvice(result, medium) {
	const { state } = result;
	switch (state.kind) {
		case "rotated":
		case "planned": return [];
		case "refused": return describeRefusalAdvice(state, result, medium);
		case "unfinished": return [words(UNFINISHED[state.because])];
		case "failed":
			if (state.because === "mint") {
				const advice = describeMintAdvice(state.failure, medium);
				const doubt = state.mayExist ? [line`A key with the name ${result.plan?.name || "of the rotation"} may exist all the same, and nobody has its text.`] : [];
				return [...advice === null ? [] : [advice], ...doubt];
			}
			if (state.because === "store") {
				const advice = describeStoreAdvice(state.failure, state.target, medium);
				return advice === null ? [] : [advice];
			}
			if (state.because === "overtaken") return [words("Leave it to the other one.")];
			return state.because === "new-key-not-ours" ? [line`Look at the keys of this service account under ${KEYS_PAGE}.`] : [];
		default: return state;
	}
}
const UNFINISHED = {
	"new-key-unseen": "Start what uses the key again, so it reads the new one.",
	"new-key-gone": "The places hold a key that no longer works. Rotate it again at once.",
	"old-key-in-use": "Find what still uses the old key. It may be a program that was not started again, or a place that is not on the list.",
	"use-unknown": "Look whether the new key is used.",
	"old-key-kept": "Until it is retired, the old key works."
};
function isOpenRotation({ state, newKey, superseded }) {
	if (state.kind === "unfinished") return state.because !== "new-key-gone";
	if (state.kind === "refused") return state.because === "unfinished";
	if (state.kind !== "failed" || state.because === "resumed-elsewhere" || state.because === "overtaken") return false;
	const isLeft = superseded.some(({ outcome }) => outcome.kind !== "contained" && outcome.kind !== "already-gone");
	return newKey !== null || isLeft || state.because === "mint" && state.mayExist;
}
function describeGoOn(results, { command, hasAuditFile, medium }) {
	if (results.some(isOpenRotation)) {
		if (!hasAuditFile) return {
			said: line`No audit file was kept, and no later run can go on. Once nothing uses the old key, revoke it under ${KEYS_PAGE}.`,
			command: null
		};
		if (medium === "workflow") return {
			said: words("Then run this workflow again with resume: true and the same audit file."),
			command: null
		};
		return {
			said: words(command === null ? "Then run the same command again with --resume." : "Then go on with:"),
			command
		};
	}
	if (!results.some(isRepeatable)) return null;
	return {
		said: words(medium === "workflow" ? "Then run this workflow again." : "Then run the same command again."),
		command: null
	};
}
function isRepeatable({ state }) {
	if (state.kind === "unfinished") return state.because === "new-key-gone";
	return state.kind === "failed" && state.because !== "overtaken" && state.because !== "resumed-elsewhere";
}
function describeRunning(places) {
	const written = places.filter(({ holds }) => holds === "new").map(({ target }) => target);
	if (written.length === 0) return null;
	if (!written.some(isSecret)) return "A program that read the old key at its start keeps it until it is started again.";
	return `${written.some((target) => target.kind === "github" && target.environment !== null) ? "Secrets are read when a run is queued, and those of an environment when the job starts." : "Secrets are read when a run is queued."} What runs now keeps the old key. Start a new run: a re-run of an old one may still get the old key.`;
}
function isSecret({ kind }) {
	return kind === "github" || kind === "github-org";
}
// src/report/wording/rotation/verdict.ts
function describeVerdict$1(result, told) {
	const name = nameRotated(result);
	const { state } = result;
	switch (state.kind) {
		case "rotated": return describeRotated(result, told);
		case "planned": return line`Dry run: ${name} would get a new key in ${words(countPlaces(result.places.length))}. Nothing was created or changed.`;
		case "unfinished": return describeUnfinished(result, state.because, told);
		case "failed": return describeFailed(result, state, told);
		case "refused": return line`${name} was not rotated: ${explainRefusal(state, result, told.medium)}. Nothing was created or changed.`;
		default: return state;
	}
}
function describeRotated(result, { now }) {
	const { use, places } = result;
	const inUse = use.kind === "seen" ? " and in use" : "";
	return joinLines([
		line`Rotated ${nameRotated(result)}: the new key is in ${words(`${countPlaces(places.length)}${inUse}`)}.`,
		...use.kind === "seen" ? [] : [words("Nobody waited for it to be used.")],
		...describeOldEnd(result, now)
	], " ");
}
function describeOldEnd({ retired, old }, now) {
	const { outcome } = retired ?? {};
	if (outcome === void 0) return [];
	if (outcome.kind === "already-gone") return [words("The old one was gone already.")];
	if (outcome.kind === "contained") {
		const doubt = outcome.verified ? "" : ", which is not confirmed yet";
		if (outcome.by === "revoke") return [words(`The old one is revoked${doubt}.`)];
		return [words(`The old one ends ${outcome.endsAt === null ? "soon" : formatWhen(outcome.endsAt, now)}${doubt}.`)];
	}
	const isEnding = outcome.kind === "left" && outcome.because === "expires-sooner";
	const endsAt = (retired ?? { record: old }).record?.expiresAt ?? null;
	return isEnding && endsAt !== null ? [words(`The old one ends ${formatWhen(endsAt, now)}, as it was to before.`)] : [];
}
function describeUnfinished(result, because, { now }) {
	const name = nameRotated(result);
	const has = line`${name} has a new key in ${words(countPlaces(result.places.length))}`;
	switch (because) {
		case "new-key-unseen": return line`${has}, and it was not used while this run waited. The old key was kept: both work.`;
		case "new-key-gone": return line`The new key of ${name} was deleted, and not by this tool. Only the old one still works.`;
		case "old-key-in-use": return line`${has}, and something still uses the old one. It was kept: both work.`;
		case "use-unknown": return line`${has}, and OpenAI did not say when each key was last used. The old one was kept: both work.`;
		case "old-key-kept": return line`${has}, and the old one was not retired${words(explainKept(result, now))}.`;
		default: return because;
	}
}
function explainKept({ retired, superseded }, now) {
	const outcome = [retired, ...superseded].find((one) => one !== null && one.outcome.kind !== "contained")?.outcome;
	switch (outcome?.kind) {
		case "failed": return `: ${explainFailed(outcome.because)}`;
		case "refused": return `: ${explainRefused(outcome.because)}`;
		case "left": return `: ${explainLeft(outcome.because)}`;
		default: {
			const unsure = retired?.outcome;
			if (unsure?.kind !== "contained" || unsure.verified) return "";
			return unsure.endsAt === null ? ": it is not confirmed" : `: that it ends ${formatWhen(unsure.endsAt, now)} is not confirmed`;
		}
	}
}
function describeFailed(result, failure, { medium }) {
	const name = nameRotated(result);
	switch (failure.because) {
		case "mint": return line`No new key for ${name}: ${explainMintFailure(failure.failure)}. The old one was not touched.`;
		case "new-key-refused": return line`OpenAI did not accept the new key of ${name}. No place got it, and the old one was not touched.`;
		case "new-key-lives-longer": return line`OpenAI gave the new key of ${name} a longer life than was asked for. No place got it, and the old one was not touched.`;
		case "new-key-not-ours": return line`OpenAI accepted the new key of ${name} for somebody else. No place got it, and the old one was not touched.`;
		case "store": {
			const place = result.places.findIndex(({ target }) => target === failure.target);
			const target = nameTarget(failure.target, Math.max(0, place));
			const stored = result.places.filter(({ holds }) => holds === "new").length;
			const all = countPlaces(result.places.length);
			const why = line`${target} did not take it: ${explainStoreFailure(failure.failure, medium)}.`;
			if (result.newKey === null) return line`No place has a new key for ${name}: ${why} The old one was not touched.`;
			return line`The new key of ${name} is in ${stored} of ${words(all)}: ${why} The old one was kept: both work.`;
		}
		case "overtaken": return line`Another rotation of ${name} was first: its new key is ${failure.by}. This run stopped, and the old key was not touched.`;
		default: return line`The rotation of ${name} ${words(BROKEN[failure.because])}. The old key was not touched.`;
	}
}
const BROKEN = {
	"resumed-elsewhere": "goes on in another run, and this run stopped",
	"account-not-listed": "stopped: the keys of its service account could not be listed, and another rotation may run",
	"not-recorded": "stopped: the audit file could not be written",
	cancelled: "was stopped",
	unexpected: "broke off: this is a fault of openai-key-guard"
};
function describeRotationSum({ rotations, gaps }) {
	if (rotations.length === 0) return gaps.length > 0 ? "Not clear which keys are due: not everything could be listed" : "No key is due for rotation";
	const parts = SUMS.map(([kind, what]) => [rotations.filter(({ state }) => state.kind === kind).length, what]).filter(([count]) => count > 0);
	return capitalize(parts.map(([count, what], at) => at === 0 ? `${formatCount(count, "key")} ${what}` : `${count} ${what}`).join(", "));
}
const SUMS = [
	["failed", "failed"],
	["unfinished", "not finished"],
	["refused", "not rotated"],
	["rotated", "rotated"],
	["planned", "would be rotated (dry run)"]
];
// src/report/sarif/sweep-sarif.ts
var sweep_sarif_exports = /* @__PURE__ */ __exportAll({ renderSweepSarif: () => renderSweepSarif });
function renderSweepSarif(report, { server, version }) {
	const named = report.findings.flatMap(({ sightings }) => sightings.map(({ repository }) => repository));
	const repositories = [...new Set(named)].filter((name) => name !== void 0).toSorted();
	const context = {
		head: "",
		runUrl: null,
		version
	};
	const parts = repositories.map((name) => ({
		report: {
			...report,
			findings: selectRepository(report.findings, name),
			gaps: [],
			unfinished: []
		},
		context: {
			...context,
			repositoryUrl: `${server}/${name}`
		}
	}));
	const { gaps, unfinished } = report;
	const rest = gaps.length + unfinished.length > 0 || parts.length === 0;
	return renderSarifRuns([...parts, ...rest ? [{
		report: {
			...report,
			findings: []
		},
		context
	}] : []]);
}
// src/report/sweep/text.ts
const MOST_KEYS = 8;
function renderSweepText({ figures, times, bars, barsOf }, look) {
	const all = [...figures, ...times];
	const room = Math.max(...all.map(({ name }) => name.length));
	const shown = bars.slice(0, MOST_KEYS).flatMap((bar) => renderBar(bar, look));
	const more = barsOf - Math.min(bars.length, MOST_KEYS);
	const left = more > 0 ? [look.paint("dim", `  ${describeMore(more, IN_JSON)}`)] : [];
	return [all.flatMap((figure) => renderFigure(figure, room, look)).join("\n"), ...bars.length === 0 ? [] : [[
		look.paint("bold", SWEEP_HEADINGS.picture),
		...shown,
		...left
	].join("\n")]];
}
function renderFigure({ name, value, note, tone }, room, { paint, width }) {
	const [first = "", ...rest] = wrap(`${value}${note === null ? "" : ` (${note})`}`, width - room - 2);
	const hanging = " ".repeat(room + 2);
	return [`${name.padEnd(room + 2)}${paint(STYLES[tone], first)}`, ...rest.map((text) => `${hanging}${text}`)];
}
function renderBar({ key, text }, { paint, width }) {
	return wrap(`  ${`${formatPlain(key.name)} ${escapePlain(key.mask)}`}: ${text}`, width, "    ").map((one) => paint(STYLES[key.tone], one));
}
// src/report/terminal/text.ts
var text_exports = /* @__PURE__ */ __exportAll({ renderText: () => renderText });
const MOST_PLACES = 3;
const MOST_IN_FULL = 10;
const MOST_LINES = 100;
const LONGEST_LISTED = 24;
const LEAST_PLACE = 24;
const MOST_WAYS = 3;
const LONGEST_PLACE$1 = 300;
const LONGEST_AUTHOR = 60;
const DASHBOARD = /platform\.openai\.com\/[a-z/-]+/g;
const LABEL = 7;
const INDENT = " ".repeat(9);
function renderText(view, look) {
	const { keys, ignored, unfinished, gaps } = view;
	const full = look.verbose ? keys : keys.slice(0, MOST_IN_FULL);
	const rest = keys.slice(full.length);
	const blocks = [
		...view.sweep ? renderSweepText(view.sweep, look) : [],
		...full.map((key) => renderKey$1(key, look)),
		...rest.length > 0 ? [renderList(rest, look)] : [],
		...unfinished.length > 0 ? [renderUnfinished(unfinished, look)] : [],
		...gaps.length > 0 ? [renderGaps(view, look)] : [],
		...ignored.length > 0 ? [renderIgnored(ignored, look)] : []
	];
	if (blocks.length === 0) return renderVerdictLine(view.title, view.coverage, look);
	const verdict = renderVerdict(view, look);
	const lines = [
		verdict,
		...blocks,
		...renderNotes(view, look),
		renderFooter(view, look)
	].join("\n\n");
	const isLong = lines.split("\n").length > (look.height ?? Number.POSITIVE_INFINITY);
	return toShownSigns(isLong ? `${lines}\n${verdict}` : lines, look);
}
function renderVerdict({ title, tone, sign }, look) {
	return wrap(`${sign} ${escapePlain(title)}`, look.width, "  ").map((text) => paintTitle(text, tone, look)).join("\n");
}
function renderFooter({ coverage, checkedAgainst }, { paint }) {
	return paint("dim", [coverage, ...checkedAgainst === null ? [] : [`checked against ${escapePlain(clipText(checkedAgainst, 60))}`]].join(" · "));
}
function renderKey$1(key, look) {
	const { paint } = look;
	const { kind, mask, fingerprint, tone, works, name, actionTaken, ignoreReason, alert, steps } = key;
	const colour = STYLES[tone];
	const sentence = (one) => wrapField(formatPlain(one, "\xA0"), look);
	const shown = formatPlain(name);
	return [
		`${paint("bold", shown === kind ? kind : `${shown} (${kind})`)} ${paint(colour, escapePlain(mask))}  ${paint("dim", fingerprint)}`,
		...alert?.isStep ? renderField(FIELDS.first, renderSteps([alert.alone], look), look) : [],
		...renderField(FIELDS.where, renderPlaces(key, look), look),
		...renderField(FIELDS.owner, sentence(key.owner), look),
		...renderField(FIELDS.works, [paint(colour, `${works.word}: ${works.reason}`)], look),
		...key.use ? renderField(FIELDS.used, sentence(key.use), look) : [],
		...look.verbose ? (key.usage?.details ?? []).flatMap((one) => renderField("", sentence(one), look)) : [],
		...renderField(FIELDS.done, wrapField(key.outcome, look), look),
		...actionTaken && !alert?.isStep ? renderField(FIELDS.effect, sentence(actionTaken.breaks), look) : [],
		...ignoreReason ? renderField(FIELDS.entry, sentence(ignoreReason), look) : [],
		...renderField(alert?.isStep ? FIELDS.after : FIELDS.next, renderSteps(steps, look), look)
	].join("\n");
}
function renderList(keys, { paint, width }) {
	const shown = keys.slice(0, MOST_LINES).map(({ works, mask, tone, firstPlace, fingerprint, name }) => {
		const called = clipText(formatPlain(name), LONGEST_LISTED);
		const word = works.word.padEnd(11);
		const room = width - measureColumns([
			" ",
			word,
			called,
			mask,
			fingerprint,
			""
		].join(" "));
		const place = firstPlace ? escapePlain(clipText(firstPlace.text, Math.max(room, LEAST_PLACE))) : "";
		return `  ${paint(STYLES[tone], word)} ${called} ${escapePlain(mask)} ${paint("dim", fingerprint)} ${place}`;
	});
	const more = keys.length - shown.length;
	return [...shown, ...more > 0 ? [paint("dim", `  ${describeMoreInVerbose(more)}`)] : []].join("\n");
}
function renderIgnored(ignored, look) {
	const { paint, verbose } = look;
	const title = paint("dim", describeIgnoredCount(ignored.length));
	if (!verbose) return title;
	return [title, ...ignored.map(({ fingerprint, ignoreReason }) => paint("dim", `  ${fingerprint} ${ignoreReason ? formatPlain(ignoreReason) : ""}`))].join("\n");
}
function renderNotes({ missingKey }, { width }) {
	return missingKey === null ? [] : [wrap(formatPlain(missingKey, "\xA0"), width).join("\n")];
}
function renderPlaces({ places, placeCount }, look) {
	const shown = look.verbose ? places : places.slice(0, MOST_PLACES);
	const more = placeCount - shown.length;
	return [...shown.flatMap((place, index) => {
		const page = findAlertAddress(place);
		const isNew = page !== null && page !== findAlertAddress(shown[index - 1]);
		return [renderPlace(place, look), ...isNew ? [look.paint("dim", `  ${page}`)] : []];
	}), ...more > 0 ? [look.paint("dim", `and ${formatNumber(more)} more`)] : []];
}
function findAlertAddress(place) {
	const { alert } = place?.sighting ?? {};
	return alert === void 0 ? null : formatWebAddress(alert.url);
}
function renderPlace(place, { paint, link, opens }) {
	const { sighting, text, commit, author, remarks } = place;
	const origin = [...commit === null ? [] : [`in ${escapePlain(commit)}`], ...author === null ? [] : [`by ${escapePlain(clipText(author, LONGEST_AUTHOR))}`]].join(" ");
	const rest = [...origin ? [origin] : [], ...remarks].join(", ");
	const spot = paint("cyan", escapePlain(clipText(text, LONGEST_PLACE$1)));
	const url = formatAddress(opens?.(sighting) ?? "");
	return `${link && url !== null ? link(spot, url) : spot}${rest ? paint("dim", `  ${rest}`) : ""}`;
}
function renderSteps(steps, look) {
	const isNumbered = steps.length > 1;
	return steps.flatMap((step, index) => {
		return wrapField(`${isNumbered ? `${index + 1}. ` : ""}${formatPlain(step, "\xA0")}`, look, isNumbered ? "   " : "");
	}).map((text) => linkDashboard(text, look));
}
function linkDashboard(text, { link }) {
	return link ? text.replaceAll(DASHBOARD, (page) => link(page, `https://${page}`)) : text;
}
function renderUnfinished(unfinished, { paint, width }) {
	const lines = unfinished.flatMap((one) => wrap(formatPlain(one, "\xA0"), width - 2).map((text) => `  ${text}`));
	return [paint("yellow", paint("bold", SECTIONS.unfinished)), ...lines].join("\n");
}
function renderGaps({ gaps, gapsWarning }, look) {
	const hasWays = gaps.length <= MOST_WAYS || look.verbose;
	const lines = gaps.flatMap(({ name, detail, ways, isWarning }) => [
		`  ${look.paint(isWarning ? "yellow" : "dim", name)}`,
		...wrapField(escapePlain(detail), look).map((text) => `${INDENT}${text}`),
		...(hasWays ? ways : []).flatMap((way) => wrapField(`- ${formatPlain(way, "\xA0")}`, look, "  ").map((text) => `${INDENT}${text}`))
	]);
	return [
		look.paint("bold", gapsWarning ? SECTIONS.gaps : SECTIONS.warnings),
		...lines,
		...gapsWarning ? [`  ${gapsWarning}`] : []
	].join("\n");
}
function renderField(label, lines, { paint }) {
	return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(LABEL)) : " ".repeat(LABEL)}${text}`);
}
function wrapField(text, { width }, hanging = "") {
	return wrap(text, width - INDENT.length, hanging);
}
// src/report/terminal/unpublished.ts
var unpublished_exports = /* @__PURE__ */ __exportAll({
	isStoppedEarly: () => isStoppedEarly,
	renderUnpublished: () => renderUnpublished
});
const MOST_LISTED = 10;
const LONGEST_PLACE = 200;
function isStoppedEarly(report) {
	const isEarly = isUnpublished(report.change) && concludeRun(report) !== "clean";
	const isUntouched = report.findings.every(({ outcome, earlier }) => outcome.kind === "left" && earlier === null);
	return isEarly && isUntouched && report.unfinished.length === 0;
}
function renderUnpublished(report, view, look, isHook) {
	const stop = {
		publication: report.change.kind === "range" ? "push" : "commit",
		change: report.change,
		keys: view.keys.flatMap((key) => {
			const finding = report.findings.find(({ fingerprint, blocks }) => blocks && fingerprint === key.fingerprint);
			return finding ? [{
				finding,
				view: key
			}] : [];
		}),
		gaps: report.gaps.filter(isFailure)
	};
	const verdict = wrap(describeVerdict(stop, isHook), look.width, "  ");
	const body = [...stop.keys.slice(0, MOST_LISTED).flatMap((key) => renderKey(key, look)), ...[
		...listMore(stop.keys.length),
		...listGaps(stop.gaps),
		...listWays(stop, report.findings, isHook)
	].flatMap((text) => renderIndented(text, look))];
	return toShownSigns([...verdict.map((text) => paintTitle(text, "bad", look)), ...body].join("\n"), look);
}
function renderIndented(text, { width }) {
	return wrap(text, width - 2, "  ").map((part) => `  ${part}`);
}
function describeVerdict({ publication, keys, gaps }, isHook) {
	if (keys.length === 0) return describeStoppedGaps({
		publication,
		count: gaps.length,
		isHook
	});
	const isSuspected = keys.every(({ finding }) => finding.confidence === "suspected");
	return describeStoppedKeys({
		publication,
		count: keys.length,
		isHook,
		isNew: areNew(keys),
		isSuspected
	});
}
function areNew(keys) {
	return keys.every(({ finding }) => finding.sightings.every(({ preexisting }) => !preexisting));
}
function renderKey({ finding, view }, look) {
	const { fingerprint, firstPlace, placeCount } = view;
	const place = escapePlain(clipText(firstPlace?.spot ?? "", LONGEST_PLACE));
	const mask = escapePlain(view.mask);
	const { kind } = finding.validity;
	const details = describeKeyDetails({
		fingerprint,
		commit: firstPlace?.commit ?? null,
		remarks: firstPlace?.remarks ?? [],
		morePlaces: placeCount - 1,
		works: kind === "unknown" ? null : kind === "active"
	});
	const [first = "", ...rest] = renderIndented(`${tie(`${place}  ${mask}`)}  (${details})`, look);
	return [first.replace(place, (text) => look.paint("cyan", text)).replace(mask, (text) => look.paint("red", text)), ...rest];
}
function listGaps(gaps) {
	return [...gaps.slice(0, MOST_LISTED).map(describeGapWithWay), ...listMore(gaps.length)];
}
function describeGapWithWay(gap) {
	const [way] = describeGapWays(gap, "terminal");
	const detail = escapePlain(gap.detail);
	return way ? `${detail} ${capitalize(formatPlain(way, "\xA0"))}` : detail;
}
function listMore(count) {
	return count > MOST_LISTED ? [describeMore$1(count - MOST_LISTED)] : [];
}
function listWays({ publication, ...stop }, findings, isHook) {
	const { keys } = stop;
	const doubtful = keys.filter(({ finding }) => finding.validity.kind !== "active");
	const fingerprint = doubtful.length === 1 ? doubtful[0]?.view.fingerprint ?? null : null;
	return [
		...keys.length > 0 ? [describeFix({
			publication,
			...stop
		})] : [],
		...areNew(keys) ? [] : [LEAKED_BEFORE],
		...doubtful.length > 0 ? [describeExcuse(fingerprint)] : [],
		...isHook ? [describeSkip(publication)] : [],
		...listOthers(findings)
	];
}
function listOthers(findings) {
	const others = findings.filter(({ blocks }) => !blocks);
	const ignored = others.filter(isIgnored).length;
	const older = others.filter((one) => !isIgnored(one) && isPreexisting(one.sightings)).length;
	if (others.length === 0) return [];
	return [describeOtherKeys({
		older,
		ignored,
		dead: others.length - ignored - older
	})];
}
function describeFix({ publication, change, keys }) {
	const sightings = keys.flatMap(({ finding }) => finding.sightings);
	const [first] = sightings;
	const advice = keys.length === 1 ? findAdvice(keys) : null;
	if (publication === "commit") return describeUnstaging(advice);
	const isRemoved = sightings.every(({ inHead, where }) => where === "file" && !inHead);
	const mark = first?.where === "commit-message" ? "reword" : "edit";
	const fix = describeRewriting(findPlaceToChange(change, keys), mark, isRemoved ? null : advice);
	return isRemoved ? `${SENT_ANYWAY} ${fix}` : fix;
}
function findAdvice(keys) {
	const sightings = keys.flatMap(({ finding }) => finding.sightings);
	const paths = new Set(sightings.map(({ where, member, path }) => where === "file" && member === null ? path : null));
	const [path] = paths;
	return paths.size === 1 && path ? formatPlain(findFileAdvice(path).remove, "\xA0") : null;
}
function findPlaceToChange(change, keys) {
	const { base, head } = change.kind === "range" ? change : {
		base: null,
		head: null
	};
	const sightings = keys.flatMap(({ finding }) => finding.sightings);
	const [kind = "commit", ...others] = new Set(sightings.map(classifyPlace));
	if (others.length > 0) return { kind: "mixed" };
	if (kind !== "commit") return { kind };
	const [commit, ...more] = new Set(sightings.flatMap((one) => one.commit ?? []));
	if (commit === void 0 || more.length > 0) return {
		kind: "several",
		from: base === null ? "--root" : shortenSha(base)
	};
	if (commit === head) return { kind: "last" };
	return {
		kind: "one",
		commit: shortenSha(commit),
		from: base === null ? "--root" : `${shortenSha(commit)}^`
	};
}
const NOTE = /^(?:[0-9a-f]{2}\/)*[0-9a-f]{36,64}$/;
function classifyPlace({ where, path, commit }) {
	if (where === "tag-message") return "tag";
	if (where === "path" && commit === null) return "name";
	return where === "file" && NOTE.test(path ?? "") ? "note" : "commit";
}
function tie(text) {
	return text.replaceAll(" ", "\xA0");
}
// src/domain/sweep.ts
const LEFT_OUT = [
	"archived",
	"fork",
	"not-included",
	"excluded"
];
const READ_STATES = [
	"read",
	"continued",
	"unchanged",
	"empty",
	"unread"
];
export { ACTIONS, FEDERATION_SECTIONS, LEFT_OUT, NOTHING, NOTICE_LINKS, PAGE_LABELS, READ_STATES, REPOSITORY, REST, ROTATION_SECTIONS, STYLE, StepTeller, action_taken_exports, annotations_exports, audit_report_exports, buildFederations, closing_exports, concludeAudit, content_exports, describeFederations, describeFolded, describeGoOn, describeHolds, describeKeys$1 as describeKeys, describeMoreFindings, describeNoticePlace, describeOrganization, describePlan, describePlans, describeProvenEnd, describeRehearsed, describeRotationAdvice, describeRotationSum, describeRunning, describeVerdict$1 as describeVerdict, explainFailed, explainLeft, explainRefused, formatFederation, formatMarkdown, formatMarkdownProse, formatPlain, formatProse, html_exports, isExcepted, isHidden, isMended, joinLines, line, linkRest, markName, markdown_exports, markup, measureColumns, nameHome, nameOwner, nameTarget, news_exports, predicate_exports, progress_exports, pull_request_comment_exports, renderDocument, renderFederation$1 as renderFederation, renderFederations, renderLeftOut, renderLine, renderLink, renderListed, renderName, renderSarif, renderSentence, renderSlack, renderTeams, restrictAuditReport, restrictPlan, restrictRotationReport, restrictStep, restricted_rotation_exports, rotation_notice_exports, sarif_exports, showName, splitProse, stressLine, sweep_sarif_exports, text_exports, truncateList, unpublished_exports, view_exports, words, workflow_place_exports, wrap };
