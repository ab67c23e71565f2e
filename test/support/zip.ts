import { crc32, deflateRawSync } from "node:zlib";

/** A file to be packed, and what is to be odd about it. */
export type ZipFile = {
  name: string | Buffer;
  content: string | Buffer;
  /** Packed by deflate, or as it is. */
  method?: "deflate" | "store" | number;
  /** General purpose flags: bit 0 says that it is locked, 3 that its sizes follow it, 11 that the name is UTF-8. */
  flags?: number;
  /** What the list says instead of the truth. */
  lie?: { size?: number; unpacked?: number; checksum?: number; at?: number };
  /** Sizes and place in the fields of zip64. */
  zip64?: boolean;
};

/** A zip archive of these files, behind a prefix of so many bytes, with a comment. */
export function zip(files: readonly ZipFile[], { prefix = "", comment = "", count = files.length } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(prefix)];
  const list: Buffer[] = [];
  let at = Buffer.byteLength(prefix);
  for (const { name, content, method = "deflate", flags = 0x800, lie = {}, zip64 = false } of files) {
    const [bytes, label] = [Buffer.from(content), Buffer.from(name)];
    const packed = method === "deflate" ? deflateRawSync(bytes) : bytes;
    const number = method === "deflate" ? 8 : method === "store" ? 0 : method;
    const follows = (flags & 8) !== 0;
    const sums = sizes(lie.checksum ?? crc32(bytes), packed.length, bytes.length);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(number, 8);
    if (!follows) sums.copy(local, 14);
    local.writeUInt16LE(label.length, 26);
    const descriptor = follows ? [Buffer.from("PK\x07\x08", "latin1"), sums] : [];
    parts.push(local, label, packed, ...descriptor);

    const extra = zip64 ? Buffer.alloc(28) : Buffer.alloc(0);
    const [size, unpacked, place] = [lie.size ?? packed.length, lie.unpacked ?? bytes.length, lie.at ?? at];
    if (zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const [index, value] of [unpacked, size, place].entries())
        extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(number, 10);
    sizes(lie.checksum ?? crc32(bytes), zip64 ? 0xffffffff : size, zip64 ? 0xffffffff : unpacked).copy(entry, 16);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(zip64 ? 0xffffffff : place, 42);
    list.push(entry, label, extra);
    at = parts.reduce((sum, part) => sum + part.length, 0);
  }
  const listing = Buffer.concat(list);
  const note = Buffer.from(comment);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(note.length, 20);
  const large = files.some(({ zip64 }) => zip64) ? zip64End(at, listing.length, count) : [];
  return Buffer.concat([...parts, listing, ...large, end, note]);
}

function sizes(checksum: number, packed: number, unpacked: number): Buffer {
  const bytes = Buffer.alloc(12);
  for (const [index, value] of [checksum, packed, unpacked].entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}

function zip64End(at: number, length: number, count: number): readonly Buffer[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  for (const [place, value] of [
    [24, count],
    [32, count],
    [40, length],
    [48, at],
  ] as const) {
    record.writeBigUInt64LE(BigInt(value), place);
  }
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + length), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}
