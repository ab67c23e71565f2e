// AssemblyScript, compiled by scripts/wasm.ts into src/git/packs/pack-code.ts.
//
// What it takes to read a pack of git (gitformat-pack(5)): inflate for zlib streams (RFC 1950, RFC 1951), deltas, and
// Teddy, so that an object is searched where it was unpacked. Reads stay within SLACK bytes behind the input, and writes
// within SLACK bytes behind the output: whoever allocates memory adds as much.

import { findCandidates } from "./teddy";

export { findCandidates };

/** Bits that one look-up in a table of codes takes. Longer codes are rare, and decoded bit by bit. */
const LITERAL_BITS: u32 = 10;
const DISTANCE_BITS: u32 = 8;
const LENGTH_BITS: u32 = 7;
const LITERAL_MASK: usize = (1 << LITERAL_BITS) - 1;
const DISTANCE_MASK: usize = (1 << DISTANCE_BITS) - 1;

/** What an alphabet is for. */
const LITERALS = 0;
const DISTANCES = 1;
const LENGTHS = 2;

/** What an entry of a table says: a byte, the base of a length or distance, the end of the block, or nonsense. */
const BYTE: u32 = 0 << 8;
const BASE: u32 = 1 << 8;
const END: u32 = 2 << 8;
const BAD: u32 = 3 << 8;
const KIND: u32 = 3 << 8;

const MAX_LENGTH: usize = 15;

// The tables of the current block, and those of the fixed codes. `…_COUNTS` (how many codes have a length) and
// `…_SYMBOLS` (in the order of their codes) are for the long ones.
const literals = memory.data(4 << 10);
const distances = memory.data(4 << 8);
const fixedLiterals = memory.data(4 << 10);
const fixedDistances = memory.data(4 << 8);
const lengthCodes = memory.data(4 << 7);
const literalCounts = memory.data(64);
const literalSymbols = memory.data(2 * 288);
const distanceCounts = memory.data(64);
const distanceSymbols = memory.data(2 * 32);
const lengthCounts = memory.data(64);
const lengthSymbols = memory.data(2 * 32);
const offsets = memory.data(64);
const lengths = memory.data(512);
let hasFixedCodes = false;

// RFC 1951, 3.2.5 and 3.2.7.
const LENGTH_BASES = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]);
const LENGTH_EXTRA = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
const DISTANCE_BASES = memory.data<u16>([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]);
const DISTANCE_EXTRA = memory.data<u8>([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]);
const ORDER_OF_LENGTHS = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

/** An entry of a table but for its lowest four bits, the length of the code: extra bits, kind, and value. */
function describe(symbol: u32, alphabet: i32): u32 {
  if (alphabet == LENGTHS) return (symbol << 16) | BYTE;
  if (alphabet == DISTANCES) {
    if (symbol > 29) return BAD;
    return (<u32>load<u16>(DISTANCE_BASES + (<usize>symbol << 1)) << 16) | BASE | (<u32>load<u8>(DISTANCE_EXTRA + symbol) << 4);
  }
  if (symbol < 256) return (symbol << 16) | BYTE;
  if (symbol == 256) return END;
  if (symbol > 285) return BAD;
  const index = symbol - 257;
  return (<u32>load<u16>(LENGTH_BASES + (<usize>index << 1)) << 16) | BASE | (<u32>load<u8>(LENGTH_EXTRA + index) << 4);
}

/** The next code of a length, both with their bits in the opposite order, as they stand in a stream; 0 behind the last. */
// @ts-ignore: decorator
@inline
function followReversed(code: u32, length: u32): u32 {
  let bit: u32 = 1 << (length - 1);
  while (code & bit) bit >>= 1;
  return bit == 0 ? 0 : (code & (bit - 1)) | bit;
}

/**
 * Builds the table of an alphabet from the lengths of its codes. An entry of 0 stands for all longer codes. False where
 * there are too many codes of a length, or too few: only distances may have a single code, or none.
 */
