import { type ArchiveKind, identifyArchive, readMembers } from "../../../src/detect/archives/open-archive.ts";
import { UnpackBudget, type UnpackLimits } from "../../../src/detect/archives/unpack-budget.ts";

/** What was read of an archive: its members, with all their bytes, and the reasons for unread parts. */
export type Opened = { members: readonly { name: string; text: string }[]; unread: readonly string[]; bytes: number };

/** More than any test unpacks by honest data. */
export const AMPLE: UnpackLimits = { bytes: 1 << 30, depth: 5 };

/** Opens an archive, and none within it. The bytes come in one chunk or in chunks of this size. */
export async function openAll(
  bytes: Buffer,
  {
    budget = new UnpackBudget(AMPLE),
    size = bytes.length,
    as = identifyArchive(bytes),
  }: { budget?: UnpackBudget; size?: number; as?: ArchiveKind | null } = {},
): Promise<Opened> {
  if (!as) throw new Error("no archive");
  const members: { name: string; text: string }[] = [];
  const unread: string[] = [];
  let count = 0;
  for await (const { name, chunks } of readMembers(as, inChunks(bytes, size), budget, (why) => unread.push(why))) {
    const parts: Buffer[] = [];
    for await (const chunk of chunks) parts.push(Buffer.from(chunk));
    const whole = Buffer.concat(parts);
    count += whole.length;
    members.push({ name, text: whole.toString("latin1") });
  }
  return { members, unread, bytes: count };
}

/** The bytes in chunks of this size, as they would come from a file. */
export async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

/** All that comes, in a list. */
export async function taken<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
