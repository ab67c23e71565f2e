import "./rolldown-runtime.js";
import { a as commandOf, i as VARIABLES, n as flagOf, r as COMMANDS, s as isCommand } from "./help-flags.js";
// src/report/help.ts
const NAME = "openai-key-guard";
const ABOUT = "Finds OpenAI API keys in what a change brings, says whose they are and whether they work, and revokes them when asked.";
const [NARROWEST, WIDEST] = [48, 100];
const NAMES = Object.keys(COMMANDS).filter(isCommand);
function help(version, command = null, width = 80) {
	const columns = Math.min(WIDEST, Math.max(NARROWEST, width));
	return `${(command === null ? overview(version, columns) : page(command, columns)).join("\n\n")}\n`;
}
function overview(version, width) {
	const longest = Math.max(...NAMES.map((name) => name.length));
	return [
		[`${NAME} ${version}`, ...wrapped(ABOUT, width)].join("\n"),
		NAMES.map((name) => row(`${NAME} ${name}`, commandOf(name).says, 16 + longest + 5, width)).join("\n"),
		section("For a start", examplesOf("scan", width)),
		section("Variables", variables([
			"OPENAI_ADMIN_KEY",
			"NO_COLOR",
			"HTTPS_PROXY"
		], width)),
		[...exit("scan", width), `${NAME} COMMAND --help tells the flags of a command.`].join("\n")
	];
}
function page(name, width) {
	const { usage, says, more, flags, examples, variables: heeded } = commandOf(name);
	const ways = usage.map((way) => `  ${NAME} ${name}${way === "" ? "" : ` ${way}`}`);
	const groups = Object.entries(flags).map(([heading, names]) => section(heading, names.map((one) => flagRow(one, width))));
	return [
		wrapped(says, width).join("\n"),
		ways.join("\n"),
		...more.map((paragraph) => wrapped(paragraph, width).join("\n")),
		...groups,
		...examples.length > 0 ? [section(examples.length > 1 ? "Examples" : "Example", examplesOf(name, width))] : [],
		...heeded.length > 0 ? [section("Variables", variables(heeded, width))] : [],
		exit(name, width).join("\n")
	];
}
function exit(name, width) {
	return wrapped(`Exit codes: ${commandOf(name).exit}`, width);
}
function section(heading, lines) {
	return [`${heading}:`, ...lines].join("\n");
}
const FLAG_COLUMN = 26;
function flagRow(name, width) {
	const { value, says, words, repeats } = flagOf(name);
	const choice = words ? ` One of ${words.join(", ")}; ${words[0]} is the default.` : "";
	const again = repeats ? " May be repeated." : "";
	return row(`--${name}${value === null ? "" : ` ${value}`}`, `${says}${choice}${again}`, FLAG_COLUMN, width);
}
function variables(names, width) {
	return names.map((name) => row(name, VARIABLES[name], FLAG_COLUMN, width));
}
function examplesOf(name, width) {
	return commandOf(name).examples.flatMap(([typed, why]) => [`  ${NAME} ${typed}`, ...wrapped(why, width - 6).map((line) => `      ${line}`)]);
}
function row(word, says, column, width) {
	const indent = width < 64 ? 8 : column;
	const lines = wrapped(says, width - indent).map((line) => `${" ".repeat(indent)}${line}`);
	const start = `  ${word}`;
	if (start.length + 2 > indent) return [start, ...lines].join("\n");
	return [start + (lines[0] ?? "").slice(start.length), ...lines.slice(1)].join("\n");
}
function wrapped(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + 1 + word.length > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, line];
}
export { help };
