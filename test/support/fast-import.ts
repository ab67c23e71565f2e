import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A commit to import. */
export type ImportedCommit = {
  /** The ref that is to name it. */
  ref: string;
  /** Earlier commits of the same import, by index; or commits that are in the repository, by object ID. */
  parents?: readonly (number | string)[];
  /** What differs from the first parent; null removes a file. */
  files: Readonly<Record<string, string | Uint8Array | null>>;
  /** Whether `files` are all the files of the commit. */
  isWhole?: boolean;
  message?: string;
  /** In seconds since 1970. */
  time: number;
};

/** Writes commits with one git process, and returns their object IDs in order. Nothing is checked out. */
export function importCommits({ dir }: { dir: string }, commits: readonly ImportedCommit[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "marks-"));
  const marks = join(folder, "marks");
  const input = Buffer.concat([...commits.flatMap(format), Buffer.from("done\n")]);
  try {
    execFileSync("git", ["-C", dir, "fast-import", "--quiet", "--done", "--force", `--export-marks=${marks}`], {
      input,
      stdio: "pipe",
    });
    const lines = readFileSync(marks, "utf8").split("\n").slice(0, -1);
    const oids = new Map(lines.map((line) => line.slice(1).split(" ") as [mark: string, oid: string]));
    return commits.map((_, index) => oids.get(String(index + 1)) ?? "");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A commit in the format of git-fast-import(1). Its mark is its index plus one. */
function format(commit: ImportedCommit, index: number): readonly Buffer[] {
  const { ref, parents = [], files, isWhole = false, message = "change", time } = commit;
  const [first, ...others] = parents.map((parent) => (typeof parent === "number" ? `:${parent + 1}` : parent));
  const lines = [
    ...(first === undefined ? [`reset ${ref}`] : []),
    `commit ${ref}`,
    `mark :${index + 1}`,
    `author Ada <ada@example.com> ${time} +0000`,
    `committer Grace <grace@example.com> ${time} +0000`,
    `data ${Buffer.byteLength(message)}`,
    message,
    ...(first === undefined ? [] : [`from ${first}`]),
    ...others.map((other) => `merge ${other}`),
    ...(isWhole ? ["deleteall"] : []),
  ];
  return [Buffer.from(`${lines.join("\n")}\n`), ...Object.entries(files).flatMap(formatFile), Buffer.from("\n")];
}

function formatFile([path, content]: [string, string | Uint8Array | null]): readonly Buffer[] {
  if (content === null) return [Buffer.from(`D ${path}\n`)];
  const bytes = Buffer.from(content);
  return [Buffer.from(`M 100644 inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from("\n")];
}
