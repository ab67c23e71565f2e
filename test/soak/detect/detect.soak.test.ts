import { soak } from "../../support/effort.ts";

// The same tests as in `npm test`, with many more random cases, larger texts and every place to cut.
soak();
await import("../../detect/detect.test.ts");
await import("../../detect/cost.test.ts");
await import("../../detect/search.test.ts");
await import("../../detect/steps/step-budget.test.ts");
await import("../../detect/spelled-keys.test.ts");
await import("../../detect/wild.test.ts");
await import("../../detect/archives/open-archive.test.ts");
await import("../../detect/archives/compressed/brotli-start.test.ts");
await import("../../detect/archives/embedded/embedded.test.ts");
await import("../../detect/archives/git/git-pack.test.ts");
await import("../../detect/archives/pdf/pdf.test.ts");
await import("../../detect/encodings/encodings.test.ts");
await import("../../detect/keys/boundary.test.ts");
await import("../../detect/keys/key-reading.test.ts");
await import("../../detect/packed/packed.test.ts");
await import("../../detect/placeholders/placeholders.test.ts");
await import("../../detect/prefilter/prefilter.test.ts");
await import("../../detect/split-keys/framed-lines.test.ts");
await import("../../detect/split-keys/join-pieces.test.ts");
