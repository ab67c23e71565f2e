import { Intake } from "./byte-input.ts";
import type { Container } from "./magic.ts";
import type { Budget, Member } from "./member.ts";
import { Allowance } from "./unpack-budget.ts";
import { Remarks } from "./unpack-warnings.ts";

export { type Container, containerIn, TELLING } from "./magic.ts";
export type { Budget, Member } from "./member.ts";

/**
 * The files in a container; a file that people see as another text than its bytes (a page, a document) comes a second
 * time, under the same name, as that text. Takes all of `chunks`, in order, and no faster than the members are read.
 * What cannot be unpacked, or not in full, is told to `unread` in one line for each reason, at the end; it never throws
 * for what the bytes are. A member may be a container itself: whoever opens it hands on the same `budget`.
 */
export async function* membersOf(
  container: Container,
  chunks: AsyncIterable<Uint8Array>,
  budget: Budget,
  unread: (why: string) => void,
): AsyncGenerator<Member> {
  const intake = new Intake(chunks);
  const remarks = new Remarks();
  try {
    if (budget.depth > 0) {
      budget.depth -= 1;
      try {
        yield* opened(container, intake, budget, remarks);
      } finally {
        budget.depth += 1;
      }
    } else {
      remarks.note("too-deep");
    }
    await intake.drain();
    remarks.tell(unread);
  } finally {
    await intake.close();
  }
}

/** What opens a kind of container is loaded when there is one: a change without any needs nothing of it. */
async function* opened(
  container: Container,
  intake: Intake,
  budget: Budget,
  remarks: Remarks,
): AsyncGenerator<Member, void> {
  const allowance = new Allowance(budget, remarks);
  switch (container) {
    case "gzip":
    case "zstd": {
      const { memberOfStream } = await import("./compressed.ts");
      return yield* memberOfStream(container, intake, allowance, remarks);
    }
    case "tar": {
      const { membersOfTar } = await import("./tar.ts");
      return yield* membersOfTar(intake, allowance, remarks);
    }
    case "zip": {
      const { membersOfZip } = await import("./zip/zip.ts");
      return yield* membersOfZip(intake, budget, allowance, remarks);
    }
    case "pdf": {
      const { membersOfPdf } = await import("./pdf.ts");
      return yield* membersOfPdf(intake, allowance, remarks);
    }
    case "bzip2":
    case "xz":
    case "7z":
    case "rar":
      return remarks.note("unopened");
    default:
      return container satisfies never;
  }
}
