import { soak } from "../../support/effort.ts";

// The same tests as in `npm test`, with many more random texts, and every place to cut.
soak();
await import("../../detect/detect.test.ts");
await import("../../detect/search.test.ts");
await import("../../detect/spelled-keys.test.ts");
await import("../../detect/encodings/encodings.test.ts");
