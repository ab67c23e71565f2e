/**
 * Why a file cannot be written, and what would work: the end of a sentence that begins with `report-file is "x",`. `code` is
 * the system's, as ENOENT.
 */
export function describeOpenError(code: string): string {
  switch (code) {
    case "ENOENT":
      return "and there is no such folder; make it first, or name a file in one that is there.";
    case "ENOTDIR":
      return "and a part of the path is a file, where a folder has to be; name a file in a folder that is there.";
    case "EISDIR":
      return "which is a folder; name a file in it.";
    case "ELOOP":
    case "EMLINK":
      return "which is a symbolic link, and is not followed; name the file itself.";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `which cannot be written (${code}); name a file that this user may read and write.`;
    case "ENAMETOOLONG":
      return "which is too long for a name (ENAMETOOLONG); choose a shorter one.";
    case "ENXIO":
      return "a pipe or a socket that nobody reads (ENXIO); start its reader first, or name a file.";
    default:
      return `which cannot be opened (${code}); name a file that can be read and written.`;
  }
}

/** The system's code of an error, as ENOSPC; otherwise the error's name. Its message may quote anything. */
export function getErrorCode(error: unknown): string {
  if (!(error instanceof Error)) return "for a reason not given";
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : error.name;
}
