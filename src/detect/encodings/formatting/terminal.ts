/** How the control character ESC is written: as it is, escaped, as a terminal shows it, in logs, or lost. */
const ESC = [
  String.raw`\x1b`,
  String.raw`\\{1,8}[eE](?=[[\]()])|\\{1,8}(?:0?33|27|o\{33\})(?=\[)`, // C, shells, Lua, Perl
  String.raw`\^\[(?=[[\]()])`, // `cat -v`, less
  String.raw`#o?033(?=\[)`, // rsyslog, journald
  String.raw`<(?:ESC|0x1[bB])>(?=\[)`,
  String.raw`\xe2\x90\x9b(?=\[)`, // U+241B, the picture of ESC
  String.raw`\xe2\x86\x90(?=\[)`, // U+2190, which the console of Windows shows
  String.raw`\xef\xbf\xbd(?=\[)`, // U+FFFD, where something could not be decoded
].join("|");

/** Control sequences, links and titles, character sets, and single functions: ECMA-48 and ECMA-35. */
const FUNCTION = [
  String.raw`\[[0-?]{0,48}[ -/]{0,2}[@-~]`,
  String.raw`[\]P^_][^\x07\x1b]{0,2048}?(?:\x07|\x9c|\x1b\\{1,8}|\\{1,8}a)`,
  String.raw`[()*+][A-Za-z0-9]`,
  "[=>]",
].join("|");

const SEQUENCES = [
  `(?:${ESC})(?:${FUNCTION})`,
  String.raw`(?:\xc2)?\x9b[0-?]{0,48}[ -/]{0,2}[@-~]`, // CSI as one character
  String.raw`\??\[(?:[0-9;:]{0,48}m|[0-2]?K(?!\]))`, // a colour that has lost its ESC
].join("|");
const SEQUENCE = new RegExp(SEQUENCES, "y");

/** The length of what a terminal does not show at a place of a text; 0 where there is nothing of that. */
export function measureTerminalSequence(text: string, at: number): number {
  SEQUENCE.lastIndex = at;
  return SEQUENCE.exec(text)?.[0].length ?? 0;
}
