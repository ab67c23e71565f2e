import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { createFakeKey, type Family } from "../../src/sandbox/fake-keys.ts";
import { type GitRepo, gitRepo } from "../../test/support/git-repo.ts";

/** A way in which keys slip past scanners, and the key that does. */
export type Bypass = { name: string; key: string };

/** A repository whose branch `feature` brings one key for each bypass, and where its change begins. */
export type Bypasses = { repo: GitRepo; base: string; head: string; all: readonly Bypass[] };

/** A fake key for a bypass, told apart by its name. */
type MakeKey = (name: string, family?: Family) => string;

const line = (key: string) => `OPENAI_API_KEY = "${key}"\n`;

/** Every key stands in its own commit or place of the branch `feature`, and none on `main`. */
export async function createBypasses(): Promise<Bypasses> {
  const repo = await gitRepo({ "README.md": "# Shop\n", "src/app.py": "import os\n" });
  const all: Bypass[] = [];
  const makeKey: MakeKey = (name, family = "project") => {
    const key = createFakeKey(family, name);
    all.push({ name, key });
    return key;
  };
  const base = await repo.oid("HEAD");
  await repo.branch("feature");
  await commitByHistory(repo, makeKey);
  await commitByKindOfObject(repo, makeKey);
  await commitByText(repo, makeKey);
  await commitEncoded(repo, makeKey);
  for (let commit = 0; commit < 20; commit += 1) await repo.commit({ "src/many.py": `n = ${commit}\n` });
  return { repo, base, head: await repo.oid("HEAD"), all };
}

