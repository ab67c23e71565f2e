import type { Intake } from "./byte-input.ts";
import { lent, type Member } from "./member.ts";
import { contentOf, type Ending } from "./pdf-content.ts";
import { type Head, Heads } from "./pdf-head.ts";
import { Page } from "./pdf-page.ts";
import { planOf, START } from "./pdf-plan.ts";
import { Shown } from "./pdf-shown.ts";
import { Tables } from "./pdf-tables.ts";
import type { Allowance } from "./unpack-budget.ts";
import type { Remarks } from "./unpack-warnings.ts";

/**
 * The streams of a PDF, as they come. A stream that shows text comes again as that text; and at the end all that was
 * shown comes once for each font that has its own codes for letters, as it is read by that font: which font is used
 * where, other objects say, and the wrong one gives a muddle that holds no key.
 */
export async function* membersOfPdf(intake: Intake, allowance: Allowance, remarks: Remarks): AsyncGenerator<Member> {
  const heads = new Heads(intake);
  const tables = new Tables();
  const all = new Shown(MOST_SHOWN);
  const grant = (bytes: Buffer) => allowance.grant(bytes, intake.offset);
  async function* granted(pieces: Iterable<Buffer>): AsyncGenerator<Buffer> {
    for (const piece of pieces) {
      const bytes = grant(piece);
      if (bytes.length > 0) yield bytes;
      if (allowance.isSpent) return;
    }
  }
  let cut = 0;
  for (let head = await heads.next(); head; head = await heads.next()) {
    if (!allowance.admits()) break;
    const start = await intake.exactly(START);
    intake.giveBack(start);
    const plan = planOf(head.dictionary, start);
    if (plan.kind === "unknown") remarks.note("unknown-packing");
    if (plan.kind !== "read") continue;

    const name = nameOf(head);
    const page = new Page();
    const offset = intake.offset;
    const length = () => intake.offset - offset;
    const isHidden = plan.isPacked || plan.armour !== null;
    const content = watched(contentOf(intake, plan), {
      page: plan.isFile ? null : page,
      table: tables.begin(),
      grant,
      isSpent: () => allowance.isSpent,
      // What is not hidden can be cut only by the end of the PDF, and all of it was seen.
      ended: (ending) => (cut += ending === "cut" && isHidden ? 1 : 0),
    });
    try {
      // Files may be containers themselves; everything else that is not hidden is seen without being opened.
      if (isHidden || plan.isFile) {
        yield {
          name,
          chunks: lent(content),
          offset,
          get length() {
            return length();
          },
        };
      }
      for await (const _ of content);
    } finally {
      await content.return();
    }
    if (page.shown.isFull) remarks.note("too-much");
    if (page.shown.size > 0) {
      yield { name, chunks: granted(page.shown.text((codes) => codes)), offset, length: length() };
      all.append(page.shown);
    }
    if (allowance.isSpent) break;
  }
  remarks.note(heads.isLocked ? "locked" : "damaged", cut);
  for (const text of tables.read(all)) {
    if (allowance.isSpent) break;
    yield { name: "(text)", chunks: granted(text), offset: 0, length: intake.offset };
  }
  if (!tables.isEmpty && (all.isFull || tables.isFull)) remarks.note("too-much");
}

/** Of all pages so much is kept until the fonts are known: the text of several thousand. */
const MOST_SHOWN = 16 * 1024 * 1024;

function nameOf({ object }: Head): string {
  return object === null ? "(stream)" : `(object ${object})`;
}

/** Who looks on while the content of a stream is read. */
type Watch = {
  page: Page | null;
  table: ReturnType<Tables["begin"]>;
  grant: (bytes: Buffer) => Buffer;
  isSpent: () => boolean;
  ended: (ending: Ending) => void;
};

/** The content, as far as it may be given out. */
async function* watched(
  content: AsyncGenerator<Buffer, Ending>,
  { page, table, grant, isSpent, ended }: Watch,
): AsyncGenerator<Buffer, void> {
  try {
    for (;;) {
      const { value, done } = await content.next();
      if (done) {
        ended(value);
        break;
      }
      const granted = grant(value);
      if (!table.add(granted)) page?.add(granted);
      if (granted.length > 0) yield granted;
      if (isSpent()) break;
    }
    table.end();
    page?.end();
  } finally {
    await content.return("whole");
  }
}
