import type { Armour } from "./pdf-armour.ts";
import type { Prediction } from "./pdf-prediction.ts";

/** How a stream of a PDF is to be read. `length` is what it claims to be long, or 0. */
export type Plan =
  | {
      kind: "read";
      armour: Armour | null;
      isPacked: boolean;
      length: number;
      prediction: Prediction | null;
      isFile: boolean;
    }
  /** A picture, a font or a table of the PDF itself: no text is in it. */
  | { kind: "no-text" }
  /** By filters that are not known here. */
  | { kind: "unknown" };

/** So many bytes tell whether a stream is packed. */
export const START = 2;

/** RFC 1950, section 2.2: the method is deflate, and the two bytes divide by 31. */
export function isZlib(start: Buffer): boolean {
  return start.length === START && ((start[0] ?? 0) & 15) === 8 && start.readUInt16BE(0) % 31 === 0;
}

/** The names of filters, with the short ones that some programs write. ISO 32000-1, 7.4. */
const ARMOURS: Readonly<Record<string, Armour>> = {
  ASCII85Decode: "base-85",
  A85: "base-85",
  ASCIIHexDecode: "hex",
  AHx: "hex",
};
const PACKED = new Set(["FlateDecode", "Fl"]);
const PICTURES = new Set(["DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"]);

/** Says how to read a stream, by its dictionary and, where that names no filter, by the first `START` bytes. */
export function planOf(dictionary: string, start: Buffer): Plan {
  const isFile = /\/EmbeddedFile\b/.test(dictionary);
  if (!isFile && NO_TEXT.test(dictionary)) return { kind: "no-text" };
  const filters = filtersIn(dictionary);
  const length = Number(/\/Length\s+(\d{1,10})(?!\d|\s+\d+\s+R)/.exec(dictionary)?.[1] ?? 0);
  if (filters === "elsewhere") {
    if (isZlib(start)) return { kind: "read", armour: null, isPacked: true, length, prediction: null, isFile };
    // JPEG begins with the one, JPEG 2000 with the other.
    return { kind: ["ffd8", "0000"].includes(start.toString("hex")) ? "no-text" : "unknown" };
  }
  if (filters.some((filter) => PICTURES.has(filter))) return { kind: "no-text" };

  const armour = ARMOURS[filters[0] ?? ""] ?? null;
  const [packing, ...others] = armour ? filters.slice(1) : filters;
  const isPacked = packing !== undefined && PACKED.has(packing);
  if ((packing !== undefined && !isPacked) || others.length > 0) return { kind: "unknown" };
  return { kind: "read", armour, isPacked, length, prediction: isPacked ? predictionIn(dictionary) : null, isFile };
}

/** Pictures, fonts of all kinds, and lists of where objects stand. */
const NO_TEXT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/Type\s*\/XRef\b/;

/** The names of the filters, or that another object says them. */
function filtersIn(dictionary: string): readonly string[] | "elsewhere" {
  const [, value = ""] = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+|\d+\s+\d+\s+R)/.exec(dictionary) ?? [];
  if (/^\d/.test(value)) return "elsewhere";
  return [...value.matchAll(/\/([^\s/<>[\]()]+)/g)].map(([, name = ""]) =>
    name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/** A row is at most so long; a dictionary that claims more is not believed. */
const LONGEST_ROW = 1024 * 1024;

/** ISO 32000-1, 7.4.4.4. */
function predictionIn(dictionary: string): Prediction | null {
  const number = (name: string, otherwise: number) =>
    Number(new RegExp(`/${name}\\s+(\\d{1,6})`).exec(dictionary)?.[1] ?? otherwise);
  const predictor = number("Predictor", 1);
  const bits = number("Colors", 1) * number("BitsPerComponent", 8);
  const row = Math.ceil((bits * number("Columns", 1)) / 8);
  if (predictor < 2 || row < 1 || row > LONGEST_ROW) return null;
  return { kind: predictor >= 10 ? "png" : "tiff", row, step: Math.max(1, Math.ceil(bits / 8)) };
}