function buildTable(from: usize, symbolCount: u32, table: usize, bits: u32, counts: usize, symbols: usize, alphabet: i32): bool {
  memory.fill(counts, 0, 32);
  for (let symbol: u32 = 0; symbol < symbolCount; symbol++) {
    const at = counts + (<usize>load<u8>(from + symbol) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  const used = symbolCount - load<u16>(counts);
  store<u16>(counts, 0);
  let left: i32 = 1;
  store<u16>(offsets + 2, 0);
  for (let length: usize = 1; length <= MAX_LENGTH; length++) {
    const count = load<u16>(counts + (length << 1));
    left = (left << 1) - <i32>count;
    if (left < 0) return false;
    store<u16>(offsets + (length << 1) + 2, load<u16>(offsets + (length << 1)) + count);
  }
  if (left > 0 && (alphabet != DISTANCES || used > 1)) return false;
  for (let symbol: u32 = 0; symbol < symbolCount; symbol++) {
    const length = <usize>load<u8>(from + symbol);
    if (length == 0) continue;
    const at = offsets + (length << 1);
    store<u16>(symbols + (<usize>load<u16>(at) << 1), <u16>symbol);
    store<u16>(at, load<u16>(at) + 1);
  }
  const size: u32 = 1 << bits;
  if (left > 0) for (let at: u32 = 0; at < size; at++) store<u32>(table + (<usize>at << 2), BAD | 1);
  // Codes of a length follow each other, those that are longer behind the shorter ones (RFC 1951, 3.2.2).
  let code: u32 = 0;
  let next: usize = symbols;
  for (let length: u32 = 1; length <= bits; length++) {
    for (let count = <u32>load<u16>(counts + (<usize>length << 1)); count > 0; count--) {
      const entry = describe(load<u16>(next), alphabet) | length;
      next += 2;
      for (let at = code; at < size; at += 1 << length) store<u32>(table + (<usize>at << 2), entry);
      code = followReversed(code, length);
      // There are no more.
      if (code == 0) return true;
    }
  }
  // What is left of the beginnings belongs to longer codes.
  if (left == 0) for (; code != 0; code = followReversed(code, bits)) store<u32>(table + (<usize>code << 2), 0);
  return true;
}

/** Decodes the code at the lowest bits, whatever its length: an entry as a table has it. */
function decodeLong(bits: u64, counts: usize, symbols: usize, alphabet: i32): u32 {
  let code: i32 = 0;
  let first: i32 = 0;
  let index: i32 = 0;
  for (let length: usize = 1; length <= MAX_LENGTH; length++) {
    code |= <i32>(bits & 1);
    bits >>= 1;
    const count = <i32>load<u16>(counts + (length << 1));
    if (code - count < first)
      return describe(load<u16>(symbols + (<usize>(index + code - first) << 1)), alphabet) | <u32>length;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return BAD;
}

function buildFixedTables(): void {
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  buildTable(lengths, 288, fixedLiterals, LITERAL_BITS, literalCounts, literalSymbols, LITERALS);
  memory.fill(lengths, 5, 32);
  buildTable(lengths, 32, fixedDistances, DISTANCE_BITS, distanceCounts, distanceSymbols, DISTANCES);
  hasFixedCodes = true;
}

// The state of a stream that is being inflated: the next byte to load, bits that were loaded, and how many these are.
let input: usize = 0;
let inputEnd: usize = 0;
let stream: u64 = 0;
let streamBits: u32 = 0;

/** Loads bits until there are 56 or more. Bits behind the end are whatever stands in memory; they are never counted. */
// @ts-ignore: decorator
@inline
function fill(): void {
  stream |= load<u64>(input) << streamBits;
  input += (63 - streamBits) >> 3;
  streamBits |= 56;
}

// @ts-ignore: decorator
@inline
function take(bits: u32): u32 {
  const value = <u32>stream & ((1 << bits) - 1);
  stream >>= bits;
  streamBits -= bits;
  return value;
}

/** Whether more was loaded than there is: eight bytes are loaded at once. */
// @ts-ignore: decorator
@inline
function isPastEnd(): bool {
  return input > inputEnd + 8;
}

/** Reads the codes of a block with dynamic Huffman codes. False for nonsense. */
function readTables(): bool {
  const literalCount = take(5) + 257;
  const distanceCount = take(5) + 1;
  const lengthCount = take(4) + 4;
  if (literalCount > 286 || distanceCount > 30) return false;
  memory.fill(lengths, 0, 19);
  for (let index: u32 = 0; index < lengthCount; index++) {
    if (streamBits < 3) fill();
    store<u8>(lengths + load<u8>(ORDER_OF_LENGTHS + index), <u8>take(3));
  }
  if (!buildTable(lengths, 19, lengthCodes, LENGTH_BITS, lengthCounts, lengthSymbols, LENGTHS)) return false;
  const total = literalCount + distanceCount;
  for (let index: u32 = 0; index < total; ) {
    if (isPastEnd()) return false;
    fill();
    const entry = load<u32>(lengthCodes + ((<usize>stream & 127) << 2));
    if ((entry & 15) == 0) return false;
    take(entry & 15);
    const symbol = entry >> 16;
    if (symbol < 16) {
      store<u8>(lengths + index, <u8>symbol);
      index++;
      continue;
    }
    if (symbol == 16 && index == 0) return false;
    const repeated: u8 = symbol == 16 ? load<u8>(lengths + index - 1) : 0;
    const count = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7);
    if (index + count > total) return false;
    memory.fill(lengths + index, repeated, count);
    index += count;
  }
  if (load<u8>(lengths + 256) == 0) return false;
  if (!buildTable(lengths + literalCount, distanceCount, distances, DISTANCE_BITS, distanceCounts, distanceSymbols, DISTANCES)) return false;
  return buildTable(lengths, literalCount, literals, LITERAL_BITS, literalCounts, literalSymbols, LITERALS);
}

/** Copies a stored block to `output`. Returns where it ends there, or 0. */
function copyStored(output: usize, outputEnd: usize): usize {
  take(streamBits & 7);
  input -= streamBits >> 3;
  stream = 0;
  streamBits = 0;
  if (input + 4 > inputEnd) return 0;
  const length = <usize>load<u16>(input);
  if (length != (~<usize>load<u16>(input, 2) & 0xffff)) return 0;
  input += 4;
  if (input + length > inputEnd || output + length > outputEnd) return 0;
  memory.copy(output, input, length);
  input += length;
  return output + length;
}

/**
 * Inflates a block with these codes to `output`, which starts at `start`. Returns where it ends there, or 0. The state of the
 * stream is in locals meanwhile: globals would stand in memory.
 */
function inflateBlock(literals: usize, distances: usize, start: usize, output: usize, outputEnd: usize): usize {
  let next = input;
  let bits = stream;
  let count = streamBits;
  const lastNext = inputEnd + 8;
  // While the output has room for three bytes and the longest match, and eight more that `repeat` may write.
  const fastEnd = outputEnd - min(outputEnd, FAST_OUTPUT);
  while (next <= lastNext) {
    bits |= load<u64>(next) << count;
    next += (63 - count) >> 3;
    count |= 56;
    let entry = load<u32>(literals + ((<usize>bits & LITERAL_MASK) << 2));
    if (output <= fastEnd && isByte(entry)) {
      // Most bytes stand in a row: three of them, and the code behind these, are in the bits that were loaded.
      store<u8>(output++, <u8>(entry >> 16));
      bits >>= entry & 15;
      count -= entry & 15;
      entry = load<u32>(literals + ((<usize>bits & LITERAL_MASK) << 2));
      if (isByte(entry)) {
        store<u8>(output++, <u8>(entry >> 16));
        bits >>= entry & 15;
        count -= entry & 15;
        entry = load<u32>(literals + ((<usize>bits & LITERAL_MASK) << 2));
        if (isByte(entry)) {
          store<u8>(output++, <u8>(entry >> 16));
          bits >>= entry & 15;
          count -= entry & 15;
          continue;
        }
      }
    }
    if (entry == 0) entry = decodeLong(bits, literalCounts, literalSymbols, LITERALS);
    let length = entry & 15;
    bits >>= length;
    count -= length;
    const kind = entry & KIND;
    if (kind == BYTE) {
      if (output >= outputEnd) return 0;
      store<u8>(output++, <u8>(entry >> 16));
      continue;
    }
    if (kind == END) {
      input = next;
      stream = bits;
      streamBits = count;
      return output;
    }
    if (kind == BAD) return 0;
    length = (entry >> 4) & 15;
    const matched = <usize>((entry >> 16) + (<u32>bits & ((1 << length) - 1)));
    bits >>= length;
    count -= length;
    bits |= load<u64>(next) << count;
    next += (63 - count) >> 3;
    count |= 56;
    entry = load<u32>(distances + ((<usize>bits & DISTANCE_MASK) << 2));
    if (entry == 0) entry = decodeLong(bits, distanceCounts, distanceSymbols, DISTANCES);
    length = entry & 15;
    bits >>= length;
    count -= length;
    if ((entry & KIND) != BASE) return 0;
    length = (entry >> 4) & 15;
    const distance = <usize>((entry >> 16) + (<u32>bits & ((1 << length) - 1)));
    bits >>= length;
    count -= length;
    if (distance > output - start || output + matched > outputEnd) return 0;
    repeat(output, distance, matched);
    output += matched;
  }
  return 0;
}

/** Three bytes, the longest match, and as much more as is written at once. */
const FAST_OUTPUT: usize = 3 + 258 + 8;

// @ts-ignore: decorator
@inline
function isByte(entry: u32): bool {
  return entry != 0 && (entry & KIND) == BYTE;
}

/** Repeats what stands `distance` bytes before `output`: the two may overlap. */
// @ts-ignore: decorator
@inline
function repeat(output: usize, distance: usize, length: usize): void {
  if (distance >= 8) {
    for (let at: usize = 0; at < length; at += 8) store<u64>(output + at, load<u64>(output + at - distance));
  } else if (distance == 1) {
    memory.fill(output, load<u8>(output - 1), length);
  } else {
    for (let at: usize = 0; at < length; at++) store<u8>(output + at, load<u8>(output + at - distance));
  }
}

/** Inflates a zlib stream that makes `size` bytes, no more and no fewer, and whose checksum fits. */
export function inflate(source: usize, sourceLength: i32, output: usize, size: i32): bool {
  if (sourceLength < 6) return false;
  const header = (<u32>load<u8>(source) << 8) | <u32>load<u8>(source, 1);
  // RFC 1950: deflate, no preset dictionary, and a multiple of 31.
  if (header % 31 != 0 || (header & 0x0f20) != 0x0800) return false;
  input = source + 2;
  inputEnd = source + sourceLength;
  stream = 0;
  streamBits = 0;
  let end = output;
  for (let isLast = false; !isLast; ) {
    if (isPastEnd()) return false;
    fill();
    isLast = take(1) != 0;
    const type = take(2);
    if (type == 0) {
      end = copyStored(end, output + size);
    } else if (type == 1) {
      if (!hasFixedCodes) buildFixedTables();
      end = inflateBlock(fixedLiterals, fixedDistances, output, end, output + size);
    } else {
      end = type == 2 && readTables() ? inflateBlock(literals, distances, output, end, output + size) : 0;
    }
    if (end == 0) return false;
  }
  input -= streamBits >> 3;
  if (end != output + size || input + 4 > inputEnd) return false;
  return bswap(load<u32>(input)) == computeAdler32(output, size);
}

/** RFC 1950, 8.2: the sum of all bytes, and the sum of these sums, sixteen bytes at a time. */
function computeAdler32(at: usize, size: i32): u32 {
  const BASE_OF_ADLER: u32 = 65521;
  // As many bytes can be added up before a sum of 32 bits overflows.
  const MAX_PIECE: i32 = 5552;
  const firstWeights = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const lastWeights = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  let sum: u32 = 1;
  let sumOfSums: u32 = 0;
  let left = size;
  while (left >= 16) {
    const piece = min(left & ~15, MAX_PIECE);
    left -= piece;
    let sums = i32x4.splat(0);
    let earlier = i32x4.splat(0);
    let weighted = i32x4.splat(0);
    sumOfSums += sum * piece;
    for (const end = at + piece; at < end; at += 16) {
      const bytes = v128.load(at);
      const low = i16x8.extend_low_i8x16_u(bytes);
      const high = i16x8.extend_high_i8x16_u(bytes);
      earlier = i32x4.add(earlier, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.add(low, high)));
      weighted = i32x4.add(weighted, i32x4.add(i32x4.dot_i16x8_s(low, firstWeights), i32x4.dot_i16x8_s(high, lastWeights)));
    }
    sum = (sum + addLanes(sums)) % BASE_OF_ADLER;
    sumOfSums = <u32>((<u64>sumOfSums + (<u64>addLanes(earlier) << 4) + addLanes(weighted)) % BASE_OF_ADLER);
  }
  for (; left > 0; left--) {
    sum += load<u8>(at++);
    sumOfSums += sum;
  }
  return (sumOfSums % BASE_OF_ADLER << 16) | sum % BASE_OF_ADLER;
}

function addLanes(lanes: v128): u32 {
  return i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1) + i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3);
}

