import { soak } from "../support/effort.ts";

// The same tests as in `npm test`, with a failure of every request of an audit that acts on a key.
soak();
await import("../audit-run/faults.test.ts");
