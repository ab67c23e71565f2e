import "./rolldown-runtime.js";
import { STORIES, runStep } from "./event.js";
import { SYSTEM_CLOCK, listenForErrors } from "./scan.js";
// src/action.ts
async function run() {
	const story = STORIES.find((word) => word === process.argv[2]) ?? "scan";
	await runStep(SYSTEM_CLOCK, story);
	await listenForErrors(process.stderr)();
	process.exit();
}
run();
export {};