let cursor: usize = 0;

/** Seven bits a byte, the lowest first. A size that does not fit into 32 bits is cut: it fits nothing then. */
function readSize(end: usize): u32 {
  let size: u64 = 0;
  for (let shift: u64 = 0; cursor < end && shift < 49; shift += 7) {
    const byte = load<u8>(cursor++);
    size |= <u64>(byte & 127) << shift;
    if (byte < 128) return size > 0xffffffff ? 0xffffffff : <u32>size;
  }
  return 0xffffffff;
}

/** The size of the object that a delta makes. */
export function measureTarget(delta: usize, length: i32): u32 {
  cursor = delta;
  readSize(delta + length);
  return readSize(delta + length);
}

// Where an object differs from its base: pairs of offsets in it, ascending and apart from each other.
const MAX_RANGES = 4096;
const ranges = memory.data(8 * 4096);
let rangeCount = 0;
let sameStart: u32 = 0;

function addRange(from: i32, to: i32): void {
  const last = ranges + (<usize>rangeCount << 3) - 8;
  if (rangeCount > 0 && (from <= load<i32>(last, 4) || rangeCount == MAX_RANGES)) {
    store<i32>(last, max(to, load<i32>(last, 4)), 4);
    return;
  }
  store<i32>(last + 8, from);
  store<i32>(last + 8, to, 4);
  rangeCount++;
}

