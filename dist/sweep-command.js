import { __exportAll } from "./rolldown-runtime.js";
import { EMPTY_BASE_POLICY, EXIT_CODES, OutputFile, SYSTEM_CLOCK, UsageError, VERSION, createProgressBar, findCheckout, getErrorCode, parseLines, parseSettings, restrictReport } from "./scan.js";
import { chooseDetail, nameFlag, openRunFiles, printReport, readSettings, refuseUselessActions, renderMarkdown, runScan, writeOutput } from "./cli.js";
import { renderSarif } from "./report.js";
import { SWEEP_OUTPUT, SWEEP_TOKEN, SWEEP_WORDS, describeDryUpload, describeFailedUpload, describeMaxDisk, describeOtherServer, describeShardNumber, describeUnlistedOrganization, describeUnreadableFile, describeUploads } from "./messages.js";
import { SELECTED_ONLY, describeLostState, describePlan, describeShard } from "./help.js";
import { createOctokit, sendAllSarif } from "./github.js";
const gzipSync = (...args) => process.getBuiltinModule("node:zlib").gzipSync(...args);
const tmpdir = process.getBuiltinModule("node:os").tmpdir;
const join = process.getBuiltinModule("node:path").join;
const appendFile = (...args) => process.getBuiltinModule("node:fs/promises").appendFile(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const statfs = (...args) => process.getBuiltinModule("node:fs/promises").statfs(...args);
// src/cli/sweep/access.ts
var access_exports = /* @__PURE__ */ __exportAll({
	createFetching: () => createFetching,
	createInterruptSignal: () => createInterruptSignal,
	createReadingInterrupt: () => createReadingInterrupt,
	openFile: () => openFile,
	openToken: () => openToken,
	readServer: () => readServer
});
const { env: env$3 } = process;
function readServer() {
	const trim = (url) => url.replace(/\/+$/, "");
	return {
		apiUrl: trim(env$3["GITHUB_API_URL"] || "https://api.github.com"),
		serverUrl: trim(env$3["GITHUB_SERVER_URL"] || "https://github.com")
	};
}
async function openToken() {
	const file = env$3["GITHUB_TOKEN_FILE"];
	const read = async () => file ? await readTokenFile(file) : (env$3["GITHUB_TOKEN"] ?? "").trim();
	if (await read() === "") throw new UsageError(SWEEP_TOKEN);
	return read;
}
async function readTokenFile(file) {
	return await readFile(file, "utf8").then((text) => text.trim(), (error) => {
		throw new UsageError(describeUnreadableFile(file, "token", getErrorCode(error)));
	});
}
const [RETRIES, REFUSAL_PAUSE] = [[
	2e3,
	1e4,
	3e4
], 2e4];
const LONGEST_FETCH = 18e5;
async function createFetching(signal, plan) {
	const { apiUrl, serverUrl } = readServer();
	if (plan.server !== serverUrl) throw new UsageError(describeOtherServer(plan.server, serverUrl));
	return {
		server: serverUrl,
		apiUrl,
		readToken: await openToken(),
		temp: env$3["RUNNER_TEMP"] || tmpdir(),
		environment: env$3,
		clock: SYSTEM_CLOCK,
		timeouts: {
			retryDelays: RETRIES,
			attempt: LONGEST_FETCH
		},
		refusalPause: REFUSAL_PAUSE,
		signal
	};
}
const SIGNALS = ["SIGINT", "SIGTERM"];
function createInterruptSignal() {
	const controller = new AbortController();
	for (const name of SIGNALS) process.once(name, () => controller.abort(/* @__PURE__ */ new Error("the sweep was interrupted")));
	return controller.signal;
}
const CLEANING = 1e3;
function createReadingInterrupt() {
	const controller = new AbortController();
	const stop = () => {
		controller.abort(/* @__PURE__ */ new Error("the sweep was interrupted"));
		SYSTEM_CLOCK.sleep(CLEANING).then(() => process.exit(EXIT_CODES.incomplete));
	};
	for (const name of SIGNALS) process.once(name, stop);
	return {
		signal: controller.signal,
		release: () => {
			for (const name of SIGNALS) process.removeListener(name, stop);
		}
	};
}
async function openFile(name, file) {
	const checkout = await findCheckout(".");
	return await OutputFile.open({
		name,
		file
	}, checkout === null ? [] : [checkout]);
}
// src/cli/sweep/state.ts
async function readState(file) {
	if (file === void 0) return null;
	const text = await readFile(file, "utf8").catch((error) => {
		const code = getErrorCode(error);
		if (code === "ENOENT") return null;
		throw new UsageError(describeUnreadableFile(file, "state", code));
	});
	if (text === null) return null;
	return (await import("./sweep.js").then((n) => n.shard_document_exports)).parseState(text, file);
}
// src/cli/sweep/summary.ts
const { env: env$2, stderr: stderr$4 } = process;
const SUMMARY = "GITHUB_STEP_SUMMARY";
async function writeJobSummary(report) {
	const file = env$2[SUMMARY];
	if (!file) return;
	try {
		await appendFile(file, `${await renderMarkdown(report)}\n`);
	} catch (error) {
		const { describeOutputFailure } = await import("./report.js").then((n) => n.action_taken_exports);
		stderr$4.write(`${describeOutputFailure(SUMMARY, getErrorCode(error))}\n`);
	}
}
// src/cli/sweep/merge.ts
var merge_exports = /* @__PURE__ */ __exportAll({ mergeTyped: () => mergeTyped });
const { env: env$1, stderr: stderr$3 } = process;
async function mergeTyped(folders, flags) {
	if (folders.length === 0) throw new UsageError(SWEEP_WORDS.merge);
	refuseUselessActions(flags);
	const settings = readSettings(flags);
	const { collectShards } = await import("./sweep.js").then((n) => n.collect_shards_exports);
	const { openMerge } = await import("./sweep.js").then((n) => n.open_merge_exports);
	const { removeFoundTimes } = await import("./sweep.js").then((n) => n.found_times_exports);
	const collected = await collectShards(folders);
	const earlier = await readState(flags.state);
	const stateFile = flags.state === void 0 ? null : await openFile("--state", flags.state);
	const { output, proof, journal } = await openRunFiles(settings, flags);
	const { signal, release } = createReadingInterrupt();
	const fetching = await createFetching(signal, collected.plan);
	const maxBytes = await measureFreeDisk(fetching.temp);
	const basePolicy = await readSweepPolicy(settings, flags);
	const { ignore } = basePolicy;
	const merge = openMerge(collected, earlier, {
		...fetching,
		maxBytes,
		ignore,
		onRead: release
	});
	const scanned = await runScan({
		...merge,
		basePolicy
	}, settings, journal, flags);
	const findings = removeFoundTimes(scanned.findings, earlier);
	const report = {
		...scanned,
		findings,
		silent: merge.silent
	};
	const shown = restrictReport(report, chooseDetail(settings));
	process.exitCode = await printReport(shown, flags, output);
	await writeJobSummary(shown);
	if (proof) await proveSweep(report, proof, settings, {
		plan: collected.plan,
		merge,
		basePolicy
	});
	if (flags.uploadSarif) await uploadSarif(shown, {
		collected,
		merge,
		earlier,
		fetching,
		isDry: settings.policy.dryRun
	});
	if (settings.notify) await (await import("./notify.js").then((n) => n.send_news_exports)).sendNews(shown, settings, listKnown(earlier));
	if (stateFile) await writeState(merge.state(SYSTEM_CLOCK.now()), stateFile);
}
async function proveSweep(report, proof, settings, { plan, merge, basePolicy }) {
	const [{ measureSweep }, { writeProof }] = await Promise.all([import("./sweep.js").then((n) => n.measure_sweep_exports), import("./commands.js").then((n) => n.write_proof_exports)]);
	const measure = measureSweep(plan, merge.records);
	if (!await writeProof(report, proof, settings, {
		change: merge.change,
		basePolicy
	}, measure)) process.exitCode = EXIT_CODES.incomplete;
}
async function uploadSarif(report, { collected, merge, earlier, fetching, isDry }) {
	const [{ splitReport }, { tellDryUpload, sendReports }] = await Promise.all([import("./sweep.js").then((n) => n.repository_reports_exports), Promise.resolve().then(() => send_reports_exports)]);
	const reports = splitReport(report, collected.plan, merge.records, merge.source.unread);
	const hadKeys = new Set(earlier?.repositories.flatMap(({ id, keys }) => keys.length > 0 ? [id] : []));
	const known = new Set(merge.records.flatMap(({ id, name }) => hadKeys.has(id) ? [name] : []));
	if (isDry) return tellDryUpload(reports, known);
	const token = await fetching.readToken();
	await sendReports(reports, known, {
		...fetching,
		token
	});
}
function listKnown(earlier) {
	if (earlier === null) return null;
	return {
		open: earlier.repositories.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint)),
		moreOpen: 0,
		contained: []
	};
}
async function writeState(state, file) {
	const { formatState } = await import("./sweep.js").then((n) => n.shard_document_exports);
	try {
		await file.write(formatState(state));
	} catch (error) {
		stderr$3.write(`${describeLostState(getErrorCode(error))}\n`);
		process.exitCode = EXIT_CODES.incomplete;
	}
}
async function readSweepPolicy(settings, { repo, ignoreFile }) {
	if (ignoreFile === void 0) return EMPTY_BASE_POLICY;
	const [{ readFirstFileVersions }, { readBasePolicy }] = await Promise.all([import("./scan.js").then((n) => n.base_file_exports), import("./scan.js").then((n) => n.base_policy_exports)]);
	return await readBasePolicy(settings, await readFirstFileVersions({
		repo: repo || process.cwd(),
		environment: env$1
	}, ["HEAD"], settings.ignoreFile));
}
async function measureFreeDisk(folder) {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize * .5;
}
// src/cli/sweep/plan.ts
var plan_exports = /* @__PURE__ */ __exportAll({ planTyped: () => planTyped });
const { stderr: stderr$2 } = process;
const DEFAULT_SHARDS = "8";
async function planTyped(words, flags) {
	const [organization = ""] = words;
	if (words.length !== 1 || !/^[\w.-]+$/.test(organization)) throw new UsageError(SWEEP_WORDS.plan);
	const { apiUrl, serverUrl } = readServer();
	const access = {
		apiUrl,
		token: await (await openToken())()
	};
	const output = flags.output ? await openFile("--output", flags.output) : null;
	const state = await readState(flags.state);
	const { planSweep } = await import("./sweep.js").then((n) => n.plan_exports);
	const { formatPlan } = await import("./sweep.js").then((n) => n.plan_document_exports);
	const listed = await listRepositories(access, organization, flags.quiet === true);
	const choice = {
		include: parseLines(flags.include ?? ""),
		exclude: parseLines(flags.exclude ?? ""),
		archived: flags.archived === true,
		forks: flags.forks === true
	};
	const shards = Number(flags.shards ?? DEFAULT_SHARDS);
	const { identifyReader } = await import("./sweep.js").then((n) => n.reader_exports);
	const reader = await identifyReader();
	const plan = await planSweep(listed, {
		organization,
		server: serverUrl,
		shards,
		choice,
		state,
		now: SYSTEM_CLOCK.now(),
		reader
	});
	const losses = await writeOutput(formatPlan(plan).text, output);
	if (!flags.quiet) stderr$2.write(`${describeContents(plan)}\n`);
	process.exitCode = losses.length === 0 ? EXIT_CODES.clean : EXIT_CODES.incomplete;
}
async function listRepositories(access, organization, isQuiet) {
	const { isSelectionOnly, listOrganizationRepositories } = await import("./github.js").then((n) => n.organization_repositories_exports);
	try {
		const listed = await listOrganizationRepositories(access, organization);
		if (!isQuiet && await isSelectionOnly(access)) stderr$2.write(`${SELECTED_ONLY}\n`);
		return listed;
	} catch (error) {
		const { parseFailure } = await import("./github.js").then((n) => n.api_failure_exports);
		const { kind, status } = parseFailure(error);
		throw new UsageError(describeUnlistedOrganization(organization, kind, status));
	}
}
function describeContents({ shards, leftOut }) {
	const repositories = shards.flat();
	const kilobytes = repositories.reduce((sum, one) => sum + one.kilobytes, 0);
	return describePlan({
		repositories: repositories.length,
		shards: shards.length,
		size: kilobytes < 1e6 ? `${Math.ceil(kilobytes / 1e3)} MB` : `${(kilobytes / 1e6).toFixed(1)} GB`,
		leftOut,
		unchanged: repositories.filter(({ knownRefs }) => knownRefs !== null).length
	});
}
// src/cli/sweep/scan.ts
var scan_exports = /* @__PURE__ */ __exportAll({ scanShardTyped: () => scanShardTyped });
const { env, stderr: stderr$1 } = process;
const LONGEST_READING = 36e5;
async function scanShardTyped(words, flags) {
	const [file = ""] = words;
	if (words.length !== 1) throw new UsageError(SWEEP_WORDS.scan);
	if (!flags.output) throw new UsageError(SWEEP_OUTPUT);
	const { detail } = flags;
	const settings = parseSettings((name) => name === "detail" ? detail : void 0, { nameSetting: nameFlag });
	const { parsePlan } = await import("./sweep.js").then((n) => n.plan_document_exports);
	const { readSweepFile } = await import("./sweep.js").then((n) => n.collect_shards_exports);
	const { scanShard } = await import("./sweep.js").then((n) => n.scan_shard_exports);
	const { PLAN_FILE, ShardWriter, writeWholeFile } = await import("./sweep.js").then((n) => n.shard_writer_exports);
	const text = await readSweepFile(file, "plan");
	const { plan, digest } = parsePlan(text, file);
	const shard = readShardNumber(flags, plan.shards.length - 1);
	const { discardTipsOfOtherReader } = await import("./sweep.js").then((n) => n.reader_exports);
	const repositories = await discardTipsOfOtherReader(plan, plan.shards[shard] ?? []);
	const maxBytes = readMaxDisk(flags);
	const signal = createInterruptSignal();
	const fetching = await createFetching(signal, plan);
	const writer = new ShardWriter({
		folder: flags.output,
		plan: digest,
		shard,
		clock: SYSTEM_CLOCK
	}, repositories.map(({ id }) => id));
	await writeWholeFile(join(flags.output, PLAN_FILE), text);
	const progress = await createProgressBar(flags);
	await scanShard(repositories, {
		...fetching,
		...maxBytes === null ? {} : { maxBytes },
		readingLimit: LONGEST_READING,
		detail: chooseDetail(settings),
		onRecord: async (record) => {
			await writer.add(record);
			progress(writer.records.length, repositories.length);
		}
	});
	await writer.write();
	if (!flags.quiet) stderr$1.write(`${describeRecords(shard, writer.records)}\n`);
	process.exitCode = signal.aborted ? EXIT_CODES.incomplete : EXIT_CODES.clean;
}
function readShardNumber({ shard }, last) {
	const given = (shard ?? env["JOB_COMPLETION_INDEX"] ?? "").trim();
	const number = /^\d{1,3}$/.test(given) ? Number(given) : NaN;
	if (!(number <= last)) throw new UsageError(describeShardNumber(JSON.stringify(given) === "\"\"" ? "" : given, last));
	return number;
}
function readMaxDisk({ maxDisk }) {
	if (maxDisk === void 0) return null;
	const gigabytes = /^\d{1,6}(?:\.\d{1,3})?$/.test(maxDisk) ? Number(maxDisk) : 0;
	if (gigabytes === 0) throw new UsageError(describeMaxDisk(maxDisk));
	return gigabytes * 1e9;
}
function describeRecords(shard, records) {
	const count = (isCounted) => records.filter(isCounted).length;
	return describeShard({
		shard,
		read: count(({ state, refs }) => (state === "read" || state === "empty") && refs !== null),
		continued: count(({ state, refs }) => state === "continued" && refs !== null),
		unchanged: count(({ state }) => state === "unchanged"),
		unread: count(({ refs }) => refs === null),
		keys: new Set(records.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint))).size
	});
}
// src/cli/sweep/send-reports.ts
var send_reports_exports = /* @__PURE__ */ __exportAll({
	sendReports: () => sendReports,
	tellDryUpload: () => tellDryUpload
});
const { stderr } = process;
const TIMEOUT = 6e4;
async function sendReports(reports, known, { server, apiUrl, token, clock }) {
	const wanted = selectUploads(reports, known);
	const planned = wanted.filter(({ isWhole }) => isWhole).map(({ repository, defaultBranch, report }) => ({
		repository,
		defaultBranch,
		pack: (head) => {
			const context = {
				head,
				runUrl: null,
				version: VERSION,
				repositoryUrl: `${server}/${repository}`
			};
			return gzipSync(renderSarif(report, context)).toString("base64");
		}
	}));
	const octokit = await createOctokit({
		apiUrl,
		token
	}, {
		timeout: TIMEOUT,
		clock
	});
	const { uploaded, failed } = await sendAllSarif(octokit, planned, clock);
	const partial = wanted.filter(({ isWhole }) => !isWhole);
	const all = [...failed, ...partial.map(({ repository }) => ({
		repository,
		reason: "not-whole"
	}))];
	const reasons = [...new Set(all.map(({ reason }) => reason))];
	const lines = [describeUploads(uploaded.length), ...reasons.map((reason) => {
		const names = all.filter((one) => one.reason === reason).map(({ repository }) => repository);
		return describeFailedUpload(names, reason);
	})];
	stderr.write(lines.map((line) => `${line}\n`).join(""));
}
function tellDryUpload(reports, known) {
	const count = selectUploads(reports, known).filter(({ isWhole }) => isWhole).length;
	stderr.write(`${describeDryUpload(count)}\n`);
}
function selectUploads(reports, known) {
	return reports.filter(({ repository, report }) => report.findings.length > 0 || known.has(repository));
}
export { access_exports, merge_exports, plan_exports, scan_exports };
