import { soak } from "../../support/effort.ts";

// The same tables as in `npm test`, with every combination that is left for a fact alone.
soak();
await import("../../domain/decision.test.ts");
