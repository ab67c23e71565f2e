import { soak } from "../../support/effort.ts";

// The same tests as in `npm test`, with larger texts of more kinds.
soak();
await import("../../detect/cost.test.ts");
