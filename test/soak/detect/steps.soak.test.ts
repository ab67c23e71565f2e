import { soak } from "../../support/effort.ts";

// The same tests as in `npm test`, with every family of hostile texts and larger ones.
soak();
await import("../../detect/steps/step-budget.test.ts");
