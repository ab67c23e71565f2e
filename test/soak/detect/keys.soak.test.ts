import { soak } from "../../support/effort.ts";

// The same tests as in `npm test`, with many more random keys, and every way to write and cut them.
soak();
await import("../../detect/wild.test.ts");
await import("../../detect/placeholders/placeholders.test.ts");
await import("../../detect/prefilter/prefilter.test.ts");
await import("../../detect/keys/boundary.test.ts");
await import("../../detect/keys/key-reading.test.ts");
await import("../../detect/split-keys/framed-lines.test.ts");
await import("../../detect/split-keys/join-pieces.test.ts");
