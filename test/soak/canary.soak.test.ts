import { soak } from "../support/effort.ts";

// The same tests as in `npm test`, with every failure of every call to OpenAI.
soak();
await import("../canary.test.ts");
