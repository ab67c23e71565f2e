/** A byte of a dump, and where it is written. */
export type ListedByte = { code: number; start: number; end: number };

/** A line of a dump: its bytes as they are written, and how many each group of digits has. */
export type DumpRow = { bytes: readonly ListedByte[]; group: number };

const TOKEN = /[^\s,:|<>()[\]{};"'\x80-\xff-]+/g;
const HEX = /^(?:0x)?((?:[0-9A-Fa-f]{2}){1,8})$/i;

/** Groups of one row stand no further apart than this. */
const MOST_APART = 4;

/**
 * The bytes of a line of a dump, in hexadecimal: the longest sequence of groups of equally many digits, of which the
 * last may be shorter. What stands before it is an offset, and what stands behind it a text. `wanted`: how many bytes
 * the groups of the lines around have. Null where a line has none.
 */
export function parseHexRow(line: string, start: number, wanted: number | null): DumpRow | null {
  let [best, own, short]: [readonly ListedByte[], ListedByte[], readonly ListedByte[]] = [[], [], []];
  let [group, bestGroup, last] = [0, 0, -1];
  for (const { 0: token, index } of line.matchAll(TOKEN)) {
    const bytes = readGroup(token, start + index);
    const isNear = index - last <= MOST_APART && !/:\s/.test(line.slice(last, index));
    last = index + token.length;
    if (bytes.length === 0) {
      [own, short, group] = [[], [], 0];
      continue;
    }
    // A shorter group is the last one, or the first behind an offset.
    const isWanted = wanted === null || bytes.length !== wanted || group === wanted;
    const goesOn = isNear && bytes.length <= group && short.length === 0 && isWanted;
    if (!goesOn) [own, group] = [isNear && bytes.length === short.length ? [...short] : [], bytes.length];
    short = goesOn && bytes.length < group ? bytes : [];
    own.push(...bytes);
    if (own.length >= best.length && (wanted === null || group === wanted)) [best, bestGroup] = [own, group];
  }
  return best.length > 0 ? { bytes: best, group: bestGroup } : null;
}

/** The bytes of a group of digits that ends a token; none where it is no such group. */
function readGroup(token: string, start: number): readonly ListedByte[] {
  const digits = HEX.exec(token)?.[1] ?? "";
  const from = start + token.length - digits.length;
  return Array.from({ length: digits.length / 2 }, (_, at) => ({
    code: Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
    start: from + 2 * at,
    end: from + 2 * at + 2,
  }));
}

/** The characters that `od -c` and others write in columns: as they are, as escapes, in octal, or by a name. */
const COLUMN = /^(?:.|\\.|[0-7]{3}|[a-z]{2,3})$/;

/** The bytes of a line whose columns have one character each, behind an offset; null where it is none. */
export function parseCharacterRow(line: string, start: number): DumpRow | null {
  const columns = [...line.matchAll(/\S+/g)];
  const [first] = columns;
  const own = first && /^[0-9A-Fa-f]{6,16}:?$/.test(first[0]) ? columns.slice(1) : columns;
  if (own.length < 3 || !own.every(([column]) => COLUMN.test(column))) return null;
  const bytes: ListedByte[] = [];
  for (const { 0: column, index } of own) {
    const end = start + index + column.length;
    // A blank leaves its column empty.
    if (end - (bytes.at(-1)?.end ?? end) >= 2 * COLUMN_WIDTH) bytes.push({ code: BLANK, start: end, end });
    bytes.push({ code: column.length === 1 ? column.charCodeAt(0) : BLANK, start: start + index, end });
  }
  return { bytes, group: 1 };
}

const COLUMN_WIDTH = 4;
const BLANK = 0x20;

/** A line of text behind its offset, as `curl --trace-ascii` writes it; null where it is none. */
export function parseTextRow(line: string, start: number): DumpRow | null {
  const [, lead] = /^(\s*(?:0x)?[0-9A-Fa-f]{4,8}: )/.exec(line) ?? [];
  if (lead === undefined) return null;
  const text = line.slice(lead.length).replace(/\r$/, "");
  const bytes = Array.from({ length: text.length }, (_, at) => ({
    code: text.charCodeAt(at),
    start: start + lead.length + at,
    end: start + lead.length + at + 1,
  }));
  return { bytes, group: 1 };
}

/** How `od -b`, `od -t u1` and `xxd -b` write a byte: in octal, in decimal, and in binary. */
const NUMBERS = [
  { base: 8, pattern: /^[0-3][0-7]{2}$/ },
  { base: 10, pattern: /^\d{1,3}$/ },
  { base: 2, pattern: /^[01]{8}$/ },
] as const;

/**
 * The bytes of a line of numbers in another base than hexadecimal, behind an offset or without one; null where it has
 * none. The group of such a line is its base, and `wanted` that of the lines around.
 */
export function parseNumberRow(line: string, start: number, wanted: number | null): DumpRow | null {
  const columns = [...line.matchAll(/\S+/g)];
  let best: DumpRow | null = null;
  for (const { base, pattern } of NUMBERS) {
    if (wanted !== null && wanted !== base) continue;
    const first = columns[0] && pattern.test(columns[0][0]) ? 0 : 1;
    const end = columns.findIndex(([column], index) => index >= first && !pattern.test(column));
    const own = columns.slice(first, end < 0 ? columns.length : end);
    if (own.length <= (best?.bytes.length ?? 0)) continue;
    const bytes = own.map(({ 0: column, index }) => ({
      code: Number.parseInt(column, base) & 0xff,
      start: start + index,
      end: start + index + column.length,
    }));
    best = { bytes, group: base };
  }
  return best;
}