/**
 * Makes an object of its base and a delta. Remembers where in it something stands that its base does not have as it is: what
 * is new, and where two parts of the base meet, with `reach` bytes on both sides. False where the delta is damaged.
 */
export function applyDelta(base: usize, baseSize: u32, delta: usize, length: i32, output: usize, size: u32, reach: i32): bool {
  const end = delta + length;
  const outputEnd = output + size;
  cursor = delta;
  if (readSize(end) != baseSize || readSize(end) != size) return false;
  let at = output;
  rangeCount = 0;
  sameStart = 0;
  while (cursor < end) {
    const code = <u32>load<u8>(cursor++);
    const place = <i32>(at - output);
    if (code < 128) {
      if (code == 0 || at + code > outputEnd || cursor + code > end) return false;
      copy(at, cursor, code);
      addRange(max(0, place - reach), min(<i32>size, place + <i32>code + reach));
      cursor += code;
      at += code;
      continue;
    }
    // Four bits say which bytes of the offset follow, and three which of the length.
    let offset: u32 = 0;
    let count: u32 = 0;
    if (code & 1) offset = load<u8>(cursor++);
    if (code & 2) offset |= <u32>load<u8>(cursor++) << 8;
    if (code & 4) offset |= <u32>load<u8>(cursor++) << 16;
    if (code & 8) offset |= <u32>load<u8>(cursor++) << 24;
    if (code & 16) count = load<u8>(cursor++);
    if (code & 32) count |= <u32>load<u8>(cursor++) << 8;
    if (code & 64) count |= <u32>load<u8>(cursor++) << 16;
    if (count == 0) count = 0x10000;
    if (<u64>offset + count > <u64>baseSize || at + count > outputEnd) return false;
    copy(at, base + offset, count);
    if (place > 0) addRange(max(0, place - reach), min(<i32>size, place + reach));
    else if (offset == 0) sameStart = count;
    at += count;
  }
  return at == outputEnd && cursor == end;
}

