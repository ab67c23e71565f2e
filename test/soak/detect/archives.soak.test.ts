import { soak } from "../../support/effort.ts";

// The same tests as in `npm test`, with many more random archives and larger texts.
soak();
await import("../../detect/archives/open-archive.test.ts");
await import("../../detect/archives/compressed/brotli-start.test.ts");
await import("../../detect/archives/embedded/embedded.test.ts");
await import("../../detect/archives/git/git-pack.test.ts");
await import("../../detect/archives/pdf/pdf.test.ts");
await import("../../detect/packed/packed.test.ts");
