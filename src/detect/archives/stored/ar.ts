import type { ByteInput } from "../byte-input.ts";
import type { Member } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { readStoredFile } from "./stored-file.ts";

/** The magic, and the header of each file. See `ar.h`, and deb(5) for packages. */
const [MAGIC, HEADER] = [8, 60];

/** At most this many bytes of a table of long names are read. */
const LONGEST_TABLE = 1024 * 1024;

/** Systems allow names of 4,096. */
const LONGEST_NAME = 4096;

/** The files in an `ar` archive, as they come: a Debian package, or a static library. Nothing in it is packed. */
export async function* readAr(
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  await input.skip(MAGIC);
  let table: Buffer = Buffer.alloc(0);
  for (;;) {
    const block = await input.takeExactly(HEADER);
    const header = parseArHeader(block);
    if (!header) {
      input.putBack(block);
      if (block.length > 0 && block.length < HEADER) warnings.add("damaged");
      return;
    }
    const { name, size } = header;
    const own = Math.min(size, measureNameBefore(name));
    const before = await input.takeExactly(own);
    if (name === "//") {
      table = await input.takeExactly(Math.min(size, LONGEST_TABLE));
      await input.skip(size - table.length);
    } else if (SYMBOLS.test(name)) {
      await input.skip(size - own);
    } else {
      if (!archiveBudget.mayOpenMember()) return;
      yield* readStoredFile(resolveName(name, before, table), size - own, input, warnings);
    }
    await input.skip(size % 2);
  }
}

/** Tables of symbols, which linkers read: they are no files. */
const SYMBOLS = /^(?:\/|\/SYM64\/|__\.SYMDEF.*)$/;

function parseArHeader(block: Buffer): { name: string; size: number } | null {
  const [, name, size] = /^(.{16}).{32}(\d{1,10}) *`\n$/s.exec(block.toString("latin1")) ?? [];
  return name === undefined ? null : { name: name.trimEnd(), size: Number(size) };
}

/** BSD writes a long name before the file and counts it as a part of that: `#1/<length>`. */
function measureNameBefore(name: string): number {
  return Math.min(LONGEST_NAME, Number(/^#1\/(\d{1,5})$/.exec(name)?.[1] ?? 0));
}

/** GNU writes long names into a table, where each ends with `/` and a newline: `/<offset>`. */
function resolveName(name: string, before: Buffer, table: Buffer): string {
  if (before.length > 0) return before.toString("utf8").replace(/\0+$/, "");
  const [, at] = /^\/(\d{1,7})$/.exec(name) ?? [];
  const long = at === undefined ? "" : table.toString("utf8", Number(at), Number(at) + LONGEST_NAME);
  return (long === "" ? name : (long.split(/[\n\0]/, 1)[0] ?? name)).replace(/\/$/, "");
}
