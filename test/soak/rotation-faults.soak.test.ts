import { soak } from "../support/effort.ts";

// The same tests as in `npm test`, with a failure of every request of a rotation.
soak();
await import("../rotate/openai-faults.test.ts");
