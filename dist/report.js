import { __exportAll } from "./rolldown-runtime.js";
import { ACTIONS, GAP_NAMES, KIND_NAMES, brief, clipText, conclude, describeCoverage, describeState, describeStatus, describeTitle, escapeHref, escapeMarkdown, escapePlain, findFirstSeen, formatAddress, formatCode, formatCount, formatDay, formatNumber, formatSafeJson, formatTime, getLikeness, getSeverity, isFailure, isIgnored, isLiveAdminKey, isLookAlike, isOwnAdminKey, isPreexisting, mayWorkAgain, rankFindings, redactKeys, showInvisible, spelt, verdict } from "./scan.js";
// src/report/line.ts
const LONGEST$3 = 120;
function line(words, ...values) {
	return words.flatMap((text, index) => {
		const value = values[index];
		const own = text === "" ? [] : [{ words: text }];
		if (value === void 0) return own;
		if (typeof value === "number") return [...own, { words: String(value) }];
		return [...own, ...typeof value === "string" ? [{ data: value }] : value];
	});
}
function words(text) {
	return text === "" ? [] : [{ words: text }];
}
function joinLines(lines, between) {
	return lines.flatMap((one, index) => index === 0 ? one : [{ words: between }, ...one]);
}
function formatPlain(one, blank = " ") {
	const shown = (data) => quoted(clipText(data, LONGEST$3)).replaceAll(" ", blank);
	return escapePlain(one.map((piece) => "words" in piece ? piece.words : shown(piece.data)).join(""));
}
function formatMarkdown(one, place = "text") {
	return one.map((piece) => "words" in piece ? piece.words : formatCode(clipText(piece.data, LONGEST$3), place)).join("");
}
function quoted(text) {
	return /\s/.test(text) && !/[{"=:]/.test(text) ? `"${text}"` : text;
}
// src/report/wording/ignore-reason.ts
function describeIgnoreReason({ kind, reason, until }) {
	const limit = until === null ? words("") : words(` until ${formatDay(until)}`);
	switch (kind) {
		case "ignored": return line`the ignore file excuses it${limit}: ${reason}`;
		case "expired": return line`the ignore file excused it${limit}, which is over: ${reason}`;
		case "overruled": return line`an entry of the ignore file does not count, since this is a working key of yours: ${reason}`;
		default: return kind;
	}
}
function listIgnoreEntrySteps({ kind }) {
	switch (kind) {
		case "ignored": return [];
		case "expired": return [line`Its entry in the ignore file is over: give it a new ${"until"} on the base branch, or delete it.`];
		case "overruled": return [line`Delete its entry in the ignore file: none excuses a working key of yours.`];
		default: return kind;
	}
}
// src/report/wording/usage.ts
const MOST$4 = 3;
const SOURCES = {
	usage: "usage",
	costs: "costs",
	"audit-log": "changes"
};
const UNTOLD = {
	off: "OpenAI keeps no audit log for this organisation",
	"not-permitted": "the Admin API key may not read them",
	"no-answer": "OpenAI did not answer",
	unreadable: "OpenAI's answer was not understood"
};
const MOST_SPENT = 0xe8d4a51000;
const LATE = 36e5;
function describeUse(finding) {
	const { identity, impact } = finding;
	const likeness = getLikeness(finding);
	if (impact === null || likeness === "look-alike") return null;
	const whose = identity.kind === "ours" && likeness === "unproven" ? line`Of ${identity.record.id}: ` : words("");
	const made = impact.createdBy && identity.kind === "ours" ? maker(impact.createdBy, identity.record) : line``;
	return line`${whose}${joinLines([describeImpact(impact), made].filter(({ length }) => length > 0), " ")}`;
}
function maker({ kind, id, name }, { owner }) {
	if (kind === "key") return line`It was made by another key${id === null ? line`` : line`, ${named(id, name)}`}.`;
	if (id === null || owner?.kind === kind && owner.id === id) return line``;
	const isPersonal = owner?.kind === "user" && owner.id !== null;
	return line`It was made by ${name ?? id}${words(isPersonal ? ", who does not own it" : "")}.`;
}
function named(id, name) {
	return name === null ? line`${id}` : line`${id} (${name})`;
}
function describeImpact(impact) {
	const { since, asOf, requests, cost, changes, untold } = impact;
	const facts = [
		...requests === null ? [] : [line`${words(formatCount(requests, "request").replace(/^0 /, "no "))}${tokens(impact)}`],
		...cost === null ? [] : [line`${spent(cost)} (by whole days of UTC)`],
		...changes === null ? [] : [words(changed(changes))]
	];
	const isEarly = requests === 0 && asOf.getTime() - since.getTime() < LATE;
	const told = facts.length > 0 ? [line`${spanned(since, asOf)}: ${joinLines(facts, ", ")}.`] : [];
	const late = isEarly ? [words("OpenAI counts some minutes late.")] : [];
	const missing = untold.map(({ source, because }) => line`Not told: ${words(SOURCES[source])}, since ${words(UNTOLD[because])}.`);
	return joinLines([
		...told,
		...late,
		...missing
	], " ");
}
function listChanges(changes) {
	const named = changes.slice(0, MOST$4).map(({ what, id, name }) => {
		return line`${what}${id === null ? line`` : line` ${id}`}${name === null ? line`` : line` (${name})`}`;
	});
	const more = changes.length - named.length;
	return joinLines([...named, ...more > 0 ? [line`${more} more`] : []], ", ");
}
function changed(changes) {
	return changes.length === 0 ? "nothing changed in the organisation" : `${formatCount(changes.length, "change")} in the organisation`;
}
function tokens({ inputTokens, outputTokens, models }) {
	const used = (models ?? []).filter(({ requests, inputTokens: i, outputTokens: o }) => [
		requests,
		i,
		o
	].some(Boolean));
	const all = used.length > 0 && used.length <= MOST$4 ? [] : amounts(inputTokens, outputTokens);
	const parts = [
		...all.length > 0 ? [joinLines(all, ", ")] : [],
		...used.slice(0, MOST$4).map((use) => line`${use.model}: ${share$1(use)}`),
		...used.length > MOST$4 ? [words(formatCount(used.length - MOST$4, "more model"))] : []
	];
	return parts.length > 0 ? line` (${joinLines(parts, "; ")})` : words("");
}
function share$1({ requests, inputTokens, outputTokens }) {
	const parts = amounts(inputTokens, outputTokens);
	return parts.length > 0 ? joinLines(parts, ", ") : words(formatCount(requests ?? 0, "request"));
}
function amounts(input, output) {
	if (!input && !output) return [];
	return [...input === null ? [] : [words(`${formatNumber(input)} tokens in`)], ...output === null ? [] : [words(`${formatNumber(output)} out`)]];
}
function spent({ value, currency }) {
	const amount = Math.abs(value) < MOST_SPENT ? value.toFixed(2).replaceAll(/\B(?=(?:\d{3})+\.)/g, ",") : "an unknown amount of";
	return words(`${value > 0 && value < .01 ? "under 0.01" : amount} ${/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)"}`);
}
function spanned(since, asOf) {
	const [from, to] = [moment(since), moment(asOf)];
	const isOneDay = from !== null && to !== null && from.slice(0, 10) === to.slice(0, 10);
	const until = to === null ? "an unknown time" : isOneDay ? to.slice(11) : `${to} UTC`;
	return words(`Since ${from === null ? "an unknown time" : `${from} UTC`}, as of ${until}`);
}
function moment(at) {
	return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 16).replace("T", " ");
}
// src/report/wording/places.ts
const ENCODED = {
	plain: null,
	base64: "in base64",
	hex: "in hex",
	"utf-16": "in UTF-16",
	"char-codes": "as character codes",
	reversed: "written backwards",
	rot13: "in ROT13",
	percent: "percent-encoded",
	split: "in pieces"
};
function shortenSha(sha) {
	return sha.slice(0, 7);
}
function sortPlaces(sightings) {
	return sightings.toSorted((one, other) => rank(one) - rank(other));
}
function rank({ where, inHead, path, preexisting }) {
	const isText = path === null || where === "path" && parseRef(path) !== null;
	return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}
function describePlace({ where, path, line, column, commit, member }) {
	const spot = [line, column].flatMap((number) => number === null ? [] : [`:${number}`]).join("");
	switch (where) {
		case "file":
		case "stdin": return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
		case "commit-message": return `${line === null ? "text" : "message"} of commit ${commit === null ? "unknown" : shortenSha(commit)}${inLine(line)}`;
		case "tag-message": return `message of a tag${inLine(line)}`;
		case "path": return nameOf$1(path);
		case "pull-request": return `text on GitHub${inLine(line)}`;
		default: return where;
	}
}
function inLine(line) {
	return line === null ? "" : `, line ${line}`;
}
function nameOf$1(path) {
	const ref = path === null ? null : parseRef(path);
	return ref === null ? `name of ${path ?? "a file"}` : `name of the ${ref.kind} ${ref.name}`;
}
function parseRef(path) {
	const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(path) ?? [];
	if (name !== void 0) return {
		kind: kind === "heads" ? "branch" : "tag",
		name
	};
	return path.startsWith("refs/") ? {
		kind: "ref",
		name: path
	} : null;
}
function listRemarks(sighting, change) {
	const { where, encoding, inHead, preexisting } = sighting;
	const encoded = ENCODED[encoding];
	return [
		...encoded === null ? [] : [encoded],
		...(where === "file" || where === "path") && !inHead ? [change === "history" ? "not in the head" : "removed again later"] : [],
		...preexisting ? ["here before this change"] : []
	];
}
// src/report/advice/file-rules.ts
const VARIABLE = "OPENAI_API_KEY";
const REFERENCE = `\${${VARIABLE}}`;
const SECRET = `\${{ secrets.${VARIABLE} }}`;
const readInstead = (expression) => (path) => line`In ${path}, read ${expression} instead.`;
const writeInstead = (text) => (path) => line`In ${path}, write ${text} instead.`;
const takeOut = (path) => line`Take it out of ${path}.`;
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
		remove: (path) => line`Take it out of ${path}: .NET adds what the environment and user-secrets have.`
	},
	{
		pattern: /\.(?:http|rest)$|postman_(?:collection|environment)\.json$/,
		keep: line`in an environment of the client that git does not have`,
		remove: writeInstead(`{{${VARIABLE}}}`)
	}
];
const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${"https://token.actions.githubusercontent.com"}, permission ${"id-token: write"}).`;
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
		remove: readInstead(`$${VARIABLE}`)
	},
	{
		pattern: /(?:^|\/)\.circleci\/.+\.ya?ml$/,
		keep: line`in a context, or an environment variable of the CircleCI project`,
		remove: readInstead(REFERENCE)
	},
	{
		pattern: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
		keep: line`in a secret variable of the pipeline`,
		remove: readInstead(`$(${VARIABLE})`)
	},
	{
		pattern: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
		keep: line`in a secured variable of the repository`,
		remove: readInstead(`$${VARIABLE}`)
	},
	{
		pattern: /(?:^|\/)jenkinsfile(?:\.[^/]*)?$/,
		keep: line`in the credentials of Jenkins`,
		remove: (path) => line`In ${path}, bind it with ${"withCredentials"} instead.`
	},
	{
		pattern: /(?:^|\/)(?:\.travis|\.drone|\.woodpecker|\.?appveyor|cloudbuild|buildspec)\.ya?ml$|(?:^|\/)\.(?:buildkite|woodpecker)\/.+\.ya?ml$/,
		keep: line`in a secret variable of the build service`,
		remove: (path) => line`Take it out of ${path}, and let the build service set ${VARIABLE}.`
	}
];
const DEPLOYMENT_FILES = [
	{
		pattern: /(?:^|\/)(?:docker|container)file(?:\.[^/]*)?$|\.dockerfile$/,
		keep: line`in the environment the container is started with`,
		remove: (path) => line`Take it out of ${path}, and delete images built from it: their layers keep it.`
	},
	{
		pattern: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
		keep: line`in a ${".env"} beside it that git does not track, or in a secret of Compose`,
		remove: writeInstead(REFERENCE)
	},
	{
		pattern: /\.(?:tf|tfvars|hcl)(?:\.json)?$/,
		keep: line`in a secret store, or a variable with ${"sensitive = true"}`,
		remove: (path) => line`Take it out of ${path}; the state file may hold it too.`
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
		remove: (path) => line`Take it out of ${path}: base64, as Secrets have it, hides nothing.`
	},
	{
		pattern: /(?:^|\/)secrets[^/]*\.(?:ya?ml|json|toml|ini|properties)$/,
		keep: line`in a secret store, or encrypted with SOPS`,
		remove: untrack
	},
	{
		pattern: /(?:^|\/)serverless\.ya?ml$/,
		keep: line`in a secret store`,
		remove: readInstead(`\${env:${VARIABLE}}`)
	}
];
const NODE = [
	"process",
	"env",
	VARIABLE
].join(".");
const SHIPPED_FILES = [
	{
		pattern: /\.(?:swift|mm|xcconfig|plist|storyboard|dart)$|(?:^|\/)(?:androidmanifest\.xml|google-services\.json)$|(?:^|\/)res\/values[^/]*\/[^/]+\.xml$|(?:^|\/)(?:android[^/]*|composeapp|[^/]*android(?:app|main))\/.+\.(?:kts?|java|gradle|properties|xml)$/,
		keep: line`on a server of yours that the app asks, and never in the app`,
		remove: (path) => line`Take it out of ${path}, and let a server of yours ask OpenAI: whoever has an app can read its keys.`
	},
	{
		pattern: /(?:^|\/)app\/src\/.+\.(?:kt|java)$/,
		remove: (path) => line`In ${path}, read ${`System.getenv("${VARIABLE}")`} instead; in a mobile app, let a server of yours ask OpenAI.`
	},
	{
		pattern: /\.(?:html?|vue|svelte)$|\.user\.js$|(?:^|\/)(?:public|static|www|wwwroot|browser|frontend|webapp)\/(?:.+\/)?[^/]+\.[cm]?[jt]sx?$|(?:^|\/)environments\/environment[^/]*\.ts$/,
		keep: line`on a server of yours that the page asks, and never in the page`,
		remove: (path) => line`Take it out of ${path}, and let a server of yours ask OpenAI: what a browser gets is public.`
	},
	{
		pattern: /\.(?:[jt]sx|astro)$|(?:^|\/)client\/(?:.+\/)?[^/]+\.[cm]?[jt]s$/,
		remove: (path) => line`In ${path}, read ${NODE} instead, and on a server alone: what a browser gets is public.`
	}
];
const WRITTEN_FILES = [
	{
		pattern: /\.ipynb$/,
		remove: (path) => line`Take it out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`
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
		remove: (path) => line`In ${path}, write a placeholder instead, such as ${`YOUR_${VARIABLE}`}.`
	}
];
// src/report/advice/file-advice.ts
const ENVIRONMENT = line`in an environment variable such as ${VARIABLE}`;
const READERS = [
	[/\.[cm]?[jt]s$/, [
		"process",
		"env",
		VARIABLE
	].join(".")],
	[/\.py[iwx]?$/, `os.environ["${VARIABLE}"]`],
	[/\.go$/, `os.Getenv("${VARIABLE}")`],
	[/\.(?:rb|rake)$|(?:^|\/)(?:gem|rake)file$/, `ENV["${VARIABLE}"]`],
	[/\.(?:java|kts?|scala|groovy|gradle)$/, `System.getenv("${VARIABLE}")`],
	[/\.clj[cs]?$/, `(System/getenv "${VARIABLE}")`],
	[/\.(?:cs|fs|vb)x?$/, `Environment.GetEnvironmentVariable("${VARIABLE}")`],
	[/\.php$/, `getenv("${VARIABLE}")`],
	[/\.rs$/, `std::env::var("${VARIABLE}")`],
	[/\.(?:c|cc|cpp|cxx|h|hpp)$/, `getenv("${VARIABLE}")`],
	[/\.exs?$/, `System.get_env("${VARIABLE}")`],
	[/\.(?:r|rmd|qmd)$/, `Sys.getenv("${VARIABLE}")`],
	[/\.jl$/, `ENV["${VARIABLE}"]`],
	[/\.lua$/, `os.getenv("${VARIABLE}")`],
	[/\.p[lm]$/, `$ENV{${VARIABLE}}`],
	[/\.ps[dm]?1$/, `$env:${VARIABLE}`],
	[/\.(?:bat|cmd)$/, `%${VARIABLE}%`],
	[/\.(?:ba|z|k|fi)?sh$|(?:^|\/)(?:make|just|proc)file$|\.mk$/, `$${VARIABLE}`]
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
		remove: (path) => line`Take it out of ${path}, and let the program read ${VARIABLE} from its environment.`
	}
];
function findFileAdvice(path) {
	const lowerCase = path.toLowerCase();
	const rule = RULES$1.find(({ pattern }) => pattern.test(lowerCase));
	return {
		keep: rule?.keep ?? ENVIRONMENT,
		remove: rule?.remove(path) ?? line`Take it out of ${path}.`,
		instead: rule?.instead ?? null
	};
}
// src/report/advice/remove.ts
function listRemovalSteps(finding, change) {
	const here = sortPlaces(finding.sightings).filter(({ inHead, where }) => inHead || where === "pull-request");
	const ways = [
		removeFromFiles(here),
		removeFromNames(here),
		removeFromTexts(here)
	].flat();
	const past = change === "range" || change === "history" ? describeHistory(finding, ways.length > 0) : [];
	return ways.length + past.length > 0 ? [joinLines([...ways, ...past], " ")] : [];
}
function removeFromFiles(here) {
	const files = /* @__PURE__ */ new Map();
	for (const { where, path, member } of here) if (where === "file" && path !== null && !files.has(path)) files.set(path, member);
	const [first, ...others] = files;
	if (!first) return [];
	const [path, member] = first;
	const out = member === null ? findFileAdvice(path).remove : line`Take it out of ${member} in ${path}, or ${path} out of git.`;
	const n = others.length;
	return [out, ...n > 0 ? [line`The same goes for ${n} more ${words(n === 1 ? "file" : "files")}.`] : []];
}
function removeFromNames(here) {
	const path = here.find(({ where }) => where === "path")?.path ?? null;
	if (path === null) return [];
	const ref = parseRef(path);
	return [ref === null ? line`Rename ${path}: the key is a part of its name.` : line`Delete the ${words(ref.kind)} ${ref.name} on the server: the key is a part of its name.`];
}
function removeFromTexts(here) {
	if (!here.some(({ where }) => where === "pull-request")) return [];
	return [line`Take it out of the text on GitHub, and delete the older versions that ${"edited"} lists there: they stay readable.`];
}
function describeHistory(finding, isElsewhere) {
	const { validity, identity } = finding;
	if (!finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin")) return [];
	if (validity.kind === "inactive" && !mayWorkAgain(finding)) return [words(`History need not be rewritten: ${isLookAlike(finding) ? "OpenAI refuses it" : "the key is dead"}.`)];
	if (isElsewhere) return [];
	return identity.kind === "ours" ? [line`It stands in history alone, which need not be rewritten once the key is dead.`] : [line`It stands in history alone: rewriting that helps only where nobody has fetched it yet.`];
}
// src/report/advice/replace.ts
const DEFAULT_PROJECT = "default project";
function listReplacementSteps(finding) {
	const { identity, validity, kind, sightings } = finding;
	const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
	if (identity.kind !== "ours" || isOwnAdminKey(finding)) return [];
	if (getLikeness(finding) === "look-alike" || !wasInService) return [];
	if (kind === "admin") return [line`If it is still needed, create another with fewer permissions and an expiry, for a secret store.`];
	const [best] = sortPlaces(sightings);
	const path = best?.where === "file" ? best.member ?? best.path : null;
	const { keep, instead } = path === null ? {
		keep: ENVIRONMENT,
		instead: null
	} : findFileAdvice(path);
	return [joinLines([
		line`${describeMaker(identity.record)}; give it an expiry and only the permissions it needs.`,
		line`Keep it ${keep}.`,
		...instead ? [instead] : []
	], " ")];
}
function describeMaker({ owner, home }) {
	const apart = describeOwnProject(home.name);
	if (owner?.kind === "service-account") {
		if (apart !== null) return line`Create a service account ${apart}, and a new key under it`;
		return owner.name === null ? words("Create a new key under the same service account") : line`Create a new key under ${owner.name}`;
	}
	const place = apart === null ? words("") : line` ${apart}`;
	if (owner?.kind !== "user") return line`Create a new key${place}`;
	return line`Have ${owner.name === null ? words("its owner") : line`${owner.name}`} create a new key, since nobody else can, or create one under a service account${place}`;
}
function describeOwnProject(project) {
	return project?.trim().toLowerCase() === DEFAULT_PROJECT ? line`in a project of its own instead of ${project}` : null;
}
// src/report/advice/deletion.ts
function describeDeletion(finding) {
	const record = findRecord(finding);
	const what = record ? line`delete ${record.id}` : line`delete it`;
	if (finding.kind === "admin") return line`an organisation owner can ${what} at ${describeDashboardPage(finding)}`;
	return line`${describeDeleter(record?.owner ?? null)}${what} at ${describeDashboardPage(finding)}`;
}
function describeDashboardPage(finding) {
	if (finding.kind === "admin") return line`${"platform.openai.com"}, Admin keys`;
	const home = findRecord(finding)?.home;
	const project = home?.name ?? home?.id ?? null;
	return line`${"platform.openai.com"}, ${project === null ? words("its project") : line`project ${project}`}, API keys`;
}
function findRecord({ identity }) {
	return identity.kind === "ours" ? identity.record : null;
}
function describeDeleter(owner) {
	if (owner === null) return words("");
	return owner.kind === "user" && owner.name !== null ? line`${owner.name} or a project owner can ` : words("a project owner can ");
}
// src/report/advice/stop-ours.ts
function listOursSteps(finding, record) {
	const { outcome } = finding;
	const now = line`Revoke it now: ${describeDeletion(finding)}`;
	switch (outcome.kind) {
		case "contained": return listContainedSteps(outcome, finding, record);
		case "already-gone": return [line`OpenAI no longer lists it, and it was not yet seen refused: run this again in a minute.`];
		case "rehearsed": return [line`${now}, or run this again without ${"dry-run"}.`];
		case "refused": return [describeRefusedStep(outcome.because, now)];
		case "failed": return [describeFailedStep(outcome.because, finding, record, now)];
		case "left": return [describeLeftStep(outcome, finding, record, now)];
		default: return outcome;
	}
}
const HELD = {
	seen: "Until then all it can do is read the names of models; OpenAI takes up to 15 minutes to enforce that everywhere.",
	unseen: "It was not yet seen refused, so it may still work in full: run this again in 15 minutes."
};
function listContainedSteps({ by, verified, endsAt, scopesBefore }, finding, record) {
	const { decision } = finding;
	switch (by) {
		case "quarantine": return [line`Put another key in its place; then ${describeDeletion(finding)}. ${words(HELD[verified ? "seen" : "unseen"])}`, line`If something of yours needs it back at once, ${describeRestoring(record, scopesBefore)} at ${describeDashboardPage(finding)}; the leaked key then works in full again.`];
		case "expire": {
			const until = endsAt === null ? words("its new expiry") : words(formatTime(endsAt));
			return [line`${decision.kind === "revoke" ? words("OpenAI did not delete it, so it was set to expire. ") : words("")}It works for anyone until ${until}: put another key in its place before then. If somebody else uses it, ${describeDeletion(finding)} at once.`];
		}
		case "revoke": return [line`It is deleted, and was not yet seen refused: run this again in a minute.`];
		default: return by;
	}
}
function describeRestoring({ id }, scopes) {
	return scopes === null || scopes.length === 0 ? line`give ${id} back its permissions (OpenAI's audit log has them)` : line`give ${id} back its permissions (${joinLines(scopes.map((scope) => line`${scope}`), ", ")})`;
}
function describeRefusedStep(because, now) {
	switch (because) {
		case "read-only-admin-key": return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
		case "not-recorded": return line`${now}, or see that ${"audit-file"} can be written, and run this again.`;
		case "no-admin-key": return line`${now}. With ${"openai-admin-key"} this tool can do it.`;
		case "cancelled": return line`${now}, or run this again.`;
		default: return because;
	}
}
function describeFailedStep(because, finding, { id }, now) {
	switch (because) {
		case "not-permitted": return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
		case "changed": return line`Somebody changed ${id} while this ran: see what it may do now; then ${describeDeletion(finding)}.`;
		case "still-listed":
		case "unexpected": return line`See whether ${id} is still there; if it is, ${describeDeletion(finding)}.`;
		case "rate-limited":
		case "server-error":
		case "network":
		case "not-understood":
		case "not-taken":
		case "refused": return line`${now}, or run this again.`;
		default: return because;
	}
}
function describeLeftStep({ because }, finding, record, now) {
	switch (because) {
		case "report-only": return canBeRevoked(finding) ? line`${now}, or let ${"on-leak: revoke"} do it.` : line`${now}.`;
		case "protected": return line`It is protected, so put another key in its place first; then ${describeDeletion(finding)}.`;
		case "too-many": return line`${now}, or raise ${"max-contained"}.`;
		case "awaiting-approval": return line`Find out what uses it${describeLastUse(record)} and give that another key. Then run this again with ${describeApproval(finding)}, or ${describeDeletion(finding)}.`;
		case "not-approved": return line`${now}, or run this again with ${describeApproval(finding)}.`;
		case "only-revocable": return line`${now}, or let ${"on-leak: revoke"} do it: nothing less can be done to an admin key.`;
		case "expires-sooner": return line`It ends by itself${record.expiresAt === null ? words("") : words(` at ${formatTime(record.expiresAt)}`)}: put another key in its place before then. To end it sooner, ${describeDeletion(finding)}.`;
		case "preexisting": return wasProven(finding) ? line`${now}, or let ${"contain-preexisting"} do it.` : line`${now}.`;
		case "someone-else":
		case "unnamed":
		case "not-accepted":
		case "not-certain":
		case "not-tried": return line`See whether it is ${record.id} (last use and owner help); then ${describeDeletion(finding)}.`;
		case "not-ours":
		case "ambiguous":
		case "unchecked":
		case "already-inactive":
		case "own-admin-key": return line`${now}.`;
		default: return because;
	}
}
function describeApproval({ fingerprint }) {
	return line`${`approved: ${fingerprint}`}`;
}
function describeLastUse({ lastUsedAt }) {
	return lastUsedAt === null ? words("") : words(` (last on ${formatTime(lastUsedAt)})`);
}
function canBeRevoked(finding) {
	return wasProven(finding) && !isPreexisting(finding.sightings);
}
function wasProven({ confidence, validity, possession }) {
	const wasTried = validity.kind === "active" && validity.because !== "listed";
	return confidence === "certain" && wasTried && possession === "proven";
}
// src/report/advice/stop.ts
function listStopSteps(finding) {
	const { identity, validity, kind } = finding;
	if (isOwnAdminKey(finding)) return listOwnKeySteps(finding);
	if (isLookAlike(finding) && identity.kind === "ours") return [line`${identity.record.id} is another key, which need not be revoked for this.`];
	if (validity.kind === "inactive") return mayWorkAgain(finding) ? [line`It may work again one day; to end that, ${describeDeletion(finding)}.`] : [];
	if (kind === "suspected") return [line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`];
	const alarm = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
	return listStepsByOwner(finding).map((step, index) => index === 0 ? line`${alarm}${step}` : step);
}
function listStepsByOwner(finding) {
	const { identity } = finding;
	switch (identity.kind) {
		case "ours": return listRecordSteps(finding, identity.record);
		case "ambiguous": return [line`Find out which stood here, and delete it: ${listCandidates(identity.candidates)}.`];
		case "foreign": return [line`Ask ${describeAuthor(finding)} whose key it is, and tell the owner: only they can revoke it.`];
		case "unchecked": return [describeUncheckedStep(finding)];
		default: return identity;
	}
}
const ADMIN_KEYS_PAGE = line`${"platform.openai.com"}, Admin keys`;
function listOwnKeySteps({ identity, validity }) {
	if (validity.kind === "inactive") return [];
	const name = identity.kind === "ours" ? line`${identity.record.id}` : words("it");
	return [
		line`This is the admin key this run works with: whoever has it manages the whole organisation.`,
		line`As an organisation owner, create another at ${ADMIN_KEYS_PAGE}, with an expiry, and put it in ${"openai-admin-key"}.`,
		line`Delete ${name} there as soon as the new one is in its place.`
	];
}
function listRecordSteps(finding, record) {
	return getLikeness(finding) === "look-alike" ? [line`It is not ${record.id}, it only looks like it. Ask ${describeAuthor(finding)} whose key it is.`] : listOursSteps(finding, record);
}
function describeUncheckedStep(finding) {
	const { identity, kind } = finding;
	const byHand = line`Whoever made it should delete it at ${"platform.openai.com"}, ${kind === "admin" ? line`Admin keys` : line`API keys`}`;
	switch (identity.kind === "unchecked" ? identity.because : null) {
		case "no-admin-key": return line`${byHand}. With ${"openai-admin-key"} this tool finds out whose it is.`;
		case "inventory-incomplete": return line`${byHand}, or run this again once OpenAI's list can be read in full.`;
		case "not-listed-by-openai": return line`Only its owner sees it: they should delete it at ${"platform.openai.com"}, in their own profile.`;
		case "contained-before": return line`It was contained here before, and is not refused: ask an organisation owner to look.`;
		case "created-after-sighting": return line`Ask ${describeAuthor(finding)}. It resembles a key of the organisation, which is younger than this leak.`;
		default: return line`${byHand}.`;
	}
}
function describeAuthor({ sightings }) {
	const author = sortPlaces(sightings).find((one) => one.author !== null)?.author ?? "";
	return author.trim() === "" ? words("whoever added it") : line`${author}, who added it,`;
}
const MOST_CANDIDATES = 3;
function listCandidates(candidates) {
	const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`);
	const more = candidates.length - shown.length;
	return joinLines([...shown, ...more > 0 ? [line`${more} more`] : []], ", ");
}
// src/report/advice/advice.ts
function listSteps(finding, change) {
	if (isIgnored(finding)) return [];
	const entry = finding.ignored ? listIgnoreEntrySteps(finding.ignored) : [];
	const removal = listRemovalSteps(finding, change);
	if (change === "staged" && !isPreexisting(finding.sightings)) return [
		...listUnstagingSteps(finding),
		...removal,
		...entry
	];
	return [
		...listStopSteps(finding),
		...listReviewSteps(finding),
		...listReplacementSteps(finding),
		...removal,
		...entry
	];
}
function listUnstagingSteps({ validity }) {
	if (validity.kind === "inactive") return [];
	return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
}
function listReviewSteps(finding) {
	const { identity, impact, kind } = finding;
	const likeness = getLikeness(finding);
	if (identity.kind === "foreign" || identity.kind === "ambiguous" || likeness === "look-alike") return [];
	const isUnproven = identity.kind === "ours" && likeness === "unproven";
	const it = isUnproven ? line`${identity.record.id}` : words("it");
	const changes = impact?.changes ?? null;
	if (changes !== null && changes.length > 0) return [line`Look at what was changed with ${it} since, and undo what nobody of yours did: ${listChanges(changes)}.`];
	if (kind === "admin" && changes === null) return [line`Look for keys, members and projects that nobody of yours made: they outlive this key.`];
	const requests = impact?.requests ?? 0;
	if (identity.kind !== "ours" || requests === 0) return [];
	const times = requests === 1 ? "once" : `${formatNumber(requests)} times`;
	return [line`${isUnproven ? it : words("It")} was used ${words(times)} since this was exposed: see whether all of that was yours.`];
}
// src/report/done.ts
function describeOutcome(finding) {
	const { outcome } = finding;
	if (isIgnored(finding) && outcome.kind === "left") return "left alone: the ignore file excuses it";
	return outcome.kind === "left" && outcome.because === "not-accepted" && isLookAlike(finding) ? "left alone: OpenAI refuses it, so there is nothing to revoke" : describeState(outcome);
}
// src/report/unfinished.ts
const CHECKS = {
	quarantine: "see at OpenAI whether its permissions were cut, and whether that is what you want",
	expire: "see at OpenAI whether it has the expiry it was to get",
	revoke: "see at OpenAI whether it is still listed, and delete it if it is"
};
const UNFINISHED_TITLE = "Begun earlier, end unknown";
function describeUnfinished({ fingerprint, id, act, at }) {
	return line`On ${words(formatTime(at))} an earlier run began ${words(ACTIONS[act].doing)} ${id}, and nobody wrote down how that ended: ${words(CHECKS[act])}. Fingerprint ${fingerprint}.`;
}
// src/report/wording/action-taken.ts
function describeActionTaken({ identity, decision, outcome, impact }, run = "this run") {
	if (outcome.kind !== "contained" || identity.kind !== "ours") return null;
	const { record } = identity;
	const asked = line`${`on-leak: ${decision.kind === "leave" || decision.kind === "rehearse" ? outcome.by : decision.kind}`}`;
	const how = decision.kind === "revoke" && outcome.by !== "revoke" ? line`: OpenAI did not delete it when ${asked} asked for that` : line`, as ${asked} asks`;
	const done = line`${record.id} was ${words(ACTIONS[outcome.by].done)}${ending(outcome)} by ${words(run)} on ${words(formatTime(outcome.at))}${how}.`;
	const use = [...usersOf(record), ...usesOf(record, impact)];
	return {
		done,
		breaks: line`${words(breaks(outcome))}${use.length > 0 ? line`: ${joinLines(use, ", ")}` : words("")}.`
	};
}
function ending({ endsAt }) {
	return endsAt === null ? words("") : words(` at ${formatTime(endsAt)}`);
}
function breaks({ by, stopped, endsAt }) {
	if (by === "quarantine") return "Whatever uses it is refused within 15 minutes";
	if (by === "expire" && !stopped) return `Whatever still uses it after ${endsAt === null ? "that" : formatTime(endsAt)} gets a 401`;
	return "Whatever uses it gets a 401 from now on";
}
function usersOf({ owner, home }) {
	const [who, place] = [owner?.name ?? owner?.id ?? null, home.name ?? home.id];
	return [...who === null ? [] : [owner?.kind === "user" ? line`owner ${who}` : line`service account ${who}`], ...place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`]];
}
function usesOf({ lastUsedAt, home }, impact) {
	const isNamed = home.id !== null || home.name !== null;
	const requests = impact?.requests ?? 0;
	return [...isNamed && lastUsedAt !== null ? [words(`last used on ${formatTime(lastUsedAt)}`)] : [], ...requests > 0 ? [words(`${formatCount(requests, "request")} since this was exposed`)] : []];
}
// src/report/annotations.ts
var annotations_exports = /* @__PURE__ */ __exportAll({ renderAnnotations: () => renderAnnotations });
const MOST_OF_A_LEVEL = 10;
const LONGEST_MESSAGE = 4096;
function renderAnnotations(report) {
	const all = [
		...rankFindings(report.findings).map((one) => ({
			level: levelOf(one),
			write: () => ofFinding(one, report.change.kind)
		})),
		...report.unfinished.map((one) => ({
			level: "warning",
			write: () => ofUnfinished(one)
		})),
		...report.gaps.filter(isFailure).map((one) => ({
			level: "warning",
			write: () => ofGap(one)
		}))
	];
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => capped(all.filter((one) => one.level === level)));
}
function ofFinding(finding, change) {
	const { kind, fingerprint, mask, validity, sightings, ignored } = finding;
	const deed = describeActionTaken(finding);
	const [best] = sortPlaces(sightings);
	const isInFile = best?.where === "file" && best.path !== null;
	const isInName = best?.where === "path" && best.path !== null && parseRef(best.path) === null;
	const where = !best || isInFile && best.member === null ? [] : [`Seen in ${isInFile ? "" : "the "}${escapePlain(describePlace(best))}.`];
	const states = [describeState(validity), describeOutcome(finding)].map((state) => `${capital(state)}.`);
	const more = sightings.length > 1 ? [`Seen in ${sightings.length} places.`] : [];
	return {
		level: levelOf(finding),
		title: `${isOwnAdminKey(finding) ? "The admin key of this run" : capital(KIND_NAMES[kind])} ${describeStatus([finding], change)}`,
		message: [
			`${escapePlain(mask)} (${fingerprint}). ${[
				...states,
				...where,
				...more
			].join(" ")}`,
			...deed ? [formatPlain(deed.breaks)] : [],
			...ignored ? [`${capital(formatPlain(describeIgnoreReason(ignored)))}.`] : [],
			...listSteps(finding, change).map((step) => formatPlain(step))
		].join("\n"),
		path: isInFile || isInName ? showInvisible(best.path ?? "") : null,
		line: isInFile ? best.line : null,
		column: isInFile ? best.column : null
	};
}
function levelOf(finding) {
	const standing = getSeverity(finding);
	if (isLiveAdminKey(finding)) return "error";
	switch (standing) {
		case "exposed": return finding.blocks ? "error" : "warning";
		case "lingering": return "warning";
		case "ignored": return "notice";
		case "older": return finding.validity.kind === "inactive" ? "notice" : "warning";
		case "dead": return "notice";
		default: return standing;
	}
}
function ofUnfinished(one) {
	const message = formatPlain(describeUnfinished(one));
	return {
		level: "warning",
		title: UNFINISHED_TITLE,
		message,
		path: null,
		line: null,
		column: null
	};
}
function ofGap({ kind, detail }) {
	return {
		level: "warning",
		title: kind === "self-test" ? "The self-test failed" : `Not seen: ${GAP_NAMES[kind]}`,
		message: escapePlain(detail),
		path: null,
		line: null,
		column: null
	};
}
function capped(all) {
	const more = all.length - MOST_OF_A_LEVEL;
	return all.slice(0, MOST_OF_A_LEVEL).map(({ write }, index) => {
		const one = write();
		const tail = more > 0 && index === 9 ? `\nAnd ${more} more, in the job summary.` : "";
		return {
			...one,
			message: `${clipText(one.message, LONGEST_MESSAGE - tail.length)}${tail}`
		};
	});
}
function capital(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
// src/report/html/markup.ts
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function markup(ours, ...values) {
	let text = ours[0] ?? "";
	for (const [index, value] of values.entries()) text += `${spliced(value)}${ours[index + 1] ?? ""}`;
	return { markup: text };
}
const NOTHING = markup``;
function spliced(value) {
	if (value === null) return "";
	if (typeof value === "string") return escapeHtml(value);
	if (typeof value === "number") return String(value);
	if ("markup" in value) return value.markup;
	return value.map(spliced).join("");
}
function escapeHtml(text) {
	return escapePlain(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
function renderName(text) {
	return markup`<bdi>${text === "" ? "(empty)" : text}</bdi>`;
}
function renderLink(url, label) {
	const safe = url === null ? "#" : escapeHref(url);
	return safe === "#" ? label : markup`<a href="${{ markup: safe }}" rel="noreferrer noopener">${label}</a>`;
}
// src/report/wording/glossary.ts
const WORDS = [
	["exposed", "This change put the key where others can read it, and it is not proven dead. Taking it out again does not help: it stays in the history."],
	["active", "OpenAI accepted the key, or lists it as working."],
	["inactive", "OpenAI refused the key, or its record says that it cannot work."],
	["unknown", "Nobody could say whether it works. That is never taken for inactive."],
	["ours", "The key fits a record of the organisation that the Admin API key belongs to; proven means that OpenAI accepted it for that organisation."],
	["look-alike", "It has the visible ends of a key of yours, and OpenAI says that it is not that key."],
	["foreign", "No key of the organisation fits it: only its owner can revoke it."],
	["ambiguous", "More than one key of the organisation fits it, so that it is left alone."],
	["unchecked", "Nobody could be asked whose it is."],
	["revoked", "Deleted at OpenAI; verified means that it was refused when it was tried again."],
	["quarantined", "It still exists, with permissions that let it do next to nothing; they can be given back."],
	["set to expire", "It works until the time that is said, and not after."],
	["left alone", "Nothing was done to it, for the reason that is given."],
	["fingerprint", "The first 16 hex digits of the SHA-256 of the key: it names the key and does not tell it."],
	["not seen", "Something that was to be read and could not be. A report with such gaps is never clean."]
];
function glossary() {
	return markup`<details class="words">
<summary>What the words mean</summary>
<dl>
${WORDS.map(([word, meaning]) => markup`<div><dt>${word}</dt><dd>${meaning}</dd></div>
`)}</dl>
</details>
`;
}
// src/report/wording/ownership.ts
const TELLING = 1 / 2e3;
const MOST$3 = 5;
const ELSEWHERE = "it works for another organisation";
function describeOwner(finding) {
	const { identity } = finding;
	if (isOwnAdminKey(finding)) return own(identity);
	switch (identity.kind) {
		case "ours": return ours(identity, getLikeness(finding));
		case "ambiguous": return line`${words(describeState(identity))}: ${joinLines(identity.candidates.slice(0, MOST$3).map(({ id }) => line`${id}`), ", ")}${identity.candidates.length > MOST$3 ? line` and ${identity.candidates.length - MOST$3} more` : line``}`;
		case "foreign":
		case "unchecked": return words(finding.possession === "someone-else" ? `${describeState(identity)}; ${ELSEWHERE}` : describeState(identity));
		default: return identity;
	}
}
function describeOwnerBriefly(finding) {
	if (isOwnAdminKey(finding)) return "ours: this run's own";
	if (finding.identity.kind !== "ours") return finding.identity.kind;
	switch (getLikeness(finding)) {
		case "ours": return "ours";
		case "look-alike": return "look-alike of ours";
		case "unproven": return "ours, not proven";
	}
}
function describeOwnerById(finding) {
	const { identity } = finding;
	const short = words(describeOwnerBriefly(finding));
	return identity.kind === "ours" && !isOwnAdminKey(finding) ? line`${short}: ${identity.record.id}` : short;
}
function own(identity) {
	return line`ours, the key this run works with${identity.kind === "ours" ? line`: ${recorded(identity.record)}` : words("")}`;
}
function ours({ record, chance }, is) {
	const which = recorded(record);
	switch (is) {
		case "ours": return line`ours: ${which}`;
		case "look-alike": return line`looks like a key of yours, and is not it: ${which}`;
		case "unproven": return line`ours by its ends, not proven: ${which}${chance > TELLING ? mixUp(chance) : line``}`;
	}
}
function mixUp(chance) {
	const odds = Math.round(1 / chance);
	return words(odds < 2 ? " (nearly any stranger's key would fit as well)" : ` (about 1 in ${formatNumber(odds)} strangers' keys would fit as well)`);
}
function recorded({ id, name, home, owner }) {
	const place = home.name ?? home.id;
	const person = owner?.name ?? owner?.id ?? null;
	return joinLines([
		line`${id}`,
		...name === null ? [] : [line`named ${name}`],
		...place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`],
		...person === null ? [] : [owner?.kind === "user" ? line`owner ${person}` : line`service account ${person}`]
	], ", ");
}
// src/report/html/moment.ts
function isCalendarTime(at) {
	const year = at?.getUTCFullYear() ?? NaN;
	return year >= 0 && year <= 9999;
}
function renderTime(at) {
	return markup`<time datetime="${at.toISOString()}">${formatTime(at)}</time>`;
}
const UNITS = [
	["day", 864e5],
	["hour", 36e5],
	["minute", 6e4]
];
function formatDuration(from, to) {
	const span = to.getTime() - from.getTime();
	const [unit, length] = UNITS.find(([, each]) => span >= each) ?? [];
	return unit === void 0 ? "under a minute" : formatCount(Math.floor(span / (length ?? 1)), unit);
}
// src/report/html/places.ts
const OPEN = 5;
const LONGEST$2 = 200;
function renderPlaces({ sightings }, setting) {
	const all = sortPlaces(sightings);
	const folded = all.slice(OPEN, 100);
	const left = all.length - OPEN - folded.length;
	return markup`<h4>Seen in ${formatCount(all.length, "place")}</h4>
${list(all.slice(0, OPEN), setting)}${folded.length === 0 ? NOTHING : markup`<details><summary>${formatNumber(folded.length)} more</summary>
${list(folded, setting)}${left > 0 ? markup`<p class="small">And ${formatCount(left, "place")} more, in the JSON report.</p>` : null}</details>
`}`;
}
function list(sightings, setting) {
	return markup`<ul class="places">
${sightings.map((one) => item(one, setting))}</ul>
`;
}
function item(sighting, { link, change }) {
	const { commit, author, at, where } = sighting;
	const origin = [
		commit === null || where === "commit-message" ? null : markup`commit <code>${shortenSha(commit)}</code>`,
		author === null ? null : markup`by ${renderName(clipText(author, 60))}`,
		isCalendarTime(at) ? renderTime(at) : null,
		...listRemarks(sighting, change).map((remark) => markup`<em>${remark}</em>`)
	].filter((part) => part !== null);
	const place = markup`<code>${renderName(clipText(describePlace(sighting), LONGEST$2))}</code>`;
	return markup`<li>${renderLink(link(sighting), place)}${origin.map((part) => markup` <span>${part}</span>`)}</li>
`;
}
// src/report/html/sentence.ts
const LONGEST$1 = 120;
function renderLine(line) {
	return markup`${line.map((piece) => "words" in piece ? piece.words : markup`<code>${renderName(clipText(piece.data, LONGEST$1))}</code>`)}`;
}
function capitalize(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
// src/report/html/timeline.ts
function renderTimeline(finding, id) {
	const happenings = happeningsOf(finding);
	if (happenings.length < 2) return NOTHING;
	const exposure = exposureOf(finding);
	const spots = spotsOf(happenings.map(({ at }) => at));
	const summary = exposed(finding, exposure);
	return markup`<h4>Timeline</h4>
<figure class="timeline">
<svg role="img" aria-labelledby="${id}-tt ${id}-td" width="100%" height="44">
<title id="${id}-tt">What happened to this key, in order</title>
<desc id="${id}-td">${happenings.map(({ at, what }) => `${what} on ${formatTime(at)}`).join("; ")}.</desc>
<line class="rail" x1="${percent$1(spots[0])}" x2="${percent$1(spots.at(-1))}" y1="22" y2="22"/>
${exposure && span(exposure, happenings, spots)}
${happenings.map(({ tone }, index) => mark(index + 1, tone, spots[index]))}
</svg>
<ol>
${happenings.map(({ at, what }) => markup`<li><span class="what">${what}</span> ${renderTime(at)}</li>
`)}</ol>
<figcaption>${summary} Distances on the line are not to scale.</figcaption>
</figure>
`;
}
function happeningsOf(finding) {
	const { identity, outcome, sightings, impact } = finding;
	const record = identity.kind === "ours" && getLikeness(finding) !== "look-alike" ? identity.record : null;
	const changes = record ? (impact?.changes ?? []).map(({ at }) => at).filter(isCalendarTime) : [];
	const firstChange = changes.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
	const contained = outcome.kind === "contained" ? outcome : null;
	const ends = contained?.endsAt ?? (contained === null ? record?.expiresAt ?? null : null);
	return [
		{
			at: record?.createdAt ?? null,
			what: "Created",
			tone: "plain"
		},
		{
			at: findFirstSeen(sightings),
			what: "First exposed",
			tone: "bad"
		},
		{
			at: firstChange,
			what: changes.length > 1 ? `First of ${formatCount(changes.length, "change")} made with it` : "Something was changed with it",
			tone: "bad"
		},
		{
			at: record?.lastUsedAt ?? null,
			what: "Last used",
			tone: "plain"
		},
		{
			at: contained?.at ?? null,
			what: contained ? `${capitalize(ACTIONS[contained.by].done)}, ${contained.verified ? "and" : "not yet"} verified` : "",
			tone: "good"
		},
		{
			at: ends,
			what: "Expires",
			tone: "good"
		}
	].flatMap((one) => isCalendarTime(one.at) ? [{
		...one,
		at: one.at
	}] : []).toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
function exposureOf({ sightings, outcome, validity }) {
	const start = findFirstSeen(sightings);
	if (!isCalendarTime(start)) return null;
	if (outcome.kind === "contained") {
		const end = outcome.by === "expire" ? outcome.endsAt : outcome.at;
		return isCalendarTime(end) && end >= start ? {
			start,
			end
		} : null;
	}
	return validity.kind === "inactive" ? null : {
		start,
		end: null
	};
}
function exposed({ outcome, validity }, exposure) {
	if (exposure === null) return validity.kind === "inactive" ? "When it stopped working is not known." : "";
	const { start, end } = exposure;
	if (end === null) return "It has been exposed since then, and nothing is known to have stopped it.";
	const deed = outcome.kind === "contained" ? ACTIONS[outcome.by].done : "stopped";
	return outcome.kind === "contained" && outcome.by === "expire" ? `From its exposure to its expiry: ${formatDuration(start, end)}.` : `It was exposed for ${formatDuration(start, end)} before it was ${deed}.`;
}
function spotsOf(times) {
	const steps = times.slice(1).map((at, index) => {
		const minutes = (at.getTime() - (times[index]?.getTime() ?? 0)) / 6e4;
		return 1.2 + Math.log10(1 + minutes);
	});
	const whole = steps.reduce((sum, step) => sum + step, 0);
	let gone = 0;
	return [0, ...steps].map((step) => {
		gone += step;
		return 4 + 92 * gone / whole;
	});
}
function span({ start, end }, happenings, spots) {
	const spotOf = (time) => spots[happenings.findIndex(({ at }) => at.getTime() === time.getTime())];
	return markup`<line class="open" x1="${percent$1(spotOf(start))}" x2="${percent$1(end === null ? 100 : spotOf(end))}" y1="22" y2="22"/>`;
}
function mark(number, tone, spot) {
	return markup`<circle class="${tone}" cx="${percent$1(spot)}" cy="22" r="11"/><text x="${percent$1(spot)}" y="26" text-anchor="middle">${number}</text>
`;
}
function percent$1(spot) {
	return `${(spot ?? 50).toFixed(1)}%`;
}
// src/report/html/use.ts
const MOST$2 = 12;
function renderUse(finding) {
	const { impact, identity } = finding;
	if (impact === null || describeUse(finding) === null) return NOTHING;
	const bare = {
		...impact,
		requests: null,
		cost: null,
		changes: null
	};
	const rest = describeUse({
		...finding,
		possession: "proven",
		impact: bare
	});
	const whose = identity.kind === "ours" && getLikeness(finding) === "unproven" ? markup` of <code>${renderName(clipText(identity.record.id, 120))}</code>, which it may not be,` : null;
	return markup`<h4>Use since it was exposed</h4>
${tiles(impact)}${models(impact)}<p class="small">Figures${whose} since ${formatTime(impact.since)}, as OpenAI had counted them by ${formatTime(impact.asOf)}, which is some minutes late; costs are by whole days of UTC. ${rest && renderLine(rest)}</p>
`;
}
function tiles({ requests, inputTokens, outputTokens, cost, changes }) {
	const money = cost && /^[a-z]{3}$/i.test(cost.currency) ? `${cost.value.toFixed(2)} ${cost.currency.toUpperCase()}` : null;
	return markup`<dl class="tiles">
${[
		["Requests", figure(requests)],
		["Tokens in", figure(inputTokens)],
		["Tokens out", figure(outputTokens)],
		["Cost", money],
		["Changes", figure(changes?.length ?? null)]
	].map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value ?? markup`<span class="muted">not told</span>`}</dd></div>
`)}</dl>
`;
}
function models({ models: all }) {
	const known = all ?? [];
	const size = known.some((one) => tokensOf(one) > 0) ? tokensOf : ({ requests }) => requests ?? 0;
	const shown = known.toSorted((one, other) => size(other) - size(one)).slice(0, MOST$2);
	const [first] = shown;
	if (!first) return NOTHING;
	const more = known.length - shown.length;
	return markup`<div class="scroll" role="group" aria-label="Use by model" tabindex="0">
<table class="models">
<caption>By model${more > 0 ? `: the first ${MOST$2}, and ${formatCount(more, "more model")} not shown` : ""}</caption>
<thead><tr><th scope="col">Model</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Tokens in</th><th scope="col" class="number">Tokens out</th><th scope="col">${size === tokensOf ? "Tokens, in and out" : "Requests, compared"}</th></tr></thead>
<tbody>
${shown.map((one) => row$1(one, size === tokensOf, size(first)))}</tbody>
</table>
</div>
`;
}
function row$1(one, isTokens, most) {
	const figures = [
		one.requests,
		one.inputTokens,
		one.outputTokens
	].map((value) => markup`<td class="number">${figure(value) ?? "–"}</td>`);
	return markup`<tr><th scope="row">${renderName(clipText(one.model, 80))}</th>${figures}<td class="chart">${bar(one, isTokens, most)}</td></tr>
`;
}
function bar(one, isTokens, most) {
	const first = share(isTokens ? one.inputTokens : one.requests, most);
	const second = share(isTokens ? one.outputTokens : 0, most);
	return markup`<svg aria-hidden="true" width="100%" height="12"><rect class="in" x="0" y="1" height="10" width="${percent(first)}"/><rect class="out" x="${percent(first)}" y="1" height="10" width="${percent(second)}"/></svg>`;
}
function share(part, whole) {
	return whole > 0 ? 100 * Math.min(part ?? 0, whole) / whole : 0;
}
function percent(value) {
	return `${value.toFixed(1)}%`;
}
function tokensOf({ inputTokens, outputTokens }) {
	return (inputTokens ?? 0) + (outputTokens ?? 0);
}
function figure(value) {
	return value === null ? null : formatNumber(value);
}
// src/report/html/key.ts
const TONES = {
	exposed: "bad",
	lingering: "warn",
	dead: "good",
	older: "warn",
	ignored: "quiet"
};
function toneOf(finding) {
	return isLiveAdminKey(finding) ? "bad" : TONES[getSeverity(finding)];
}
function renderKey(finding, id, setting) {
	const { kind, mask, fingerprint, confidence, validity, outcome, ignored } = finding;
	const deed = describeActionTaken(finding);
	const steps = listSteps(finding, setting.change);
	const at = outcome.kind === "contained" ? markup`, ${renderTime(outcome.at)}` : null;
	return markup`<article class="key ${toneOf(finding)}" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h">${capitalize(KIND_NAMES[kind])} <code>${mask}</code></h3>
<p class="tale"><span class="chip ${toneOf(finding)}">${capitalize(validity.kind)}</span> This key ${describeStatus([finding], setting.change)}.</p>
<dl class="facts">
<div><dt>Whose</dt><dd>${renderLine(describeOwner(finding))}</dd></div>
<div><dt>Works</dt><dd>${describeState(validity)}</dd></div>
<div><dt>Done</dt><dd>${describeOutcome(finding)}${at}</dd></div>
${deed && fact("Breaks", renderLine(deed.breaks))}${ignored && fact("Ignored", renderLine(describeIgnoreReason(ignored)))}<div><dt>Known by</dt><dd>fingerprint <code>${fingerprint}</code>; its shape is ${confidence}</dd></div>
</dl>
${steps.length === 0 ? NOTHING : markup`<h4>What to do next</h4>
<ol class="steps">
${steps.map((step) => markup`<li>${renderLine(step)}</li>
`)}</ol>
`}${renderTimeline(finding, id)}${renderUse(finding)}${renderPlaces(finding, setting)}</article>
`;
}
function fact(name, told) {
	return markup`<div><dt>${name}</dt><dd>${told}</dd></div>
`;
}
// src/report/html/sections.ts
const MOST$1 = 500;
function renderKeyTable(findings, anchors, setting) {
	const shown = findings.slice(0, MOST$1);
	return markup`<section aria-labelledby="all">
<h2 id="all">All keys at a glance</h2>
<div class="scroll" role="group" aria-label="Table of all keys" tabindex="0">
<table class="keys">
<thead><tr><th scope="col">Key</th><th scope="col">Works</th><th scope="col">Where</th><th scope="col">Whose</th><th scope="col">Done</th></tr></thead>
<tbody>
${shown.map((one, index) => row(one, anchors[index] ?? null, setting))}</tbody>
</table>
</div>
${renderNotShown(findings.length - shown.length, "key", "keys")}</section>
`;
}
function row(finding, anchor, { change }) {
	const { kind, mask, sightings, validity } = finding;
	const [best] = sortPlaces(sightings);
	const name = markup`${KIND_NAMES[kind]} <code>${mask}</code>`;
	const more = sightings.length > 1 ? `, and ${formatNumber(sightings.length - 1)} more` : "";
	const remarks = best ? listRemarks(best, change).map((remark) => `, ${remark}`) : [];
	const where = best ? markup`<code>${renderName(clipText(describePlace({
		...best,
		column: null
	}), 100))}</code>${remarks}${more}` : null;
	return markup`<tr><th scope="row">${anchor === null ? name : markup`<a href="#${anchor}">${name}</a>`}</th><td><span class="chip ${toneOf(finding)}">${validity.kind}</span></td><td>${where}</td><td>${renderLine(describeOwnerById(finding))}</td><td>${describeOutcome(finding)}</td></tr>
`;
}
function renderUnfinished$1({ unfinished: all }) {
	if (all.length === 0) return NOTHING;
	const items = all.slice(0, MOST$1).map((one) => markup`<li>${renderLine(describeUnfinished(one))}</li>
`);
	return markup`<section class="card warn" aria-labelledby="unfinished">
<h2 id="unfinished">${UNFINISHED_TITLE}</h2>
<ul>
${items}</ul>
${renderNotShown(all.length - items.length, "act", "acts")}</section>
`;
}
function renderGaps$1({ gaps: all }) {
	if (all.length === 0) return NOTHING;
	const failures = all.filter(isFailure).length;
	const items = all.slice(0, MOST$1).map(({ kind, detail }) => markup`<div><dt>${capitalize(GAP_NAMES[kind])}</dt><dd>${renderName(clipText(detail, 500))}</dd></div>
`);
	const why = failures > 0 ? markup`<p>There may be keys in what was not seen, so that this report does not say clean.</p>
` : null;
	return markup`<section class="card ${failures > 0 ? "warn" : "quiet"}" aria-labelledby="gaps">
<h2 id="gaps">Not seen</h2>
${why}<dl class="facts">
${items}</dl>
${renderNotShown(all.length - items.length, "thing", "things")}</section>
`;
}
function renderCoverage(report) {
	const { askedAs } = report;
	const asked = askedAs === null ? null : markup` OpenAI was asked as ${renderName(clipText(askedAs, 120))}.`;
	return markup`<section aria-labelledby="read">
<h2 id="read">What was read</h2>
<p>${capitalize(describeCoverage(report))}.${asked}</p>
</section>
`;
}
function renderNotShown(left, one, many) {
	if (left <= 0) return NOTHING;
	return markup`<p class="small">${formatNumber(left)} more ${left === 1 ? `${one} is` : `${many} are`} not shown here; the JSON report has all.</p>
`;
}
// src/report/html/style.ts
const STYLE_HASH = "sha256-sPZRQvjbUgkEN7p3qGuejFC3WY65wj7wRJh0KkY3Wi4=";
const STYLE = `
:root{color-scheme:light dark;--page:#f6f6f3;--card:#fff;--ink:#1d1d1b;--muted:#5b5b56;--line:#deddd8;--link:#1a55a5;--code:#efeeea;
--bad:#a8231c;--bad-soft:#fcebea;--warn:#764b00;--warn-soft:#fcf2dc;--good:#1c6537;--good-soft:#e6f4ea;--quiet:#55554f;--quiet-soft:#ecebe7;
--in:#3a6fb5;--out:#9db9dc}
@media screen and (prefers-color-scheme:dark){:root{--page:#151514;--card:#1e1e1d;--ink:#ebeae6;--muted:#aaa9a3;--line:#383735;--link:#8fbcff;--code:#2a2a28;
--bad:#ff9d94;--bad-soft:#3d211f;--warn:#f0bf6a;--warn-soft:#362a14;--good:#86d6a0;--good-soft:#1b3324;--quiet:#b4b3ad;--quiet-soft:#2c2c2a;
--in:#6d9fe0;--out:#3f5f8c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:0 1rem 3rem;max-width:56rem;background:var(--page);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,p,dl,dd,ol,ul,figure{margin:0}
h1{display:flex;gap:.75rem;align-items:flex-start;font-size:clamp(1.35rem,1rem + 1.8vw,1.9rem);line-height:1.25;font-weight:650;letter-spacing:-.01em}
h2{margin:2.5rem 0 .75rem;font-size:1.15rem;font-weight:650}
h3{font-size:1.1rem;font-weight:650}
h4{margin:1.5rem 0 .5rem;font-size:.95rem;font-weight:650}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:4px}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--code);border-radius:4px;padding:.1em .3em}
header{padding:2rem 0 1.5rem;border-bottom:1px solid var(--line)}
.brand{margin-bottom:.75rem;color:var(--muted);font-size:.875rem}
.brand span,.places span{margin-left:.6em;white-space:normal}
.rest{margin-top:.6rem;padding-left:2.9rem;color:var(--muted);font-size:1.05rem}
.mark{flex:none;width:1.5em;height:1.5em;margin-top:-.12em;border-radius:50%;text-align:center;line-height:1.5em;font-weight:700}
.bad .mark,.chip.bad{background:var(--bad-soft);color:var(--bad)}
.warn .mark,.chip.warn{background:var(--warn-soft);color:var(--warn)}
.good .mark,.chip.good{background:var(--good-soft);color:var(--good)}
.chip.quiet{background:var(--quiet-soft);color:var(--quiet)}
.chip{display:inline-block;padding:.05em .6em;border-radius:1em;font-size:.85rem;font-weight:600;white-space:nowrap}
.alarm{margin-top:1.5rem;padding:.9rem 1.1rem;border-radius:8px;background:var(--bad-soft);border-left:4px solid var(--bad)}
.alarm strong{color:var(--bad)}
.key,.card{background:var(--card);border:1px solid var(--line);border-radius:10px;border-left:4px solid var(--quiet);padding:1.1rem 1.3rem 1.3rem;margin:0 0 1.25rem}
.card h2{margin-top:0}
.card .facts{margin-top:.6rem}
.card .facts div{grid-template-columns:8.5rem minmax(0,1fr)}
.card{margin-top:2.5rem}
.bad.key{border-left-color:var(--bad)}
.warn.key,.warn.card{border-left-color:var(--warn)}
.good.key{border-left-color:var(--good)}
.tale{margin:.4rem 0 .9rem}
.facts,.words dl{display:grid;gap:.45rem}
.facts div,.words dl div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.75rem}
dt{color:var(--muted)}
.steps{padding-left:1.4rem}
.steps li{margin:.3rem 0;padding-left:.2rem}
.small{margin-top:.5rem;color:var(--muted);font-size:.9rem}
.muted{color:var(--muted);font-weight:400}
.timeline svg{display:block;overflow:visible}
.timeline .rail{stroke:var(--line);stroke-width:4;stroke-linecap:round}
.timeline .open{stroke:var(--bad);stroke-width:4;stroke-linecap:round}
.timeline circle{fill:var(--card);stroke:var(--quiet);stroke-width:2.5}
.timeline circle.bad{stroke:var(--bad)}
.timeline circle.good{stroke:var(--good)}
.timeline text{fill:var(--ink);font-size:12px;font-weight:650}
.timeline ol{margin-top:.4rem;padding-left:1.6rem;columns:2 17rem;column-gap:2rem}
.timeline li{break-inside:avoid}
.timeline time,.places time{white-space:nowrap}
.timeline time{color:var(--muted)}
figcaption{margin-top:.5rem;color:var(--muted);font-size:.9rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.6rem}
.tiles div{padding:.6rem .8rem;border:1px solid var(--line);border-radius:8px}
.tiles dt{font-size:.85rem}
.tiles dd{font-size:1.15rem;font-weight:600;font-variant-numeric:tabular-nums}
.keys{min-width:40rem}
.models{min-width:32rem}
.keys th code{white-space:nowrap}
.keys td:nth-child(3){min-width:11rem}
.scroll{overflow-x:auto;margin-top:.75rem;background:var(--card);border:1px solid var(--line);border-radius:10px}
table{width:100%;border-collapse:collapse;font-size:.92rem}
caption{padding:.5rem .8rem;text-align:left;color:var(--muted)}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);min-width:6.5rem}
thead th,thead td{border-top:0;color:var(--muted);font-weight:500;white-space:nowrap}
caption+thead th,caption+thead td{border-top:1px solid var(--line)}
tbody th{font-weight:600}
.number{text-align:right;font-variant-numeric:tabular-nums;min-width:0;white-space:nowrap}
.chart{width:34%;min-width:7rem;vertical-align:middle}
.chart svg{display:block}
.chart .in{fill:var(--in)}
.chart .out{fill:var(--out)}
.places{padding-left:1.2rem}
.places li{margin:.25rem 0}
.places span{color:var(--muted);font-size:.92rem}
.places em{font-style:normal;color:var(--warn)}
details{margin-top:.6rem}
summary{cursor:pointer;color:var(--link)}
.words{margin-top:2.5rem}
.words dl{margin-top:.75rem}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
@media (max-width:34rem){
.facts div,.card .facts div,.words dl div{grid-template-columns:minmax(0,1fr);gap:0}
.key,.card{padding:.9rem .95rem 1rem}
th,td{padding:.45rem .6rem}
}
@media print{
@page{margin:16mm 14mm}
body{max-width:none;padding:0;background:#fff;font-size:10.5pt}
header{padding-top:0}
.key,.card,.scroll{border-radius:0}
.scroll{overflow:visible}
h2,h3,h4{break-after:avoid}
figure,.tiles,tr,li{break-inside:avoid}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{color:inherit;list-style:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
// src/report/html/html.ts
var html_exports = /* @__PURE__ */ __exportAll({ renderHtml: () => renderHtml });
const MOST_IN_FULL = 100;
const MARKS = {
	clean: {
		tone: "good",
		mark: "✓"
	},
	leaked: {
		tone: "bad",
		mark: "!"
	},
	incomplete: {
		tone: "warn",
		mark: "?"
	}
};
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
function renderHtml(report, context) {
	const title = describeTitle(report);
	return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${banner(report, title, context)}<main>
${alarm$1(report)}${keys(report, context)}${renderUnfinished$1(report)}${renderGaps$1(report)}${renderCoverage(report)}${glossary()}</main>
<footer><p>openai-key-guard ${context.version}. No key stands on this page, nor anything that could be used as one.</p></footer>
</body>
</html>
`.markup;
}
function banner(report, title, { head, runUrl }) {
	const [first = "", ...rest] = title.split("; ");
	const { tone, mark } = MARKS[conclude(report)];
	return markup`<header class="${tone}">
<p class="brand">OpenAI key report${[...head === "" ? [] : [markup`head <code>${shortenSha(head)}</code>`], ...runUrl === null ? [] : [renderLink(runUrl, markup`the run`)]].map((fact) => markup` <span>${fact}</span>`)}</p>
<h1><span class="mark" aria-hidden="true">${mark}</span>${first}</h1>
${rest.length > 0 ? markup`<p class="rest">${capitalize(rest.join("; "))}.</p>
` : null}</header>
`;
}
function alarm$1({ findings }) {
	const alarming = findings.filter(isLiveAdminKey);
	if (alarming.length === 0) return NOTHING;
	return markup`<p class="alarm"><strong>${alarming.some(isOwnAdminKey) ? "The admin key that the run works with" : "An admin key"}</strong>: whoever has it manages the whole organisation. It comes first.</p>
`;
}
function keys(report, { link }) {
	const findings = rankFindings(report.findings);
	if (findings.length === 0) return NOTHING;
	const setting = {
		link,
		change: report.change.kind
	};
	const anchors = findings.map((_, index) => index < MOST_IN_FULL ? `key-${index + 1}` : null);
	const articles = findings.slice(0, MOST_IN_FULL).map((one, index) => renderKey(one, `key-${index + 1}`, setting));
	return markup`${findings.length > 1 ? renderKeyTable(findings, anchors, setting) : NOTHING}<section aria-labelledby="keys">
<h2 id="keys">${findings.length === 1 ? "The key" : "The keys, one by one"}</h2>
${articles}${renderNotShown(findings.length - articles.length, "key", "keys")}</section>
`;
}
// src/report/alarm.ts
function alarm(findings) {
	const alarming = findings.filter(isLiveAdminKey);
	if (alarming.length === 0) return "";
	return `> [!CAUTION]\n> ${alarming.some(isOwnAdminKey) ? "The admin key this run works with" : "An admin key"} ${alarming.some((one) => getSeverity(one) !== "older") ? "is exposed" : "was here before this change and is not dead"}. It comes first.`;
}
// src/report/truncate.ts
function truncateList(texts, count, room, size) {
	const taken = [];
	let free = room;
	for (const text of texts) {
		free -= size(text) + 2;
		if (free < 0) break;
		taken.push(text);
	}
	return {
		texts: taken,
		left: count - taken.length
	};
}
function* mapLazily(all, make) {
	for (const [index, one] of all.entries()) yield make(one, index);
}
// src/report/markdown/key.ts
const LONGEST_PLACE$2 = 160;
const LONGEST_HEADING = 60;
const TABLE_HEAD = ["| Key | Where | Whose | Works | Done |", "|---|---|---|---|---|"];
function formatKeyName({ kind, fingerprint }) {
	return `${KIND_NAMES[kind]} ${formatCode(fingerprint.slice(0, 8), "cell")}`;
}
function formatHeading(finding) {
	const [best] = sortPlaces(finding.sightings);
	const place = best?.where === "file" && best.path !== null ? ` in ${formatCode(clipText(best.path, LONGEST_HEADING))}` : "";
	return `${formatKeyName(finding)}${place}`;
}
function renderRow(finding, { link, change }) {
	const { sightings, validity } = finding;
	const [best] = sortPlaces(sightings);
	const more = sightings.length > 1 ? `, and ${formatNumber(sightings.length - 1)} more` : "";
	const where = best ? `${[place$1({
		...best,
		column: null
	}, link, "cell"), ...listRemarks(best, change)].join(", ")}${more}` : "";
	return `| ${[
		formatKeyName(finding),
		where,
		formatMarkdown(describeOwnerById(finding), "cell"),
		stressed(describeState(validity)),
		describeOutcome(finding)
	].join(" | ")} |`;
}
function renderSteps(finding, change) {
	return listSteps(finding, change).map((step, index) => `${index + 1}. ${formatMarkdown(step)}`).join("\n");
}
function renderDetails(finding, setting, withSteps, room, size) {
	const { fingerprint, mask, kind, confidence, validity, outcome, sightings, ignored } = finding;
	const { link, change } = setting;
	const use = describeUse(finding);
	const deed = describeActionTaken(finding);
	const facts = [
		`- Key: ${formatCode(mask)}, ${confidence}, fingerprint ${formatCode(fingerprint)}`,
		`- Whose: ${formatMarkdown(describeOwner(finding))}`,
		`- Works: ${stressed(describeState(validity))}`,
		...use ? [`- Used: ${formatMarkdown(use)}`] : [],
		`- Done: ${describeOutcome(finding)}${outcome.kind === "contained" ? ` (${formatTime(outcome.at)})` : ""}`,
		...deed ? [`- Breaks: ${formatMarkdown(deed.breaks)}`] : [],
		...ignored ? [`- Ignored: ${formatMarkdown(describeIgnoreReason(ignored))}`] : [],
		`- Seen in ${formatCount(sightings.length, "place")}:`
	];
	const todo = withSteps ? renderSteps(finding, change) : "";
	const all = sortPlaces(sightings);
	const told = (one) => `  - ${[`${place$1(one, link, "text")}${origin(one)}`, ...listRemarks(one, change)].join(", ")}`;
	const kept = truncateList(mapLazily(all, told), all.length, room - size([...facts, todo].join("\n")) - 200, size);
	const places = kept.texts.length > 0 ? kept : {
		texts: all.slice(0, 1).map(told),
		left: all.length - 1
	};
	return [
		`<details><summary>All about the ${KIND_NAMES[kind]} <code>${fingerprint.slice(0, 8)}</code></summary>`,
		"",
		...facts,
		...places.texts,
		...places.left > 0 ? [`  - and ${formatCount(places.left, "place")} more, in the JSON report`] : [],
		...todo ? ["", todo] : [],
		"",
		"</details>"
	].join("\n");
}
function place$1(sighting, link, medium) {
	const label = formatCode(clipText(describePlace(sighting), LONGEST_PLACE$2), medium);
	const url = link(sighting);
	return url === null ? label : `[${label}](${escapeHref(url)})`;
}
function origin({ commit, author, at, where }) {
	const parts = [
		...commit === null || where === "commit-message" ? [] : [`in ${formatCode(shortenSha(commit))}`],
		...author === null ? [] : [`by ${escapeMarkdown(clipText(author, 60))}`],
		...at === null || Number.isNaN(at.getTime()) ? [] : [`on ${formatTime(at)}`]
	];
	return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}
function stressed(state) {
	return state.replace(/^[\w-]+/, "**$&**");
}
// src/report/markdown/sections.ts
function renderActions(findings, { runUrl }, sheet) {
	const run = runUrl === null ? "this run" : `[this run](${escapeHref(runUrl)})`;
	return section("Done", findings.flatMap((one) => {
		const deed = describeActionTaken(one, run);
		return deed ? [`- ${formatMarkdown(deed.done)} ${formatMarkdown(deed.breaks)}`] : [];
	}), sheet);
}
function renderUnfinished({ unfinished: all }, sheet) {
	return section(UNFINISHED_TITLE, all.map((one) => `- ${formatMarkdown(describeUnfinished(one))}`), sheet);
}
function renderGaps({ gaps }, sheet) {
	return section("Not seen", gaps.map(({ kind, detail }) => `- ${GAP_NAMES[kind]}: ${escapeMarkdown(detail)}`), sheet);
}
function section(title, lines, { room, size, rest }) {
	const { texts, left } = truncateList(lines, lines.length, room / 8, size);
	const more = left > 0 ? [`- and ${formatNumber(left)} more: ${rest}`] : [];
	return lines.length > 0 ? [
		`#### ${title}`,
		"",
		...texts,
		...more
	].join("\n") : "";
}
function describeNotShown(left, is, are, { rest }) {
	return left > 0 ? `${formatCount(left, "more key")} ${left === 1 ? is : are}: ${rest}.` : "";
}
function renderFooter({ head, runUrl, version, job = null }, report) {
	return `<sub>${[
		`openai-key-guard ${escapePlain(version)}`,
		...job === null ? [] : [`job ${formatCode(job)}`],
		...head ? [`head ${formatCode(shortenSha(head))}`] : [],
		...runUrl === null ? [] : [`[run](${escapeHref(runUrl)})`],
		...report ? [describeCoverage(report)] : [],
		...report && report.askedAs !== null && report.findings.length > 0 ? [`asked as ${formatCode(report.askedAs)}`] : []
	].join(" · ")}</sub>`;
}
// src/report/markdown/markdown.ts
var markdown_exports = /* @__PURE__ */ __exportAll({
	renderComment: () => renderComment,
	renderGoneComment: () => renderGoneComment,
	renderResolvedComment: () => renderResolvedComment,
	renderSummary: () => renderSummary
});
const MOST_STEPS = 3;
function renderComment(report, context) {
	return page(report, context, commentSheet(context), `### ${describeTitle(report)}`, alarm(report.findings));
}
function renderSummary(report, context) {
	const utf8 = new TextEncoder();
	return page(report, context, {
		room: 1e6,
		size: (text) => utf8.encode(text).length,
		rest: "the JSON report has all"
	}, `## ${describeTitle(report)}`, alarm(report.findings));
}
function renderResolvedComment(report, context) {
	const older = report.findings.some((one) => getSeverity(one) === "older");
	const all = "Resolved: nothing that this change brought can do harm any more.";
	const opening = older ? `${all} Keys that were here before it are listed, and not judged.` : all;
	return page(report, context, commentSheet(context), `### ${describeTitle(report)}`, [opening, alarm(report.findings)].filter(Boolean).join("\n\n"));
}
function renderGoneComment(open, context) {
	const history = "The commits that held keys are gone from this pull request: its history was rewritten.";
	const footer = renderFooter(context, null);
	if (open.length === 0) return [
		"### No OpenAI keys are left in this pull request",
		`Resolved. ${history} All keys found in them were dead by then.`,
		footer
	].join("\n\n");
	const [is, was, it] = open.length === 1 ? [
		"is",
		"was",
		"it"
	] : [
		"are",
		"were",
		"they"
	];
	const names = truncateList(open.map((one) => formatCode(one)), open.length, 2e4, (text) => text.length);
	const more = names.left > 0 ? ` and ${formatNumber(names.left)} more` : "";
	return [
		`### ${formatCount(open.length, "OpenAI key")} ${was} pushed here, and ${is} not proven inactive`,
		`${history} A pushed key stays exposed all the same until it is revoked: anyone may have fetched it.`,
		`Please make sure that ${it} ${is} revoked. Fingerprint${open.length === 1 ? "" : "s"}: ${names.texts.join(", ")}${more}.`,
		footer
	].join("\n\n");
}
function commentSheet({ runUrl }) {
	return {
		room: 59e3,
		size: (text) => text.length,
		rest: `${runUrl === null ? "the job summary" : `the [job summary](${escapeHref(runUrl)})`} has all`
	};
}
function page(report, context, sheet, title, opening) {
	const findings = rankFindings(report.findings);
	const setting = {
		link: context.link,
		change: report.change.kind
	};
	const [did, begun, gaps] = [
		renderActions(findings, context, sheet),
		renderUnfinished(report, sheet),
		renderGaps(report, sheet)
	];
	const footer = renderFooter(context, report);
	const frame = [
		title,
		opening,
		did,
		begun,
		gaps,
		footer
	];
	let free = sheet.room - sheet.size(frame.join("\n\n")) - 1e3;
	const rows = truncateList(mapLazily(findings, (one) => renderRow(one, setting)), findings.length, free / 2, sheet.size);
	const table = rows.texts.length > 0 ? [...TABLE_HEAD, ...rows.texts].join("\n") : "";
	free -= sheet.size(table);
	const first = findings.slice(0, MOST_STEPS).filter((one) => listSteps(one, setting.change).length > 0);
	const todo = truncateList(mapLazily(first, (one) => `${first.length > 1 ? `**${formatHeading(one)}**\n\n` : ""}${renderSteps(one, setting.change)}`), first.length, free / 2, sheet.size);
	free -= sheet.size(todo.texts.join("\n\n"));
	const share = Math.max(1500, free / Math.max(findings.length, 1));
	const folded = truncateList(mapLazily(findings, (one) => renderDetails(one, setting, !first.slice(0, todo.texts.length).includes(one), share, sheet.size)), findings.length, free, sheet.size);
	return [
		title,
		opening,
		table,
		describeNotShown(rows.left, "is not in this table", "are not in this table", sheet),
		did,
		todo.texts.length > 0 ? `#### Next\n\n${todo.texts.join("\n\n")}` : "",
		folded.texts.length > 0 ? folded.texts.join("\n\n") : "",
		rows.left < folded.left ? describeNotShown(folded.left, "is not shown in full", "are not shown in full", sheet) : "",
		begun,
		gaps,
		footer
	].filter((part) => part !== "").join("\n\n");
}
// src/report/sarif/descriptor.ts
const HOME = "https://github.com/openai-key-guard/openai-key-guard";
function formatRuleName(id) {
	return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}
// src/report/sarif/location.ts
function formatUri({ where, path }) {
	if (path === null || where !== "file" && where !== "path") return null;
	if (where === "path" && parseRef(path) !== null) return null;
	const parts = redactKeys(path).toWellFormed().split("/");
	if (parts.some((part) => part === "" || part === "." || part === "..")) return null;
	return parts.map(encodeURIComponent).join("/");
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
// src/report/sarif/notices.ts
const ABOUT = {
	"key-outside-files": "A key stands where no file is: in a message, a text on GitHub, the name of a branch.",
	"too-many-places": "There is more than fits into this file; the JSON report has all.",
	"ignored-key": "A key is passed over, as the ignore file of the base says.",
	"unfinished-containment": "An earlier run began to contain a key and never said how that ended."
};
const NOTICES = [...Object.keys(GAP_NAMES).map((kind) => descriptor(`gap-${kind}`, `Something was not seen: ${GAP_NAMES[kind]}.`)), ...Object.entries(ABOUT).map(([id, text]) => descriptor(id, text))];
function descriptor(id, text) {
	const told = { text };
	return {
		id,
		name: formatRuleName(id),
		shortDescription: told,
		fullDescription: told,
		help: told,
		helpUri: HOME
	};
}
const MOST = 100;
const LONGEST = 2e3;
function listGapNotices(gaps) {
	const level = (gap) => gap.kind === "self-test" ? "error" : isFailure(gap) ? "warning" : "note";
	const told = gaps.slice(0, MOST).map((gap) => notice(`gap-${gap.kind}`, level(gap), `Not seen (${GAP_NAMES[gap.kind]}): ${gap.detail}`));
	const more = gaps.length - told.length;
	return more > 0 ? [...told, tooMany(`${formatCount(more, "more thing")} ${more === 1 ? "was" : "were"} not seen.`)] : told;
}
function listHomelessNotices(findings) {
	return findings.slice(0, MOST).map(({ kind, fingerprint, validity, sightings }) => {
		const [first] = sortPlaces(sightings);
		const where = first === void 0 ? "a place that is not known" : clipText(describePlace(first), 160);
		const more = sightings.length > 1 ? ` and ${formatCount(sightings.length - 1, "more place")}` : "";
		return notice("key-outside-files", "warning", `A ${KIND_NAMES[kind]} (${fingerprint}) is ${describeState(validity)}. Code scanning takes alerts for files of the repository alone; it was seen in: ${where}${more}.`);
	});
}
function listIgnoredNotices(findings) {
	return findings.filter(isIgnored).slice(0, MOST).map(({ kind, fingerprint, ignored }) => notice("ignored-key", "note", `A ${KIND_NAMES[kind]} (${fingerprint}) is ignored: ${ignored?.reason ?? ""}`));
}
function listUnfinishedNotices({ unfinished }) {
	return unfinished.slice(0, MOST).map((one) => notice("unfinished-containment", "warning", formatPlain(describeUnfinished(one))));
}
function listLeftOutNotices(keys, places) {
	const parts = [...keys > 0 ? [formatCount(keys, "key")] : [], ...places > 0 ? [`${formatNumber(places)} ${places === 1 ? "place" : "places"} of others`] : []];
	return parts.length > 0 ? [tooMany(`Left out here: ${parts.join(", and ")}.`)] : [];
}
function tooMany(text) {
	return notice("too-many-places", "warning", `${text} The JSON report has all.`);
}
function notice(id, level, text) {
	return {
		descriptor: {
			id,
			index: NOTICES.findIndex((one) => one.id === id)
		},
		level,
		message: { text: escapePlain(clipText(text, LONGEST)).replaceAll("](", "] (") }
	};
}
// src/report/sarif/rules.ts
const REACH = {
	project: "models can be used at the cost of its project, and what is stored there can be read or changed",
	"service-account": "models can be used at the cost of its project, and what is stored there can be read or changed",
	admin: "the whole organisation can be managed: keys, members, projects and settings",
	user: "models can be used in every project its owner belongs to, at their cost",
	named: "models can be used at the cost of its project, and what is stored there can be read or changed",
	suspected: "models can be used at its owner's cost, if a real key stands behind it"
};
const SEVERITY = {
	admin: "10.0",
	project: "9.5",
	"service-account": "9.5",
	user: "9.5",
	named: "9.5",
	suspected: "5.0"
};
const PRECISION = {
	admin: "very-high",
	project: "very-high",
	"service-account": "very-high",
	user: "very-high",
	named: "high",
	suspected: "medium"
};
const DEAD = "2.0";
const RULES = Object.keys(REACH).flatMap((kind) => [ruleOf("leaked", kind), ruleOf("inactive", kind)]);
const PLACES = new Map(RULES.map(({ id }, index) => [id, index]));
function findRule({ kind, validity }) {
	const id = idOf(validity.kind === "inactive" ? "inactive" : "leaked", kind);
	return {
		id,
		index: PLACES.get(id) ?? -1
	};
}
function idOf(state, kind) {
	return kind === "suspected" ? `${state}-suspected-openai-key` : `${state}-openai-${kind}-key`;
}
function ruleOf(state, kind) {
	const id = idOf(state, kind);
	const noun = nounOf(kind);
	const isDead = state === "inactive";
	const [first, ...steps] = isDead ? dead(noun) : live(noun, kind);
	return {
		id,
		name: formatRuleName(id),
		shortDescription: { text: isDead ? `An inactive ${noun} is still here.` : `A ${noun} is exposed.`.replace(/^A (?=O)/, "An ") },
		fullDescription: { text: first },
		helpUri: HOME,
		help: {
			text: [first, ...steps].join("\n"),
			markdown: [first, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join("\n\n")
		},
		defaultConfiguration: { level: isDead ? "note" : "error" },
		properties: {
			tags: [
				"security",
				"secret",
				"external/cwe/cwe-798"
			],
			precision: PRECISION[kind],
			"problem.severity": isDead ? "recommendation" : "error",
			"security-severity": isDead ? DEAD : SEVERITY[kind]
		}
	};
}
function nounOf(kind) {
	return kind === "suspected" ? "suspected OpenAI key" : `OpenAI ${KIND_NAMES[kind]}`;
}
function live(noun, kind) {
	return [
		`The ${noun} that stands here is not known to be dead. Whoever has it can act as its owner: with it, ${REACH[kind]}.`,
		"Revoke the key at platform.openai.com. Taking it out of the file does not help: it stays in the history, and anyone may have fetched it.",
		"Look at what was done with it since it was exposed.",
		"Put another key in its place, with an expiry and only the permissions it needs, in a secret store.",
		"Take it out of the file."
	];
}
function dead(noun) {
	return [
		`The ${noun} that stands here does not work any more. It is still in the files, where it looks like one that does.`,
		"Take it out of the file, so that nobody copies it or looks into it again.",
		"History need not be rewritten for it."
	];
}
// src/report/sarif/results.ts
const MOST_OF_A_KEY = 100;
const LONGEST_PLACE$1 = 160;
const LEVELS = {
	active: "error",
	unknown: "warning",
	inactive: "note"
};
function listOpenPlaces({ sightings, validity }) {
	return sortPlaces(validity.kind === "inactive" ? sightings.filter(({ inHead }) => inHead) : sightings);
}
const FRAME = 1e3;
function selectSpots(sightings, room) {
	const most = Math.min(room.results, MOST_OF_A_KEY);
	const seen = /* @__PURE__ */ new Map();
	const spots = [];
	let free = room.characters;
	for (const sighting of sightings) {
		if (spots.length === most) break;
		const uri = formatUri(sighting);
		if (uri === null) continue;
		free -= FRAME + 2 * uri.length;
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
	const { fingerprint, kind, confidence, validity, possession, identity, outcome, blocks } = finding;
	const { id: ruleId, index: ruleIndex } = findRule(finding);
	const [best] = spots;
	const properties = {
		fingerprint,
		keyKind: kind,
		confidence,
		validity: validity.kind,
		identity: identity.kind,
		possession,
		outcome: outcome.kind,
		blocks
	};
	return spots.map((spot, index) => ({
		ruleId,
		ruleIndex,
		level: LEVELS[validity.kind],
		message: { text: unlinked(index === 0 ? whole(finding, spot, change) : again(finding, spot, best ?? spot, change)) },
		locations: [formatLocation(spot.sighting, spot.uri)],
		partialFingerprints: { "openaiKeyFingerprint/v1": [
			fingerprint,
			spot.uri,
			...spot.occurrence > 0 ? [spot.occurrence] : []
		].join(":") },
		properties
	}));
}
function whole(finding, { sighting }, change) {
	const { mask, fingerprint, validity, sightings, ignored } = finding;
	const use = describeUse(finding);
	const more = sightings.length - 1;
	const steps = listSteps(finding, change);
	return [
		`${nameOf(finding)} ${escapePlain(mask)} (${fingerprint}) ${tale(finding)}: ${describeState(validity).replace(/^\w+: /, "")}.`,
		`Seen in ${at(sighting, change)}${more > 0 ? `, and in ${formatNumber(more)} more ${more === 1 ? "place" : "places"}` : ""}.`,
		`Whose: ${formatPlain(describeOwner(finding))}.`,
		...use ? [`Used: ${formatPlain(use)}`] : [],
		`Done: ${describeOutcome(finding)}.`,
		...ignored ? [`Ignored: ${formatPlain(describeIgnoreReason(ignored))}.`] : [],
		...steps.length > 0 ? ["Next:"] : [],
		...steps.map((step, index) => `${index + 1}. ${formatPlain(step)}`)
	].join("\n");
}
function again(finding, { sighting }, best, change) {
	return [
		`${nameOf(finding)} ${escapePlain(finding.mask)} (${finding.fingerprint}) stands here too.`,
		`Seen in ${at(sighting, change)}.`,
		`What is known of it, and what to do, is told at ${told$1(best.sighting)}.`
	].join("\n");
}
function nameOf(finding) {
	if (isOwnAdminKey(finding)) return "The OpenAI admin key of this run";
	return finding.kind === "suspected" ? "The suspected OpenAI key" : `The OpenAI ${KIND_NAMES[finding.kind]}`;
}
function tale(finding) {
	switch (finding.validity.kind) {
		case "active": return "works";
		case "inactive": return mayWorkAgain(finding) ? "is inactive for now, and still here" : "is inactive, and still here";
		case "unknown": return "may work";
		default: return finding.validity;
	}
}
function at(sighting, change) {
	const { commit, inHead } = sighting;
	return [
		told$1(sighting),
		...commit === null || inHead ? [] : [`as commit ${shortenSha(escapePlain(commit))} has it`],
		...listRemarks(sighting, change)
	].join(", ");
}
function told$1(sighting) {
	return escapePlain(clipText(describePlace(sighting), LONGEST_PLACE$1));
}
function unlinked(text) {
	return text.replaceAll("](", "] (");
}
// src/report/sarif/sarif.ts
var sarif_exports = /* @__PURE__ */ __exportAll({ renderSarif: () => renderSarif });
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const ROOM = {
	results: 5e3,
	characters: 12e6
};
function renderSarif(report, context) {
	const { change, gaps } = report;
	const { results, notifications } = told(report);
	return formatSafeJson({
		$schema: SCHEMA,
		version: "2.1.0",
		runs: [{
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
			originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top of the repository." } } },
			...provenance(context),
			invocations: [{
				executionSuccessful: !gaps.some(isFailure),
				toolExecutionNotifications: notifications
			}],
			results
		}]
	});
}
function told(report) {
	const open = rankFindings(report.findings).filter((one) => !isIgnored(one)).map((finding) => ({
		finding,
		sightings: listOpenPlaces(finding)
	})).filter(({ sightings }) => sightings.length > 0);
	const part = (whole) => Math.max(1, Math.floor(whole / Math.max(1, open.length)));
	const share = {
		results: part(ROOM.results),
		characters: part(ROOM.characters)
	};
	const all = open.map(({ finding, sightings }) => ({
		finding,
		sightings,
		spots: selectSpots(sightings, share)
	}));
	const homeless = all.filter(({ spots }) => spots.length === 0).map(({ finding }) => finding);
	const housed = all.filter(({ spots }) => spots.length > 0);
	const kept = housed.slice(0, ROOM.results);
	const inFiles = (all) => all.filter((one) => formatUri(one) !== null).length;
	const places = kept.reduce((sum, { sightings, spots }) => sum + inFiles(sightings) - spots.length, 0);
	return {
		results: kept.flatMap(({ finding, spots }) => formatResults(finding, spots, report.change.kind)),
		notifications: [
			...listGapNotices(report.gaps),
			...listHomelessNotices(homeless),
			...listLeftOutNotices(housed.length - kept.length, places),
			...listUnfinishedNotices(report),
			...listIgnoredNotices(report.findings)
		]
	};
}
function provenance({ head, runUrl }) {
	const [, repositoryUri] = /^(https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+)\/actions\/runs\//.exec(runUrl ?? "") ?? [];
	if (repositoryUri === void 0 || !URL.canParse(repositoryUri)) return {};
	return { versionControlProvenance: [{
		repositoryUri: redactKeys(repositoryUri),
		...head === "" ? {} : { revisionId: head },
		mappedTo: { uriBaseId: "%SRCROOT%" }
	}] };
}
const NARROWEST = /^\p{M}$/u;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;
function columns(text) {
	if (/^[\x20-\x7e]*$/.test(text)) return text.length;
	let sum = 0;
	for (const character of text) sum += NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
	return sum;
}
function wrap(text, width, hanging = "") {
	const lines = [];
	const most = Math.max(width, 20);
	let taken = 0;
	for (const word of text.split(" ")) {
		const wide = columns(word);
		if (lines.length > 0 && taken + 1 + wide <= most) {
			lines[lines.length - 1] += ` ${word}`;
			taken += 1 + wide;
		} else {
			const before = lines.length > 0 ? hanging : "";
			lines.push(`${before}${word}`);
			taken = before.length + wide;
		}
	}
	return lines.map((one) => one.replaceAll("\xA0", " "));
}
// src/report/text.ts
var text_exports = /* @__PURE__ */ __exportAll({ renderText: () => renderText });
const COLOURS = {
	exposed: "red",
	lingering: "yellow",
	dead: "green",
	older: "yellow",
	ignored: "dim"
};
const MOST_PLACES = 3;
const LONGEST_PLACE = 300;
const DASHBOARD = {
	text: "platform.openai.com",
	url: "https://platform.openai.com/api-keys"
};
function renderText(report, look) {
	const blocks = [
		...rankFindings(report.findings).map((finding) => block(finding, report.change.kind, look)),
		...report.unfinished.length > 0 ? [unfinished(report, look)] : [],
		...report.gaps.length > 0 ? [gaps(report, look)] : []
	];
	if (blocks.length === 0) return brief(report, look);
	const asked = report.askedAs === null ? [] : [`OpenAI was asked as ${escapePlain(clipText(report.askedAs, 60))}`];
	return spelt([
		verdict(report, look, (text) => wrap(text, look.width, "  ")),
		...blocks,
		look.paint("dim", [describeCoverage(report), ...asked].join(" · "))
	].join("\n\n"), look);
}
function block(finding, change, look) {
	const { paint } = look;
	const { kind, mask, fingerprint, sightings, validity } = finding;
	const colour = isLiveAdminKey(finding) ? "red" : COLOURS[getSeverity(finding)];
	const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, escapePlain(mask))}  ${paint("dim", fingerprint)}`;
	const most = look.verbose ? sightings.length : MOST_PLACES;
	const more = sightings.length - most;
	const places = [...sortPlaces(sightings).slice(0, most).map((one) => place(one, change, look)), ...more > 0 ? [paint("dim", `and ${formatNumber(more)} more`)] : []];
	const wrapped = (text, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
	const steps = listSteps(finding, change).flatMap((step, index, { length }) => wrapped(`${length > 1 ? `${index + 1}. ` : ""}${formatPlain(step, "\xA0")}`, length > 1 ? "   " : ""));
	const use = describeUse(finding);
	const deed = describeActionTaken(finding);
	return [
		title,
		...field("where", places, paint),
		...field("whose", wrapped(formatPlain(describeOwner(finding), "\xA0")), paint),
		...field("state", [paint(colour, describeState(validity))], paint),
		...use ? field("used", wrapped(formatPlain(use, "\xA0")), paint) : [],
		...field("done", wrapped(describeOutcome(finding)), paint),
		...deed ? field("breaks", wrapped(formatPlain(deed.breaks, "\xA0")), paint) : [],
		...finding.ignored ? field("entry", wrapped(formatPlain(describeIgnoreReason(finding.ignored), "\xA0")), paint) : [],
		...field("next", steps.map((text) => linked(text, look)), paint)
	].join("\n");
}
function place(sighting, change, { paint, link, opens }) {
	const { commit, author, where } = sighting;
	const by = [...commit === null || where === "commit-message" ? [] : [`in ${shortenSha(escapePlain(commit))}`], ...author === null ? [] : [`by ${escapePlain(clipText(author, 60))}`]].join(" ");
	const remarks = [...by ? [by] : [], ...listRemarks(sighting, change)].join(", ");
	const spot = paint("cyan", escapePlain(clipText(describePlace(sighting), LONGEST_PLACE)));
	const url = formatAddress(opens?.(sighting) ?? "");
	return `${link && url !== null ? link(spot, url) : spot}${remarks ? paint("dim", `  ${remarks}`) : ""}`;
}
function linked(text, { link }) {
	return link ? text.replaceAll(DASHBOARD.text, link(DASHBOARD.text, DASHBOARD.url)) : text;
}
function unfinished({ unfinished: all }, { paint, width }) {
	const lines = all.flatMap((one) => wrap(formatPlain(describeUnfinished(one), "\xA0"), width - 2).map((text) => `  ${text}`));
	return [paint("yellow", paint("bold", UNFINISHED_TITLE.toLowerCase())), ...lines].join("\n");
}
function gaps({ gaps: all }, { paint, width }) {
	const lines = all.flatMap((gap) => {
		const name = isFailure(gap) ? paint("yellow", GAP_NAMES[gap.kind]) : paint("dim", GAP_NAMES[gap.kind]);
		const [first = "", ...rest] = wrap(escapePlain(gap.detail), width - INDENT.length);
		return [`  ${name}`, ...[first, ...rest].map((text) => `${INDENT}${text}`)];
	});
	return [paint("bold", "not seen"), ...lines].join("\n");
}
const INDENT = " ".repeat(9);
function field(label, lines, paint) {
	return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(7)) : " ".repeat(7)}${text}`);
}
export { annotations_exports, html_exports, markdown_exports, sarif_exports, text_exports };