/** Keys in commits that a comparison of two trees does not show. */
async function commitByHistory(repo: GitRepo, key: MakeKey): Promise<void> {
  await repo.commit({ "src/plain.py": line(key("plain, in the last commit")) });
  await repo.commit({ "src/gone.py": line(key("removed by a later commit")) });
  await repo.commit({ "src/gone.py": null });

  await repo.branch("side");
  await repo.commit({ "src/side.py": line(key("in a side branch that was merged")) });
  await repo.commit({ "src/side.py": "x = 1\n" });
  await repo.switchTo("feature");
  await repo.commit({ "src/other.py": "y = 1\n" });
  await repo.merge("side");
  await repo.branch("evil");
  await repo.commit({ "src/evil.py": "z = 1\n" });
  await repo.switchTo("feature");
  await repo.commit({ "src/other.py": "y = 2\n" });
  await repo.merge("evil", { "src/merged.py": line(key("in a merge commit alone")) });
  await repo.commit({ "src/merged.py": null });

  await repo.commit({ "src/below.py": line(key("below a merge from main")) });
  await repo.commit({ "src/below.py": null });
  await repo.switchTo("main");
  await repo.commit({ "src/news.py": "news = 1\n" });
  await repo.switchTo("feature");
  await repo.merge("main");
  await repo.orphan("root");
  await repo.commit({ "vendored/lib.py": line(key("in a second root commit")) });
  await repo.switchTo("feature");
  await repo.git("merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "root");
}

/** Keys in what git or scanners do not take for an ordinary text file. */
async function commitByKindOfObject(repo: GitRepo, key: MakeKey): Promise<void> {
  await repo.commit({
    ".gitattributes": "notes.txt -diff\n",
    "notes.txt": line(key("in a file that .gitattributes hides")),
  });
  await repo.commit({ "wide.env": Buffer.from(`\ufeff${line(key("in UTF-16"))}`, "utf16le") });
  await repo.commit({ "nul.bin": Buffer.from(`\0\0${line(key("after a NUL"))}`) });
  await repo.commit({ "moved/old.py": "a = 1\n".repeat(50) });
  await repo.rename("moved/old.py", "moved/new.py");
  await repo.commit({ "moved/new.py": `${"a = 1\n".repeat(50)}${line(key("in a file that was renamed too"))}` });
  await repo.commit({ link: { link: "README.md" } });
  await repo.commit({ link: line(key("in a file that was a link")) });
  await repo.commit({ "to-key": { link: key("in where a link leads") } });
  await repo.commit({ "src/message.py": "m = 1\n" }, `Fix it\n\n${key("in a commit message")}`);
  await repo.commit({ [`names/${key("in a path")}.txt`]: "n = 1\n" });
}

/** Keys in files and surroundings that scanners leave out, and of every kind. */
async function commitByText(repo: GitRepo, key: MakeKey): Promise<void> {
  await repo.commit({ "package-lock.json": `{"x": "${key("in a lock file")}"}\n` });
  await repo.commit({ "vendor/lib/a.go": `k := "${key("in a vendored file")}"\n` });
  await repo.commit({ "image.svg": `<svg><!-- ${key("in an image")} --></svg>\n` });
  await repo.commit({ "backup.gz": gzipSync(line(key("in a gzip file"))) });
  await repo.commit({ "report.docx": zipOf("word/document.xml", `<w:t>${key("in an office document")}</w:t>`) });
  await repo.commit({
    "src/allowed.py": `k = "${key("beside an allowing comment")}" # gitleaks:allow trufflehog:ignore\n`,
  });
  await repo.commit({ "src/long.js": `${"var a=1;".repeat(20_000)}f(${key("in a minified line, as an argument")},1)` });
  await repo.commit({ "url.txt": `curl -H Authorization:Bearer%20${key("after an escape")}\n` });
  await repo.commit({ "old.env": `K=${key("with text glued to it")}-old\n` });
  await repo.commit({ "legacy.env": line(key("legacy user key", "user")) });
  await repo.commit({ "none.env": line(key("old named key", "none")) });
  await repo.commit({ "admin.env": line(key("admin key", "admin")) });
  await repo.commit({ "account.env": line(key("service-account key", "service-account")) });
}

/** Keys in every encoding. */
async function commitEncoded(repo: GitRepo, key: MakeKey): Promise<void> {
  const encoded = (name: string, write: (text: string) => string) =>
    repo.commit({ [`enc/${name}.txt`]: write(key(name)) });
  await encoded("base64", (text) => `data: ${Buffer.from(text).toString("base64")}\n`);
  await encoded("base64 of JSON", (text) => `${Buffer.from(JSON.stringify({ apiKey: text })).toString("base64")}\n`);
  await encoded("base64 twice", (text) => `${Buffer.from(Buffer.from(text).toString("base64")).toString("base64")}\n`);
  await encoded("hex", (text) => `${Buffer.from(text).toString("hex")}\n`);
  await encoded("character codes", (text) => `String.fromCharCode(${[...Buffer.from(text)].join(", ")})\n`);
  await encoded("reversed", (text) => `k = "${[...text].toReversed().join("")}"[::-1]\n`);
  await encoded("rot13", (text) => `${text.replaceAll(/[a-z]/gi, rot13)}\n`);
  await encoded("percent-encoded hyphens", (text) => `?k=${text.replaceAll("-", "%2D")}\n`);
  await encoded("unicode escapes", (text) => `"${text.replaceAll("-", "\\u002d")}"\n`);
  await encoded("split over literals", (text) => `k = "${text.slice(0, 60)}" +\n  "${text.slice(60)}"\n`);
  await encoded("split over variables", (text) => `PART_1=${text.slice(0, 80)}\nPART_2=${text.slice(80)}\n`);
}

function rot13(letter: string): string {
  const code = letter.charCodeAt(0);
  const start = code < 97 ? 65 : 97;
  return String.fromCharCode(((code - start + 13) % 26) + start);
}

/** A zip with one file, by the letter of PKWARE's APPNOTE: local header, content, directory, end. */
function zipOf(name: string, text: string): Buffer {
  const [file, content] = [Buffer.from(name), Buffer.from(text)];
  const packed = deflateRawSync(content);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(content.length, 8);
  const common = [0x14, 0, 0, 0, 8, 0, 0, 0, 0x21, 0x5c];
  const lengths = Buffer.from([file.length, 0, 0, 0]);
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, ...common]), sizes, lengths, file, packed]);
  const entry = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 0x14, 0, ...common]),
    sizes,
    lengths,
    Buffer.alloc(14),
    file,
  ]);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
