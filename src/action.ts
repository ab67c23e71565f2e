import { runStep, STORIES } from "./action/run-step.ts";
import { SYSTEM_CLOCK } from "./domain/clock.ts";
import { listenForErrors } from "./output-files/streams.ts";

async function run(): Promise<void> {
  const story = STORIES.find((word) => word === process.argv[2]) ?? "scan";
  await runStep(SYSTEM_CLOCK, story);
  await listenForErrors(process.stderr)();
  // All is told: to free the memory of a process that ends takes longer.
  process.exit();
}

// No await at the top of a module: the bundler then merges what is loaded later into one file a folder.
void run();
