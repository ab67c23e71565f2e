import { quoteForMessage } from "../../quote.ts";

/** A file of a run that cannot be written. `name` is the setting or the flag, `code` the system's, such as ENOENT. */
export function describeOpenError(name: string, file: string, code: string): string {
  return `${name} is ${quoteForMessage(file)}. ${explainOpenError(code)}`;
}

/** Why a file cannot be written, and what to do: a sentence or two. `code` is the system's. */
export function explainOpenError(code: string): string {
  switch (code) {
    case "ENOENT":
      return "Its folder does not exist. Create the folder first, or name a file in one that exists.";
    case "ENOTDIR":
      return "A part of this path is a file, not a folder. Name a file in a folder that exists.";
    case "EISDIR":
      return "This is a folder. Name a file in it.";
    case "ELOOP":
    case "EMLINK":
      return "This is a symbolic link, which is not followed. Name the file itself.";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `This user may not write it (${code}). Name a file that this user may read and write.`;
    case "ENAMETOOLONG":
      return "This name is too long (ENAMETOOLONG). Use a shorter one.";
    case "ENXIO":
      return "This is a pipe or a socket that nobody reads (ENXIO). Start its reader first, or name a file.";
    default:
      return `It cannot be opened (${code}). Name a file that can be read and written.`;
  }
}

/** A path whose symbolic links lead back to themselves. */
export function describeLinkLoop(name: string, file: string): string {
  return `${name} is ${quoteForMessage(file)}, whose symbolic links lead in a circle. Name the file itself.`;
}

/** A symbolic link in the checkout: a change could choose which file is written over. */
export function describeLinkInCheckout(name: string, file: string, link: string): string {
  const [given, found] = [quoteForMessage(file), quoteForMessage(link)];
  if (given === found) {
    return `${name} is ${given}, a symbolic link in the checkout. The change may have added it, so it is not followed. Name the file itself, or one outside of the checkout.`;
  }
  return `${name} is ${given}, but ${found} is a symbolic link in the checkout. The change may have added it, so it is not followed. Name the file itself, or one outside of the checkout.`;
}

/** Two files of a run that are one. */
export function describeSameFile(one: string, other: string, file: string): string {
  return `${one} and ${other} are the same file, ${quoteForMessage(file)}. Name two different files.`;
}
