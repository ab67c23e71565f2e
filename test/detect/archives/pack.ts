import { deflateSync } from "node:zlib";
import tar from "tar-stream";

/** A tar archive of these files, as tar-stream writes it: ustar, with pax where a name needs it. */
export async function tarOf(files: readonly { name: string; content: string | Buffer }[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const { name, content } of files) pack.entry({ name }, Buffer.from(content));
  pack.finalize();
  const parts: Buffer[] = [];
  for await (const part of pack) parts.push(Buffer.from(part as Buffer));
  return Buffer.concat(parts);
}

/** A tar header of one's own making, its checksum right. */
export function tarHeader({ name = "a.txt", type = "0", size = 0, magic = "ustar\x0000" } = {}): Buffer {
  const block = Buffer.alloc(512);
  block.write(name.slice(0, 100), 0);
  block.write("0000644\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("        ", 148);
  block.write(type, 156);
  block.write(magic, 257, "latin1");
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
  );
  return block;
}

/** An `ar` archive of these files, as dpkg writes it. */
export function arOf(files: Readonly<Record<string, Buffer | string>>): Buffer {
  const parts = Object.entries(files).flatMap(([name, content]) => {
    const bytes = Buffer.from(content);
    const fields = [name.padEnd(16), "0".padEnd(12), "0".padEnd(6), "0".padEnd(6), "100644".padEnd(8)].join("");
    return [
      Buffer.from(`${fields}${String(bytes.length).padEnd(10)}\`\n`),
      bytes,
      Buffer.alloc(bytes.length % 2, "\n"),
    ];
  });
  return Buffer.concat([Buffer.from("!<arch>\n"), ...parts]);
}

/** A cpio archive of these files, in the format of SVR4 or of POSIX. */
export function cpioOf(files: Readonly<Record<string, Buffer | string>>, format: "newc" | "odc" = "newc"): Buffer {
  const padding = (length: number) => Buffer.alloc(format === "newc" ? (4 - (length % 4)) % 4 : 0);
  const parts = Object.entries({ ...files, "TRAILER!!!": "" }).flatMap(([name, content]) => {
    const [label, bytes] = [Buffer.from(`${name}\0`), Buffer.from(content)];
    const [hex, octal] = [16, 8].map(
      (base) => (value: number, width: number) => value.toString(base).padStart(width, "0"),
    );
    const header =
      format === "newc"
        ? `070701${[1, 0o100644, 0, 0, 1, 0, bytes.length, 0, 0, 0, 0, label.length, 0].map((value) => hex?.(value, 8)).join("")}`
        : `070707${[0, 1, 0o100644, 0, 0, 1, 0].map((value) => octal?.(value, 6)).join("")}${octal?.(0, 11)}${octal?.(label.length, 6)}${octal?.(bytes.length, 11)}`;
    return [Buffer.from(header), label, padding(header.length + label.length), bytes, padding(bytes.length)];
  });
  return Buffer.concat(parts);
}

/** An RPM with this payload. */
export function rpmOf(payload: Buffer): Buffer {
  const header = (size: number) => {
    const bytes = Buffer.alloc(16);
    bytes.write("8eade80100000000", "hex");
    bytes.writeUInt32BE(1, 8);
    bytes.writeUInt32BE(size, 12);
    return Buffer.concat([bytes, Buffer.alloc(16 + size)]);
  };
  const lead = Buffer.concat([Buffer.from("edabeedb0300", "hex"), Buffer.alloc(90)]);
  return Buffer.concat([lead, header(5), Buffer.alloc(3), header(30), payload]);
}

/** Padded to whole blocks, as everything in a tar archive is. */
export function padded(content: string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A PDF of these streams: what their dictionaries say beside their length, and their bytes as they stand in the file. */
export function pdf(
  streams: readonly (readonly [dictionary: string, bytes: Buffer | string])[],
  trailer = "/Root 1 0 R",
): Buffer {
  const objects = streams.flatMap(([dictionary, bytes], index) => {
    const data = Buffer.from(bytes);
    const head = `${index + 1} 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`;
    return [Buffer.from(head), data, Buffer.from("\nendstream\nendobj\n")];
  });
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n%\xe2\xe3\n", "latin1"),
    ...objects,
    Buffer.from(`trailer\n<< ${trailer} >>\n%%EOF\n`),
  ]);
}

/** A PDF with one page, whose instructions are packed. */
export function pdfPage(instructions: string): Buffer {
  return pdf([["/Filter /FlateDecode", deflateSync(instructions)]]);
}
