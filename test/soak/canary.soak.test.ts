import { soak } from "../support/effort.ts";

// The same tests as in `npm test`, with every failure of every call to OpenAI and to GitHub.
soak();
await import("../canary.test.ts");
await import("../canary-alerts.test.ts");
await import("../canary-reach.test.ts");
