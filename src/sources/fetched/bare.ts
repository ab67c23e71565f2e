import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { quoteForMessage, UsageError } from "../../errors.ts";

/** A repository of our own in a temporary folder, without a work tree: nothing in it is ever checked out. */
export type Bare = {
  dir: string;
  /** A folder that stays empty. */
  home: string;
  /** Takes both away. */
  remove(): Promise<void>;
};

/**
 * Makes an empty bare repository below `temp`. Written out, since `git init` would copy the hooks of a template. A
 * UsageError where it cannot be written.
 */
export async function makeBare(temp: string, format: "sha1" | "sha256"): Promise<Bare> {
  let folder: string | null = null;
  const remove = async () => {
    if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    folder = await mkdtemp(join(temp, "key-guard-"));
    const [dir, home] = [join(folder, "fetched.git"), join(folder, "home")];
    for (const part of [home, join(dir, "objects"), join(dir, "refs")]) await mkdir(part, { recursive: true });
    await writeFile(join(dir, "HEAD"), "ref: refs/heads/none\n");
    await writeFile(join(dir, "config"), format === "sha1" ? CONFIG : `${CONFIG}${SHA256}`);
    return { dir, home, remove };
  } catch (error) {
    await remove();
    const { code = "it did not say why" } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `The folder for temporary files, ${quoteForMessage(temp)}, cannot be written (${code}); give one that can, with some room.`,
    );
  }
}

/** gitrepository-layout(5), and git-config(1), `extensions.objectFormat`. */
const CONFIG = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n";
const SHA256 = "[extensions]\n\tobjectFormat = sha256\n";