// @ts-ignore: decorator
@inline
function copy(to: usize, from: usize, length: usize): void {
  if (length > 256) memory.copy(to, from, length);
  else for (let at: usize = 0; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}

/**
 * Like `findCandidates`, in those parts alone of the object that the last delta made which its base does not have. Returns
 * the number of places, relative to `text`; where that is `capacity`, there may be more.
 */
export function findNewCandidates(text: usize, out: usize, capacity: i32): i32 {
  let count = 0;
  for (let index = 0; index < rangeCount; index++) {
    const from = load<i32>(ranges + (<usize>index << 3));
    const length = load<i32>(ranges + (<usize>index << 3), 4) - from;
    const found = findCandidates(text + from, (length + 15) & ~15, 0, out + (<usize>count << 2), capacity - count);
    for (const end = count + found; count < end; count++) {
      const at = out + (<usize>count << 2);
      store<i32>(at, load<i32>(at) + from);
    }
    if (count == capacity) return count;
  }
  return count;
}

/** How many bytes the object that the last delta made begins with as its base does. */
export function measureSameStart(): u32 {
  return sameStart;
}

/** What a listing of a tree has instead of the number of an object that is not in the packs. */
const MISSING_FILE: i32 = -1;
const MISSING_FOLDER: i32 = -2;

/** Added to the number of an object that stands under another name than where it was listed first: the name's hash follows. */
const RENAMED: i32 = 0x40000000;

// What the objects of the packs are called: names one after the other, their types, and a hash table of numbers plus one.
let names: usize = 0;
let types: usize = 0;
let slots: usize = 0;
let slotMask: u32 = 0;
/** By object: the hash of the name under which it was listed first; 0 for none. */
let firstHashes: usize = 0;
let idLength: usize = 20;
let hashKey: u64 = 1;

/** Tells where the tables stand that `listTree` needs. `key`, which nobody can foresee, steers how names are hashed. */
export function setTables(allNames: usize, allTypes: usize, allSlots: usize, mask: u32, hashes: usize, length: i32, low: u32, high: u32): void {
  names = allNames;
  types = allTypes;
  slots = allSlots;
  slotMask = mask;
  firstHashes = hashes;
  idLength = length;
  hashKey = (<u64>high << 32) | <u64>low | 1;
}

/** The number of an object, or -1. Names are hashes themselves. */
// @ts-ignore: decorator
@inline
function findObject(id: usize): i32 {
  const start = load<u32>(id);
  let slot = start & slotMask;
  let object = load<i32>(slots + (<usize>slot << 2)) - 1;
  while (object >= 0) {
    const other = names + <usize>object * idLength;
    if (load<u32>(other) == start && memory.compare(other + 4, id + 4, idLength - 4) == 0) break;
    slot = (slot + 1) & slotMask;
    object = load<i32>(slots + (<usize>slot << 2)) - 1;
  }
  return object;
}

/** Never 0. */
// @ts-ignore: decorator
@inline
function hashName(at: usize, length: usize): i32 {
  let hash = (hashKey >>> 7) + length;
  const end = at + length;
  for (; at + 8 <= end; at += 8) hash = rotl((hash ^ load<u64>(at)) * hashKey, 29);
  const left = end - at;
  if (left > 0) hash = rotl((hash ^ (load<u64>(at) & ((<u64>1 << (left << 3)) - 1))) * hashKey, 29);
  hash = (hash ^ (hash >>> 32)) * hashKey;
  const half = <i32>(hash >>> 32);
  return half == 0 ? 1 : half;
}

/** Whether an entry stands behind another in git's order: a folder counts as its name with a slash behind it. */
function isBehind(first: usize, firstLength: usize, isFolder: bool, second: usize, secondLength: usize, isOtherFolder: bool): bool {
  const common = min(firstLength, secondLength);
  for (let at: usize = 0; at < common; at++) {
    const one = load<u8>(first + at);
    const other = load<u8>(second + at);
    if (one != other) return other > one;
  }
  const one: u8 = firstLength > common ? load<u8>(first + common) : isFolder ? 47 : 0;
  const other: u8 = secondLength > common ? load<u8>(second + common) : isOtherFolder ? 47 : 0;
  return other > one;
}

// Where names stand that are long, and under which no object was listed so far: pairs of an offset and a length.
let longNames: usize = 0;
let longNameCount: i32 = 0;

/** How many of them there were in the last tree. */
export function countLongNames(): i32 {
  return longNameCount;
}

/**
 * Lists the files and folders of a tree, but not commits of other repositories, as numbers of their objects. An object
 * that is not in the packs is told by a negative number, the hash of its name, and its ID. `longs` has room for two numbers for each
 * name of `longLength` bytes or more. Returns how many numbers were written to `out`; -1 where the tree is not as git writes trees,
 * or has more.
 */
export function listTree(tree: usize, size: i32, out: usize, capacity: i32, longs: usize, longLength: usize): i32 {
  const end = tree + size;
  const outEnd = out + (<usize>capacity << 2) - 64;
  let at = tree;
  let next = out;
  let lastName: usize = 0;
  let lastLength: usize = 0;
  let wasFolder = false;
  longNames = longs;
  longNameCount = 0;
  while (at < end) {
    let mode: u32 = 0;
    const modeStart = at;
    while (at < end && load<u8>(at) != 32) {
      const digit = <u32>load<u8>(at++) - 48;
      if (digit > 7 || at - modeStart > 7) return -1;
      mode = (mode << 3) | digit;
    }
    const name = ++at;
    while (at < end && load<u8>(at) != 0) at++;
    const length = at - name;
    const id = at + 1;
    at = id + idLength;
    if (name >= end || length == 0 || at > end || next >= outEnd) return -1;
    const kind = mode >>> 12;
    const isFolder = kind == 4;
    if (lastName != 0 && !isBehind(lastName, lastLength, wasFolder, name, length, isFolder)) return -1;
    lastName = name;
    lastLength = length;
    wasFolder = isFolder;
    if (!isFolder && kind != 8 && kind != 10) continue;
    const hash = hashName(name, length);
    const object = findObject(id);
    let isFirst = false;
    if (object >= 0) {
      if (load<u8>(types + <usize>object) != (isFolder ? 2 : 3)) return -1;
      const known = firstHashes + (<usize>object << 2);
      if (load<i32>(known) == 0) {
        store<i32>(known, hash);
        isFirst = true;
      }
      if (load<i32>(known) == hash) {
        store<i32>(next, object);
        next += 4;
      } else {
        store<i32>(next, object | RENAMED);
        store<i32>(next, hash, 4);
        next += 8;
        isFirst = true;
      }
    } else {
      store<i32>(next, isFolder ? MISSING_FOLDER : MISSING_FILE);
      store<i32>(next, hash, 4);
      memory.copy(next + 8, id, idLength);
      next += 8 + idLength;
      isFirst = true;
    }
    if (isFirst && length >= longLength) {
      store<i32>(longNames + (<usize>longNameCount << 3), <i32>(name - tree));
      store<i32>(longNames + (<usize>longNameCount << 3), <i32>length, 4);
      longNameCount++;
    }
  }
  return <i32>((next - out) >> 2);
}

export function allocate(size: i32): usize {
  return heap.alloc(size);
}

export function release(at: usize): void {
  heap.free(at);
}
