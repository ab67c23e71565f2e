import { runStep } from "./action/run-step.ts";

// No await at the top of a module: the bundler then merges what is loaded later into one file a folder.
void runStep();
