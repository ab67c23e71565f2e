import { Ft as isMereLikeness, It as isRunsOwn, Kt as isIgnored, Lt as likenessOf, Rt as mayReturn, St as moment$1, Zt as clipText, _t as said, bt as day, en as escapePlain, mt as DEEDS, nn as formatCode, qt as isPreexisting, vt as counted, xt as grouped } from "./core.js";
// src/report/line.ts
const LONGEST = 120;
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
function joined(lines, between) {
	return lines.flatMap((one, index) => index === 0 ? one : [{ words: between }, ...one]);
}
function inPlain(one, blank = " ") {
	const shown = (data) => quoted(clipText(data, LONGEST)).replaceAll(" ", blank);
	return escapePlain(one.map((piece) => "words" in piece ? piece.words : shown(piece.data)).join(""));
}
function inMarkdown(one, place = "text") {
	return one.map((piece) => "words" in piece ? piece.words : formatCode(clipText(piece.data, LONGEST), place)).join("");
}
function quoted(text) {
	return /\s/.test(text) && !/[{"=:]/.test(text) ? `"${text}"` : text;
}
// src/report/wording/usage.ts
const MOST = 3;
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
function usedOf(finding) {
	const { identity, impact } = finding;
	const likeness = likenessOf(finding);
	if (impact === null || likeness === "look-alike") return null;
	const whose = identity.kind === "ours" && likeness === "unproven" ? line`Of ${identity.record.id}: ` : words("");
	const made = impact.createdBy && identity.kind === "ours" ? maker$1(impact.createdBy, identity.record) : line``;
	return line`${whose}${joined([used(impact), made].filter(({ length }) => length > 0), " ")}`;
}
function maker$1({ kind, id, name }, { owner }) {
	if (kind === "key") return line`It was made by another key${id === null ? line`` : line`, ${named(id, name)}`}.`;
	if (id === null || owner?.kind === kind && owner.id === id) return line``;
	const isPersonal = owner?.kind === "user" && owner.id !== null;
	return line`It was made by ${name ?? id}${words(isPersonal ? ", who does not own it" : "")}.`;
}
function named(id, name) {
	return name === null ? line`${id}` : line`${id} (${name})`;
}
function used(impact) {
	const { since, asOf, requests, cost, changes, untold } = impact;
	const facts = [
		...requests === null ? [] : [line`${words(counted(requests, "request").replace(/^0 /, "no "))}${tokens(impact)}`],
		...cost === null ? [] : [line`${spent(cost)} (by whole days of UTC)`],
		...changes === null ? [] : [words(changed(changes))]
	];
	const isEarly = requests === 0 && asOf.getTime() - since.getTime() < LATE;
	const told = facts.length > 0 ? [line`${spanned(since, asOf)}: ${joined(facts, ", ")}.`] : [];
	const late = isEarly ? [words("OpenAI counts some minutes late.")] : [];
	const missing = untold.map(({ source, because }) => line`Not told: ${words(SOURCES[source])}, since ${words(UNTOLD[because])}.`);
	return joined([
		...told,
		...late,
		...missing
	], " ");
}
function alterations(changes) {
	const named = changes.slice(0, MOST).map(({ what, id, name }) => {
		return line`${what}${id === null ? line`` : line` ${id}`}${name === null ? line`` : line` (${name})`}`;
	});
	const more = changes.length - named.length;
	return joined([...named, ...more > 0 ? [line`${more} more`] : []], ", ");
}
function changed(changes) {
	return changes.length === 0 ? "nothing changed in the organisation" : `${counted(changes.length, "change")} in the organisation`;
}
function tokens({ inputTokens, outputTokens, models }) {
	const used = (models ?? []).filter(({ requests, inputTokens: i, outputTokens: o }) => [
		requests,
		i,
		o
	].some(Boolean));
	const all = used.length > 0 && used.length <= MOST ? [] : amounts(inputTokens, outputTokens);
	const parts = [
		...all.length > 0 ? [joined(all, ", ")] : [],
		...used.slice(0, MOST).map((use) => line`${use.model}: ${share(use)}`),
		...used.length > MOST ? [words(counted(used.length - MOST, "more model"))] : []
	];
	return parts.length > 0 ? line` (${joined(parts, "; ")})` : words("");
}
function share({ requests, inputTokens, outputTokens }) {
	const parts = amounts(inputTokens, outputTokens);
	return parts.length > 0 ? joined(parts, ", ") : words(counted(requests ?? 0, "request"));
}
function amounts(input, output) {
	if (!input && !output) return [];
	return [...input === null ? [] : [words(`${grouped(input)} tokens in`)], ...output === null ? [] : [words(`${grouped(output)} out`)]];
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
// src/report/look.ts
function look(finding) {
	const { identity, impact, kind } = finding;
	const likeness = likenessOf(finding);
	if (identity.kind === "foreign" || identity.kind === "ambiguous" || likeness === "look-alike") return [];
	const isUnproven = identity.kind === "ours" && likeness === "unproven";
	const it = isUnproven ? line`${identity.record.id}` : words("it");
	const changes = impact?.changes ?? null;
	if (changes !== null && changes.length > 0) return [line`Look at what was changed with ${it} since, and undo what nobody of yours did: ${alterations(changes)}.`];
	if (kind === "admin" && changes === null) return [line`Look for keys, members and projects that nobody of yours made: they outlive this key.`];
	const requests = impact?.requests ?? 0;
	if (identity.kind !== "ours" || requests === 0) return [];
	const times = requests === 1 ? "once" : `${grouped(requests)} times`;
	return [line`${isUnproven ? it : words("It")} was used ${words(times)} since this was exposed: see whether all of that was yours.`];
}
// src/report/stop-own.ts
const PLACE = line`${"platform.openai.com"}, Admin keys`;
function stopOwn({ identity, validity }) {
	if (validity.kind === "inactive") return [];
	const record = identity.kind === "ours" ? identity.record : null;
	const name = record ? line`${record.id}` : words("it");
	return [
		line`This is the admin key this run works with: whoever has it manages the whole organisation.`,
		line`As an organisation owner, create another at ${PLACE}, with an expiry, and put it in ${"openai-admin-key"}.`,
		line`Delete ${name} there as soon as the new one is in its place.`
	];
}
// src/report/wording/ignore-reason.ts
function excuse({ kind, reason, until }) {
	const limit = until === null ? words("") : words(` until ${day(until)}`);
	switch (kind) {
		case "ignored": return line`the ignore file excuses it${limit}: ${reason}`;
		case "expired": return line`the ignore file excused it${limit}, which is over: ${reason}`;
		case "overruled": return line`an entry of the ignore file does not count, since this is a working key of yours: ${reason}`;
		default: return kind;
	}
}
function excusing({ kind }) {
	switch (kind) {
		case "ignored": return [];
		case "expired": return [line`Its entry in the ignore file is over: give it a new ${"until"} on the base branch, or delete it.`];
		case "overruled": return [line`Delete its entry in the ignore file: none excuses a working key of yours.`];
		default: return kind;
	}
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
function short(sha) {
	return sha.slice(0, 7);
}
function bestFirst(sightings) {
	return sightings.toSorted((one, other) => rank(one) - rank(other));
}
function rank({ where, inHead, path, preexisting }) {
	const isText = path === null || where === "path" && refIn(path) !== null;
	return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}
function placeOf({ where, path, line, column, commit, member }) {
	const spot = [line, column].flatMap((number) => number === null ? [] : [`:${number}`]).join("");
	switch (where) {
		case "file":
		case "stdin": return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
		case "commit-message": return `${line === null ? "text" : "message"} of commit ${commit === null ? "unknown" : short(commit)}${inLine(line)}`;
		case "tag-message": return `message of a tag${inLine(line)}`;
		case "path": return nameOf(path);
		case "pull-request": return `text on GitHub${inLine(line)}`;
		default: return where;
	}
}
function inLine(line) {
	return line === null ? "" : `, line ${line}`;
}
function nameOf(path) {
	const ref = path === null ? null : refIn(path);
	return ref === null ? `name of ${path ?? "a file"}` : `name of the ${ref.kind} ${ref.name}`;
}
function refIn(path) {
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
function remarksOn(sighting, change) {
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
const ENVIRONMENT = line`in an environment variable such as ${VARIABLE}`;
const REFERENCE = `\${${VARIABLE}}`;
const reading = (how) => (path) => line`In ${path}, read ${how} instead.`;
// src/report/belongs-ci.ts
const SECRET = `\${{ secrets.${VARIABLE} }}`;
const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${"https://token.actions.githubusercontent.com"}, permission ${"id-token: write"}).`;
const CI = [
	{
		of: /(?:^|\/)action\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: (path) => line`In ${path}, take it from an input, which the workflow fills with ${SECRET}.`,
		instead: FEDERATION
	},
	{
		of: /(?:^|\/)\.github\/.+\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: reading(SECRET),
		instead: FEDERATION
	},
	{
		of: /(?:^|\/)[^/]*\.?gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/.+\.ya?ml$/,
		keep: line`in a CI/CD variable of the project, masked and protected`,
		remove: reading(`$${VARIABLE}`)
	},
	{
		of: /(?:^|\/)\.circleci\/.+\.ya?ml$/,
		keep: line`in a context, or an environment variable of the CircleCI project`,
		remove: reading(REFERENCE)
	},
	{
		of: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
		keep: line`in a secret variable of the pipeline`,
		remove: reading(`$(${VARIABLE})`)
	},
	{
		of: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
		keep: line`in a secured variable of the repository`,
		remove: reading(`$${VARIABLE}`)
	},
	{
		of: /(?:^|\/)jenkinsfile(?:\.[^/]*)?$/,
		keep: line`in the credentials of Jenkins`,
		remove: (path) => line`In ${path}, bind it with ${"withCredentials"} instead.`
	},
	{
		of: /(?:^|\/)(?:\.travis|\.drone|\.woodpecker|\.?appveyor|cloudbuild|buildspec)\.ya?ml$|(?:^|\/)\.(?:buildkite|woodpecker)\/.+\.ya?ml$/,
		keep: line`in a secret variable of the build service`,
		remove: (path) => line`Take it out of ${path}, and let the build service set ${VARIABLE}.`
	}
];
// src/report/belongs-deployed.ts
const DEPLOYED = [
	{
		of: /(?:^|\/)(?:docker|container)file(?:\.[^/]*)?$|\.dockerfile$/,
		keep: line`in the environment the container is started with`,
		remove: (path) => line`Take it out of ${path}, and delete images built from it: their layers keep it.`
	},
	{
		of: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
		keep: line`in a ${".env"} beside it that git does not track, or in a secret of Compose`,
		remove: (path) => line`In ${path}, write ${REFERENCE} instead.`
	},
	{
		of: /\.(?:tf|tfvars|hcl)(?:\.json)?$/,
		keep: line`in a secret store, or a variable with ${"sensitive = true"}`,
		remove: (path) => line`Take it out of ${path}; the state file may hold it too.`
	},
	{
		of: /\.tfstate(?:\.backup)?$/,
		keep: line`in a secret store`,
		remove: (path) => line`Take ${path} out of git, and keep state in an encrypted backend.`
	},
	{
		of: /(?:^|\/)pulumi\.[^/]+\.ya?ml$/,
		keep: line`in a secret store, or set with ${"pulumi config set --secret"}`,
		remove: (path) => line`Take it out of ${path}.`
	},
	{
		of: /(?:^|\/)(?:group_vars|host_vars)\//,
		keep: line`in a secret store, or encrypted with ${"ansible-vault"}`,
		remove: (path) => line`Take it out of ${path}.`
	},
	{
		of: /(?:^|\/)values(?:[._-][^/]*)?\.ya?ml$|(?:^|\/)(?:helm|charts?)\/.+\.ya?ml$/,
		keep: line`in a Kubernetes Secret that is made outside of the chart`,
		remove: (path) => line`In ${path}, give the name of that Secret instead of the key.`
	},
	{
		of: /(?:^|\/)(?:k8s|kubernetes|kube|kustomize|manifests|overlays)\/.+\.(?:ya?ml|json)$|(?:^|[/._-])(?:deployment|statefulset|daemonset|cronjob|configmap|secret)\.ya?ml$/,
		keep: line`in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all`,
		remove: (path) => line`Take it out of ${path}: base64, as Secrets have it, hides nothing.`
	},
	{
		of: /(?:^|\/)secrets[^/]*\.(?:ya?ml|json|toml|ini|properties)$/,
		keep: line`in a secret store, or encrypted with SOPS`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)serverless\.ya?ml$/,
		keep: line`in a secret store`,
		remove: reading(REFERENCE.replace("{", "{env:"))
	}
];
// src/report/belongs-left-over.ts
const LEFT_OVER = [
	{
		of: /\.ipynb$/,
		remove: (path) => line`Take it out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`
	},
	{
		of: /(?:^|\/)[^/]*(?:cassettes?|recordings?|__recordings__)\/|\.har$/,
		remove: (path) => line`Record ${path} anew, with the ${"Authorization"} header left out.`
	},
	{
		of: /\.log(?:\.\d+)?$|(?:^|\/)\.[a-z]+_history$/,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /\.(?:patch|diff|orig|rej|bak|swp)$|~$/,
		remove: (path) => line`Take ${path} out of git: it keeps lines that the file itself may have lost.`
	},
	{
		of: /\.(?:map|pyc|class|jar|war|o|a|so|dll|exe|wasm|apk|aab|ipa)$|[.-](?:min|bundle)\.js$|(?:^|\/)(?:dist|\.next|node_modules|__pycache__)\//,
		remove: (path) => line`Take it out of what ${path} is built from, and build that anew.`
	},
	{
		of: /\.(?:md|mdx|markdown|rst|adoc)$/,
		remove: (path) => line`In ${path}, write a placeholder instead, such as ${`YOUR_${VARIABLE}`}.`
	}
];
// src/report/belongs-local.ts
const LOCAL = [
	{
		of: /(?:^|\/)[^/]*env[^/]*[._-](?:example|sample|template|dist|tmpl|tpl)\b[^/]*$|(?:^|\/)(?:example|sample|template)[._-][^/]*env[^/]*$/,
		keep: line`in an untracked ${".env"} or a secret store`,
		remove: (path) => line`Leave its value empty in ${path}.`
	},
	{
		of: /(?:^|\/)\.(?:env|envrc|flaskenv|dev\.vars|renviron)(?:\.[^/]*)?$|\.env$/,
		keep: line`in a secret store, or in a ${".env"} that git does not track`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)\.streamlit\/secrets\.toml$/,
		keep: line`in the secrets of the Streamlit app`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)(?:local\.settings\.json|local\.properties)$/,
		keep: line`in a secret store`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)(?:application|bootstrap)(?:-[^/]*)?\.(?:properties|ya?ml)$/,
		remove: (path) => line`In ${path}, write ${REFERENCE} instead: Spring fills it in from the environment.`
	},
	{
		of: /(?:^|\/)(?:appsettings[^/]*\.json|(?:web|app)\.config)$/,
		keep: line`in ${"dotnet user-secrets"} on your machine, and in an environment variable elsewhere`,
		remove: (path) => line`Take it out of ${path}: .NET adds what the environment and user-secrets have.`
	},
	{
		of: /\.(?:http|rest)$|postman_(?:collection|environment)\.json$/,
		keep: line`in an environment of the client that git does not have`,
		remove: (path) => line`In ${path}, write ${`{{${VARIABLE}}}`} instead.`
	}
];
// src/report/belongs-shipped.ts
const NODE = [
	"process",
	"env",
	VARIABLE
].join(".");
const SERVER = line`on a server of yours that the app asks, and never in the app`;
function fromApp(path) {
	return line`Take it out of ${path}, and let a server of yours ask OpenAI: whoever has an app can read its keys.`;
}
function fromPage(path) {
	return line`Take it out of ${path}, and let a server of yours ask OpenAI: what a browser gets is public.`;
}
const SHIPPED = [
	{
		of: /\.(?:swift|mm|xcconfig|plist|storyboard|dart)$|(?:^|\/)(?:androidmanifest\.xml|google-services\.json)$|(?:^|\/)res\/values[^/]*\/[^/]+\.xml$|(?:^|\/)(?:android[^/]*|composeapp|[^/]*android(?:app|main))\/.+\.(?:kts?|java|gradle|properties|xml)$/,
		keep: SERVER,
		remove: fromApp
	},
	{
		of: /(?:^|\/)app\/src\/.+\.(?:kt|java)$/,
		remove: (path) => line`In ${path}, read ${`System.getenv("${VARIABLE}")`} instead; in a mobile app, let a server of yours ask OpenAI.`
	},
	{
		of: /\.(?:html?|vue|svelte)$|\.user\.js$|(?:^|\/)(?:public|static|www|wwwroot|browser|frontend|webapp)\/(?:.+\/)?[^/]+\.[cm]?[jt]sx?$|(?:^|\/)environments\/environment[^/]*\.ts$/,
		keep: line`on a server of yours that the page asks, and never in the page`,
		remove: fromPage
	},
	{
		of: /\.(?:[jt]sx|astro)$|(?:^|\/)client\/(?:.+\/)?[^/]+\.[cm]?[jt]s$/,
		remove: (path) => line`In ${path}, read ${NODE} instead, and on a server alone: what a browser gets is public.`
	}
];
// src/report/advice/file-advice.ts
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
const RULES = [
	...LOCAL,
	...CI,
	...DEPLOYED,
	...SHIPPED,
	...LEFT_OVER,
	...READERS.map(([of, how]) => ({
		of,
		remove: reading(how)
	})),
	{
		of: CONFIGURATION,
		remove: (path) => line`Take it out of ${path}, and let the program read ${VARIABLE} from its environment.`
	}
];
function belonging(path) {
	const known = path.toLowerCase();
	const rule = RULES.find(({ of }) => of.test(known));
	return {
		keep: rule?.keep ?? ENVIRONMENT,
		remove: rule?.remove(path) ?? line`Take it out of ${path}.`,
		instead: rule?.instead ?? null
	};
}
// src/report/advice/remove.ts
function remove(finding, change) {
	const here = bestFirst(finding.sightings).filter(({ inHead, where }) => inHead || where === "pull-request");
	const ways = [
		fromFiles(here),
		fromNames(here),
		fromTexts(here)
	].flat();
	const past = change === "range" || change === "history" ? history(finding, ways.length > 0) : [];
	return ways.length + past.length > 0 ? [joined([...ways, ...past], " ")] : [];
}
function fromFiles(here) {
	const files = /* @__PURE__ */ new Map();
	for (const { where, path, member } of here) if (where === "file" && path !== null && !files.has(path)) files.set(path, member);
	const [first, ...others] = files;
	if (!first) return [];
	const [path, member] = first;
	const out = member === null ? belonging(path).remove : line`Take it out of ${member} in ${path}, or ${path} out of git.`;
	const n = others.length;
	return [out, ...n > 0 ? [line`The same goes for ${n} more ${words(n === 1 ? "file" : "files")}.`] : []];
}
function fromNames(here) {
	const path = here.find(({ where }) => where === "path")?.path ?? null;
	if (path === null) return [];
	const ref = refIn(path);
	return [ref === null ? line`Rename ${path}: the key is a part of its name.` : line`Delete the ${words(ref.kind)} ${ref.name} on the server: the key is a part of its name.`];
}
function fromTexts(here) {
	if (!here.some(({ where }) => where === "pull-request")) return [];
	return [line`Take it out of the text on GitHub, and delete the older versions that ${"edited"} lists there: they stay readable.`];
}
function history(finding, isElsewhere) {
	const { validity, identity } = finding;
	if (!finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin")) return [];
	if (validity.kind === "inactive" && !mayReturn(finding)) return [words(`History need not be rewritten: ${isMereLikeness(finding) ? "OpenAI refuses it" : "the key is dead"}.`)];
	if (isElsewhere) return [];
	return identity.kind === "ours" ? [line`It stands in history alone, which need not be rewritten once the key is dead.`] : [line`It stands in history alone: rewriting that helps only where nobody has fetched it yet.`];
}
// src/report/advice/replace.ts
const DEFAULT_PROJECT = "default project";
function replace(finding) {
	const { identity, validity, kind, sightings } = finding;
	const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
	if (identity.kind !== "ours" || isRunsOwn(finding)) return [];
	if (likenessOf(finding) === "look-alike" || !wasInService) return [];
	if (kind === "admin") return [line`If it is still needed, create another with fewer permissions and an expiry, for a secret store.`];
	const [best] = bestFirst(sightings);
	const path = best?.where === "file" ? best.member ?? best.path : null;
	const { keep, instead } = path === null ? {
		keep: ENVIRONMENT,
		instead: null
	} : belonging(path);
	return [joined([
		line`${maker(identity.record)}; give it an expiry and only the permissions it needs.`,
		line`Keep it ${keep}.`,
		...instead ? [instead] : []
	], " ")];
}
function maker({ owner, home }) {
	const apart = ofDefault(home.name);
	if (owner?.kind === "service-account") {
		if (apart !== null) return line`Create a service account ${apart}, and a new key under it`;
		return owner.name === null ? words("Create a new key under the same service account") : line`Create a new key under ${owner.name}`;
	}
	const place = apart === null ? words("") : line` ${apart}`;
	if (owner?.kind !== "user") return line`Create a new key${place}`;
	return line`Have ${owner.name === null ? words("its owner") : line`${owner.name}`} create a new key, since nobody else can, or create one under a service account${place}`;
}
function ofDefault(project) {
	return project?.trim().toLowerCase() === DEFAULT_PROJECT ? line`in a project of its own instead of ${project}` : null;
}
// src/report/advice/deletion.ts
function deletion(finding) {
	const record = recordIn(finding);
	const what = record ? line`delete ${record.id}` : line`delete it`;
	if (finding.kind === "admin") return line`an organisation owner can ${what} at ${pageOf(finding)}`;
	return line`${actor(record?.owner ?? null)}${what} at ${pageOf(finding)}`;
}
function pageOf(finding) {
	if (finding.kind === "admin") return line`${"platform.openai.com"}, Admin keys`;
	const home = recordIn(finding)?.home;
	const project = home?.name ?? home?.id ?? null;
	return line`${"platform.openai.com"}, ${project === null ? words("its project") : line`project ${project}`}, API keys`;
}
function recordIn({ identity }) {
	return identity.kind === "ours" ? identity.record : null;
}
function actor(owner) {
	if (owner === null) return words("");
	return owner.kind === "user" && owner.name !== null ? line`${owner.name} or a project owner can ` : words("a project owner can ");
}
// src/report/advice/stop-ours.ts
function stopOurs(finding, record) {
	const { outcome } = finding;
	const now = line`Revoke it now: ${deletion(finding)}`;
	switch (outcome.kind) {
		case "contained": return contained(outcome, finding, record);
		case "already-gone": return [line`OpenAI no longer lists it, and it was not yet seen refused: run this again in a minute.`];
		case "rehearsed": return [line`${now}, or run this again without ${"dry-run"}.`];
		case "refused": return [refused(outcome.because, now)];
		case "failed": return [failed(outcome.because, finding, record, now)];
		case "left": return [left(outcome, finding, record, now)];
		default: return outcome;
	}
}
const HELD = {
	seen: "Until then all it can do is read the names of models; OpenAI takes up to 15 minutes to enforce that everywhere.",
	unseen: "It was not yet seen refused, so it may still work in full: run this again in 15 minutes."
};
function contained({ by, verified, endsAt, scopesBefore }, finding, record) {
	const { decision } = finding;
	switch (by) {
		case "quarantine": return [line`Put another key in its place; then ${deletion(finding)}. ${words(HELD[verified ? "seen" : "unseen"])}`, line`If something of yours needs it back at once, ${restored(record, scopesBefore)} at ${pageOf(finding)}; the leaked key then works in full again.`];
		case "expire": {
			const until = endsAt === null ? words("its new expiry") : words(moment$1(endsAt));
			return [line`${decision.kind === "revoke" ? words("OpenAI did not delete it, so it was set to expire. ") : words("")}It works for anyone until ${until}: put another key in its place before then. If somebody else uses it, ${deletion(finding)} at once.`];
		}
		case "revoke": return [line`It is deleted, and was not yet seen refused: run this again in a minute.`];
		default: return by;
	}
}
function restored({ id }, scopes) {
	return scopes === null || scopes.length === 0 ? line`give ${id} back its permissions (OpenAI's audit log has them)` : line`give ${id} back its permissions (${joined(scopes.map((scope) => line`${scope}`), ", ")})`;
}
function refused(because, now) {
	switch (because) {
		case "read-only-admin-key": return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
		case "not-recorded": return line`${now}, or see that ${"audit-file"} can be written, and run this again.`;
		case "no-admin-key": return line`${now}. With ${"openai-admin-key"} this tool can do it.`;
		case "cancelled": return line`${now}, or run this again.`;
		default: return because;
	}
}
function failed(because, finding, { id }, now) {
	switch (because) {
		case "not-permitted": return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
		case "changed": return line`Somebody changed ${id} while this ran: see what it may do now; then ${deletion(finding)}.`;
		case "still-listed":
		case "unexpected": return line`See whether ${id} is still there; if it is, ${deletion(finding)}.`;
		case "rate-limited":
		case "server-error":
		case "network":
		case "not-understood":
		case "not-taken":
		case "refused": return line`${now}, or run this again.`;
		default: return because;
	}
}
function left({ because }, finding, record, now) {
	switch (because) {
		case "report-only": return wouldBeRevoked(finding) ? line`${now}, or let ${"on-leak: revoke"} do it.` : line`${now}.`;
		case "protected": return line`It is protected, so put another key in its place first; then ${deletion(finding)}.`;
		case "too-many": return line`${now}, or raise ${"max-contained"}.`;
		case "awaiting-approval": return line`Find out what uses it${lastUse(record)} and give that another key. Then run this again with ${approving(finding)}, or ${deletion(finding)}.`;
		case "not-approved": return line`${now}, or run this again with ${approving(finding)}.`;
		case "only-revocable": return line`${now}, or let ${"on-leak: revoke"} do it: nothing less can be done to an admin key.`;
		case "expires-sooner": return line`It ends by itself${record.expiresAt === null ? words("") : words(` at ${moment$1(record.expiresAt)}`)}: put another key in its place before then. To end it sooner, ${deletion(finding)}.`;
		case "preexisting": return wasProven(finding) ? line`${now}, or let ${"contain-preexisting"} do it.` : line`${now}.`;
		case "someone-else":
		case "unnamed":
		case "not-accepted":
		case "not-certain":
		case "not-tried": return line`See whether it is ${record.id} (last use and owner help); then ${deletion(finding)}.`;
		case "not-ours":
		case "ambiguous":
		case "unchecked":
		case "already-inactive":
		case "own-admin-key": return line`${now}.`;
		default: return because;
	}
}
function approving({ fingerprint }) {
	return line`${`approved: ${fingerprint}`}`;
}
function lastUse({ lastUsedAt }) {
	return lastUsedAt === null ? words("") : words(` (last on ${moment$1(lastUsedAt)})`);
}
function wouldBeRevoked(finding) {
	return wasProven(finding) && !isPreexisting(finding.sightings);
}
function wasProven({ confidence, validity, possession }) {
	const wasTried = validity.kind === "active" && validity.because !== "listed";
	return confidence === "certain" && wasTried && possession === "proven";
}
// src/report/advice/stop.ts
function stop(finding) {
	const { identity, validity, kind } = finding;
	if (isMereLikeness(finding) && identity.kind === "ours") return [line`${identity.record.id} is another key, which need not be revoked for this.`];
	if (validity.kind === "inactive") return mayReturn(finding) ? [line`It may work again one day; to end that, ${deletion(finding)}.`] : [];
	const loud = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
	if (kind === "suspected") return [line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`];
	switch (identity.kind) {
		case "ours": return ours(finding, identity.record).map((step, index) => index === 0 ? line`${loud}${step}` : step);
		case "ambiguous": return [line`${loud}Find out which stood here, and delete it: ${list(identity.candidates)}.`];
		case "foreign": return [line`${loud}Ask ${adder(finding)} whose key it is, and tell the owner: only they can revoke it.`];
		case "unchecked": return [line`${loud}${unchecked(finding)}`];
		default: return identity;
	}
}
function ours(finding, record) {
	return likenessOf(finding) === "look-alike" ? [line`It is not ${record.id}, it only looks like it. Ask ${adder(finding)} whose key it is.`] : stopOurs(finding, record);
}
function unchecked(finding) {
	const { identity, kind } = finding;
	const byHand = line`Whoever made it should delete it at ${"platform.openai.com"}, ${kind === "admin" ? line`Admin keys` : line`API keys`}`;
	switch (identity.kind === "unchecked" ? identity.because : null) {
		case "no-admin-key": return line`${byHand}. With ${"openai-admin-key"} this tool finds out whose it is.`;
		case "inventory-incomplete": return line`${byHand}, or run this again once OpenAI's list can be read in full.`;
		case "not-listed-by-openai": return line`Only its owner sees it: they should delete it at ${"platform.openai.com"}, in their own profile.`;
		case "contained-before": return line`It was contained here before, and is not refused: ask an organisation owner to look.`;
		case "created-after-sighting": return line`Ask ${adder(finding)}. It resembles a key of the organisation, which is younger than this leak.`;
		default: return line`${byHand}.`;
	}
}
function adder({ sightings }) {
	const author = bestFirst(sightings).find((one) => one.author !== null)?.author ?? "";
	return author.trim() === "" ? words("whoever added it") : line`${author}, who added it,`;
}
const MOST_CANDIDATES = 3;
function list(candidates) {
	const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`);
	const more = candidates.length - shown.length;
	return joined([...shown, ...more > 0 ? [line`${more} more`] : []], ", ");
}
// src/report/advice/advice.ts
function advice(finding, change) {
	if (isIgnored(finding)) return [];
	const entry = finding.ignored ? excusing(finding.ignored) : [];
	if (change === "staged" && !isPreexisting(finding.sightings)) return [
		...unstaged(finding),
		...remove(finding, change),
		...entry
	];
	return [
		...isRunsOwn(finding) ? stopOwn(finding) : stop(finding),
		...look(finding),
		...replace(finding),
		...remove(finding, change),
		...entry
	];
}
function unstaged({ validity }) {
	if (validity.kind === "inactive") return [];
	return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
}
// src/report/done.ts
function done(finding) {
	const { outcome } = finding;
	if (isIgnored(finding) && outcome.kind === "left") return "left alone: the ignore file excuses it";
	return outcome.kind === "left" && outcome.because === "not-accepted" && isMereLikeness(finding) ? "left alone: OpenAI refuses it, so there is nothing to revoke" : said(outcome);
}
// src/report/unfinished.ts
const CHECKS = {
	quarantine: "see at OpenAI whether its permissions were cut, and whether that is what you want",
	expire: "see at OpenAI whether it has the expiry it was to get",
	revoke: "see at OpenAI whether it is still listed, and delete it if it is"
};
const UNFINISHED = "Begun earlier, end unknown";
function unfinishedLine({ fingerprint, id, act, at }) {
	return line`On ${words(moment$1(at))} an earlier run began ${words(DEEDS[act].doing)} ${id}, and nobody wrote down how that ended: ${words(CHECKS[act])}. Fingerprint ${fingerprint}.`;
}
export { bestFirst as a, remarksOn as c, usedOf as d, inMarkdown as f, words as g, line as h, advice as i, short as l, joined as m, unfinishedLine as n, placeOf as o, inPlain as p, done as r, refIn as s, UNFINISHED as t, excuse as u };
