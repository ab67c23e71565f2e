import type { BufferedContainer } from "../buffered-container.ts";
import { truncateName } from "../member.ts";

/**
 * What stands before the bytes of a file in a zip archive (APPNOTE 4.3.7): where these begin, and what is said of them.
 * `size` is null where it only follows them.
 */
export type LocalHeader = {
  name: string;
  start: number;
  size: number | null;
  method: number;
  checksum: number | null;
  isLocked: boolean;
};

/** How every local header begins. */
export const LOCAL_SIGNATURE = Buffer.from("PK\x03\x04", "latin1");

/** A local header without its name and extra field. */
export const LOCAL_LENGTH = 30;

/** Flags: the file is locked; its sizes and checksum follow it; and those without a meaning (APPNOTE 4.4.4). */
const [LOCKED, FOLLOWED, RESERVED] = [1, 8, 0xd780];

/** The methods of APPNOTE 4.4.5. */
const METHODS: ReadonlySet<number> = new Set(
  [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 19, 20].concat([93, 94, 95, 96, 97, 98, 99]),
);

/** Whether a local header stands there, and not only its four letters: bytes of a program may be these by chance. */
export function isLocalHeader(bytes: Buffer, at: number): boolean {
  if (at < 0 || at + LOCAL_LENGTH >= bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return false;
  const [version, flags, method, name] = [4, 6, 8, 26].map((from) => bytes.readUInt16LE(at + from)) as [
    number,
    number,
    number,
    number,
  ];
  if ((version & 0xff) > 63 || (flags & RESERVED) !== 0 || !METHODS.has(method) || name === 0 || name > 4096)
    return false;
  return bytes.subarray(at + LOCAL_LENGTH, at + LOCAL_LENGTH + Math.min(name, 64)).every((byte) => byte >= 0x20);
}

/** The local header at a place; null where none stands. */
export function readLocalHeader(container: BufferedContainer, at: number): LocalHeader | null {
  const header = container.slice(at, at + LOCAL_LENGTH);
  if (at < 0 || header.length < LOCAL_LENGTH || !header.subarray(0, 4).equals(LOCAL_SIGNATURE)) return null;
  const [flags, method, name, extra] = [6, 8, 26, 28].map((from) => header.readUInt16LE(from)) as [
    number,
    number,
    number,
    number,
  ];
  const end = at + LOCAL_LENGTH + name;
  const size = header.readUInt32LE(18);
  const isFollowed = (flags & FOLLOWED) !== 0;
  return {
    name: truncateName(container.slice(at + LOCAL_LENGTH, end).toString("utf8")),
    start: end + extra,
    size: size === LARGE ? readLargeSize(container.slice(end, end + extra)) : isFollowed && size === 0 ? null : size,
    method,
    checksum: isFollowed ? null : header.readUInt32LE(14),
    isLocked: (flags & LOCKED) !== 0,
  };
}

/** Stands for a size that is in the extra field of zip64. */
const LARGE = 0xffffffff;

/** APPNOTE 4.5.3: the unpacked size, and then the packed one. */
function readLargeSize(extra: Buffer): number | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length) return Number(extra.readBigUInt64LE(at + 12));
  }
  return null;
}
