#!/usr/bin/env node
import "./rolldown-runtime.js";
import { i as typed, n as refuseForeign, r as shownWord } from "./flags.js";
import { a as scan, c as painter } from "./scan.js";
import { Jt as DEFAULTS, Mt as SOURCES_ID, Nt as VERSION, Xt as suggestNearest, an as redactKeys, on as UsageError, ot as EXIT_CODES, st as describeCrash } from "./core.js";
import { r as COMMANDS, s as isCommand } from "./help-flags.js";
// src/cli.ts
const { env, stdout, stderr } = process;
async function main() {
	delete env["OPENAI_CUSTOM_HEADERS"];
	const { flags, words } = typed(process.argv.slice(2));
	const [command, ...rest] = words;
	if (flags.help || command === void 0 && !flags.version) {
		const { help } = await import("./help.js");
		stdout.write(help(VERSION, isCommand(command) ? command : null, stdout.columns));
		return;
	}
	if (flags.version) return void stdout.write(`openai-key-guard ${VERSION}${` (src ${SOURCES_ID})`}\n`);
	if (!isCommand(command)) {
		const names = Object.keys(COMMANDS);
		throw new UsageError(`There is no command ${shownWord(command)}.${suggestNearest(String(command), names)} Try --help.`);
	}
	refuseForeign(flags, command);
	switch (command) {
		case "scan": return await scan(flags, rest);
		case "contain": return await (await import("./contain.js")).contain(flags, rest);
		case "ignore": return await (await import("./ignore.js")).ignore(flags, rest);
		case "completion": return (await import("./complete.js")).complete(rest);
		case "hook": return await (await import("./hook.js")).hook(flags, rest);
		case "demo": return await (await import("./demo.js")).runDemo({
			say: (line) => stdout.write(`${line}\n`),
			action: new URL("./action.js", import.meta.url),
			paint: painter(flags),
			path: env["PATH"] ?? "",
			defaults: DEFAULTS
		});
		case "sandbox": return await (await import("./serve.js")).serve({
			say: (line) => stdout.write(`${line}\n`),
			path: env["PATH"] ?? ""
		});
		default: return command;
	}
}
stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	await main();
} catch (error) {
	stderr.write(`${redactKeys(describeCrash(error))}\n`);
	process.exitCode = EXIT_CODES.incomplete;
}
export {};
