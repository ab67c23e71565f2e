/** A string as it was written in a PDF: what it holds, and where the text goes on; null where it does not end yet. */
export type Written = { codes: Buffer; end: number } | null;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The string whose bracket stands at `at`. ISO 32000-1, 7.3.4.2: brackets nest, and a backslash escapes. */
export function stringAt(bytes: Buffer, at: number): Written {
  const codes: number[] = [];
  let depth = 1;
  for (let next = at + 1; next < bytes.length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte === 0x5c) {
      const escaped = bytes.toString("latin1", next + 1, next + 4);
      const [digits] = /^[0-7]{1,3}/.exec(escaped) ?? [];
      const letter = escaped[0] ?? "";
      if (digits !== undefined) codes.push(Number.parseInt(digits, 8) & 255);
      // An end of line that is escaped is none.
      else if (letter !== "\n" && letter !== "\r") codes.push((ESCAPES[letter] ?? letter).charCodeAt(0));
      next += digits?.length ?? (escaped.startsWith("\r\n") ? 2 : 1);
      continue;
    }
    if (byte === 0x28) depth += 1;
    if (byte === 0x29) depth -= 1;
    if (depth === 0) return { codes: Buffer.from(codes), end: next + 1 };
    codes.push(byte);
  }
  return null;
}

/** The string in hexadecimal whose bracket stands at `at`; the last digit may be left out. */
export function hexStringAt(bytes: Buffer, at: number): Written {
  const end = bytes.indexOf(0x3e, at);
  if (end < 0) return null;
  const digits = bytes.toString("latin1", at + 1, end).replaceAll(/[^0-9A-Fa-f]/g, "");
  return { codes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex"), end: end + 1 };
}
