import "./rolldown-runtime.js";
import { a as repositoryRecord, i as pullRecord, n as createDecoy, o as accountRecord, r as startGitHub, t as startOpenAI } from "./openai-sandbox.js";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { execFile, spawn } from "node:child_process";
import { execPath } from "node:process";
// src/sandbox/runner/runner-environment.ts
const FILES = [
	"GITHUB_OUTPUT",
	"GITHUB_STEP_SUMMARY",
	"GITHUB_STATE",
	"GITHUB_ENV",
	"GITHUB_PATH"
];
async function runnerEnvironment(step) {
	const { event, inputs = {}, defaults = {}, path: PATH, env = {} } = step;
	const folder = await mkdtemp(path.join(step.folder, "step-"));
	const within = (name) => path.join(folder, name);
	const [temp, workspace, home] = [
		within("temp"),
		step.workspace ?? within("workspace"),
		step.home ?? within("home")
	];
	for (const needed of [
		temp,
		workspace,
		home
	]) await mkdir(needed, { recursive: true });
	await writeFile(within("event.json"), JSON.stringify(event.payload));
	const files = FILES.map((name) => [name, within(name.toLowerCase())]);
	for (const [, file] of files) await writeFile(file, "");
	const { sender, repository = step.repository && repositoryRecord(step.repository) } = event.payload;
	if (!repository) throw new Error(`the event ${event.name} names no repository, and the step none either`);
	const server = repository.html_url.slice(0, -repository.full_name.length - 1);
	const api = step.apiUrl ?? server;
	return {
		folder,
		workspace,
		env: {
			PATH,
			HOME: home,
			CI: "true",
			GITHUB_ACTIONS: "true",
			GITHUB_EVENT_NAME: event.name,
			GITHUB_EVENT_PATH: within("event.json"),
			GITHUB_REPOSITORY: repository.full_name,
			GITHUB_REPOSITORY_ID: String(repository.id),
			GITHUB_REPOSITORY_OWNER: repository.full_name.split("/")[0] ?? "",
			...refsOf(event),
			GITHUB_SERVER_URL: server,
			GITHUB_API_URL: api,
			GITHUB_GRAPHQL_URL: `${api}/graphql`,
			GITHUB_RUN_ID: "19500000001",
			GITHUB_RUN_NUMBER: "1",
			GITHUB_RUN_ATTEMPT: "1",
			GITHUB_JOB: "guard",
			GITHUB_WORKFLOW: "Keys",
			GITHUB_ACTION: "__self",
			GITHUB_ACTOR: sender?.login ?? "",
			GITHUB_TRIGGERING_ACTOR: sender?.login ?? "",
			GITHUB_WORKSPACE: workspace,
			RUNNER_TEMP: temp,
			RUNNER_OS: "Linux",
			RUNNER_ARCH: "X64",
			RUNNER_NAME: "sandbox",
			RUNNER_ENVIRONMENT: "github-hosted",
			...Object.fromEntries(files),
			...env,
			...variablesOf({
				...defaults,
				...inputs
			})
		}
	};
}
function variablesOf(inputs) {
	return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]));
}
function refsOf({ name, payload }) {
	const { number, pull_request: pull, ref = "refs/heads/main", after = "" } = payload;
	if (pull && name === "pull_request") return {
		GITHUB_SHA: pull.merge_commit_sha ?? "",
		GITHUB_REF: `refs/pull/${number}/merge`,
		GITHUB_REF_NAME: `${number}/merge`,
		GITHUB_REF_TYPE: "branch",
		GITHUB_HEAD_REF: pull.head.ref,
		GITHUB_BASE_REF: pull.base.ref
	};
	return {
		GITHUB_SHA: pull ? pull.base.sha : after,
		GITHUB_REF: ref,
		GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags)\//, ""),
		GITHUB_REF_TYPE: ref.startsWith("refs/tags/") ? "tag" : "branch",
		GITHUB_HEAD_REF: "",
		GITHUB_BASE_REF: ""
	};
}
// src/sandbox/runner/runner.ts
async function runAction({ script, node = execPath, started = () => {}, ...step }) {
	const { env, folder, workspace } = await runnerEnvironment(step);
	const file = typeof script === "string" ? script : fileURLToPath(script);
	const child = spawn(node, [file], {
		env,
		cwd: workspace,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	started((signal) => child.kill(signal));
	const [stdout, stderr, exitCode] = await Promise.all([
		textOf(child.stdout),
		textOf(child.stderr),
		new Promise((resolve, reject) => {
			child.once("error", reject);
			child.once("close", resolve);
		})
	]);
	const [outputs = "", summary = ""] = await Promise.all([env["GITHUB_OUTPUT"], env["GITHUB_STEP_SUMMARY"]].map((name) => readFile(name ?? "", "utf8")));
	return {
		exitCode,
		stdout,
		stderr,
		outputs: outputsIn(outputs),
		summary,
		folder
	};
}
function outputsIn(text) {
	const outputs = [];
	const lines = text.split(/\r?\n/);
	for (let at = 0; at < lines.length; at += 1) {
		const [, name = "", sign, rest = ""] = /^(.*?)(=|<<)(.*)$/.exec(lines[at] ?? "") ?? [];
		if (sign === void 0 && lines[at] === "") continue;
		if (name === "") throw new Error(`line ${at + 1} of the outputs is no output`);
		const end = sign === "=" ? at : lines.indexOf(rest, at + 1);
		if (end < 0) throw new Error(`the output ${name} does not end`);
		outputs.push([name, sign === "=" ? rest : lines.slice(at + 1, end).join("\n")]);
		at = end;
	}
	return Object.fromEntries(outputs);
}
async function textOf(stream) {
	const chunks = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
// src/sandbox/runner/runner-events.ts
function pullRequestEvent(event, name = "pull_request") {
	const { repository, pull, comments = 0, sender = pull.author } = event;
	const common = {
		number: pull.number,
		pull_request: pullRecord(pull, repository, comments),
		repository: repositoryRecord(repository),
		sender: accountRecord(sender, repository.origin)
	};
	return {
		name,
		payload: {
			...event.action === "synchronize" ? {
				action: event.action,
				before: event.before,
				after: pull.head.sha
			} : { action: event.action },
			...common
		}
	};
}
// src/sandbox/demo/work-tree.ts
const execute = promisify(execFile);
const ADA = {
	name: "Ada",
	email: "ada@example.org"
};
var WorkTree = class {
	dir;
	#env;
	constructor(dir, { path: PATH, token }) {
		const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
		this.dir = dir;
		this.#env = {
			PATH,
			HOME: dir,
			GIT_CONFIG_NOSYSTEM: "1",
			GIT_TERMINAL_PROMPT: "0",
			GIT_CONFIG_COUNT: "1",
			GIT_CONFIG_KEY_0: "http.extraHeader",
			GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
			GIT_AUTHOR_NAME: ADA.name,
			GIT_AUTHOR_EMAIL: ADA.email,
			GIT_COMMITTER_NAME: ADA.name,
			GIT_COMMITTER_EMAIL: ADA.email
		};
	}
	async git(...args) {
		await mkdir(this.dir, { recursive: true });
		const { stdout } = await execute("git", args, {
			cwd: this.dir,
			env: this.#env
		});
		return stdout.trim();
	}
	async commit(message, files) {
		for (const [name, content] of Object.entries(files)) {
			const file = path.join(this.dir, name);
			await mkdir(path.dirname(file), { recursive: true });
			await (content === null ? rm(file) : writeFile(file, content));
		}
		await this.git("add", "--all");
		await this.git("commit", "--quiet", "-m", message);
		return await this.git("rev-parse", "HEAD");
	}
};
// src/sandbox/demo/demo-organization.ts
function createDemoOrganization(openai) {
	const acme = openai.organization("acme");
	const ada = acme.user("Ada");
	const [web, batch] = [acme.project("Web shop"), acme.project("Batch jobs")];
	const other = openai.organization("elsewhere");
	const nightly = acme.accountKey(batch, "nightly-report", { name: "nightly" });
	return {
		admin: acme.adminKey(ada, { name: "key guard" }),
		checkout: acme.accountKey(web, "checkout-bot", {
			name: "checkout",
			madeBy: ada
		}),
		laptop: acme.userKey(web, ada, { name: "laptop" }),
		nightly,
		stranger: other.userKey(other.project("Theirs"), other.user("Eve")),
		decoy: createDecoy(nightly.text)
	};
}
function simulateLeakedUse({ admin, checkout }) {
	const { ledger, clock } = checkout.organization;
	const at = Math.floor(clock.now().getTime() / 1e3);
	ledger.use(checkout, {
		at,
		requests: 212,
		inputTokens: 424e3,
		outputTokens: 96300,
		cost: 7.31
	});
	ledger.change(admin, {
		at: admin.createdAt,
		what: "project.created",
		id: "proj_acme",
		name: "Batch jobs"
	});
}
async function openPullRequest(github, shop, { dir, path }) {
	const repository = await github.repository("acme/shop");
	const work = new WorkTree(dir, {
		path,
		token: github.token({ repo: "acme/shop" })
	});
	await work.git("init", "--quiet", "--initial-branch=main");
	const base = await work.commit("Open the shop", {
		"README.md": "# Shop\n",
		"src/assistant.ts": "export const model = \"gpt-sandbox\";\n"
	});
	await work.git("push", "--quiet", repository.gitUrl, "HEAD:refs/heads/main");
	const commits = [];
	const commit = async (subject, holds, files) => {
		commits.push({
			subject,
			holds
		});
		return await work.commit(subject, files);
	};
	await commit("Answer customers with the assistant", "a live key of a service account, in source", { "src/assistant.ts": `import OpenAI from "openai";\n\nconst client = new OpenAI({ apiKey: "${shop.checkout.text}" });\n` });
	await commit("Add settings for my machine", "a live key of Ada's own, in .env", { ".env": `OPENAI_API_KEY=${shop.laptop.text}\n` });
	await commit("Remove .env again", "nothing: but the key stays in history", { ".env": null });
	const head = await commit("Document how to run it", "a stranger's key, and a decoy with the ends of the nightly job's key", {
		"docs/running.md": `Use \`${shop.stranger.text}\` to try it.\n`,
		"docs/batch.md": `The nightly job has ${shop.decoy}\n`
	});
	await work.git("push", "--quiet", repository.gitUrl, "HEAD:refs/pull/7/head");
	return {
		repository,
		pull: github.pull({
			repo: "acme/shop",
			number: 7,
			head,
			base,
			title: "Answer customers with the assistant"
		}),
		commits
	};
}
// src/sandbox/demo/demo.ts
const SNIPPET = `# .github/workflows/key-guard.yml
on: { pull_request: {}, push: { branches: [main] } }
permissions: { contents: read, pull-requests: write }
jobs:
  key-guard:
    runs-on: ubuntu-latest
    steps:
      - uses: openai-key-guard/openai-key-guard@v0.1.0
        with: { openai-admin-key: "\${{ secrets.OPENAI_ADMIN_KEY }}" }   # add on-leak: revoke when you trust it`;
async function runDemo(stage) {
	const folder = await mkdtemp(path.join(tmpdir(), "key-guard-demo-"));
	const [openai, github] = await Promise.all([startOpenAI({ propagation: 800 }), startGitHub({ path: stage.path })]);
	const title = (number, text) => stage.say(`\n${stage.paint("bold", `${number}. ${text}`)}\n`);
	try {
		const shop = createDemoOrganization(openai);
		const { repository, pull, commits } = await openPullRequest(github, shop, {
			dir: path.join(folder, "author"),
			path: stage.path
		});
		title(1, "Ada opens a pull request with four commits");
		for (const commit of commits) stage.say(told(commit, stage));
		simulateLeakedUse(shop);
		title(2, "GitHub runs the Action, with on-leak: revoke");
		const token = github.token({
			repo: repository.fullName,
			permissions: {
				contents: "read",
				"pull-requests": "write"
			}
		});
		const ran = await runAction({
			script: stage.action,
			event: pullRequestEvent({
				repository,
				pull,
				action: "opened"
			}),
			defaults: stage.defaults,
			inputs: {
				"openai-admin-key": shop.admin.text,
				"openai-base-url": openai.baseURL,
				"on-leak": "revoke",
				"github-token": token
			},
			folder,
			path: stage.path
		});
		for (const line of logOf(ran)) stage.say(`  ${line}`);
		title(3, "The pull request is stopped, and says why");
		const [comment] = github.comments(repository.fullName, pull.number);
		for (const line of readable(comment?.body ?? "no comment was written")) stage.say(`  ${stage.paint("dim", "│")} ${line}`.trimEnd());
		stage.say(`\n  The check ended with exit code ${ran.exitCode}: it cannot be merged.`);
		title(4, "What is left at OpenAI");
		for (const line of aftermath(shop)) stage.say(`  ${line}`);
		const asked = openai.requests.length;
		stage.say(`\n  ${asked} requests to OpenAI, none of them to a model. The stranger's key was not tried.`);
		title(5, "To have this on your repository");
		for (const line of SNIPPET.split("\n")) stage.say(`  ${stage.paint("cyan", line)}`);
		stage.say("");
	} finally {
		await Promise.all([openai.close(), github.close()]);
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
function told({ subject, holds }, { paint }) {
	return `  ${subject.padEnd(38)} ${paint("dim", holds)}`;
}
function logOf({ stdout, stderr }) {
	return [...stdout.split("\n"), ...stderr.split("\n")].filter((line) => !line.startsWith("::")).join("\n").trim().split("\n");
}
function readable(body) {
	return body.replaceAll(/^<!--.*-->\n/gm, "").replaceAll(/<details><summary>(.*?)<\/summary>[\s\S]*?<\/details>\n?/g, "▸ $1").replaceAll(/\]\(http[^)]*\)/g, "]").replaceAll(/<\/?(?:sub|code)>/g, "").replaceAll(/\n{2,}/g, "\n\n").split("\n");
}
function aftermath(shop) {
	const state = ({ deletedAt }) => deletedAt === null ? "works, untouched" : "revoked, and proven dead";
	return [
		`checkout  (service account, Web shop)     ${state(shop.checkout)}`,
		`laptop    (Ada's own, Web shop)           ${state(shop.laptop)}`,
		`nightly   (service account, Batch jobs)   ${state(shop.nightly)}: the decoy had its ends, and was refused`,
		`the stranger's                            ${state(shop.stranger)}`
	];
}
export { runDemo };
