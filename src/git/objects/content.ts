import type { Git } from "../git.ts";

/** The content of one object, as it arrives. Whoever stops reading ends the process. */
export async function* readContent(git: Git, type: "blob" | "commit" | "tag", oid: string): AsyncGenerator<Buffer> {
  const running = git.start(["cat-file", type, oid]);
  try {
    yield* running.output;
  } finally {
    running.stop();
  }
}
