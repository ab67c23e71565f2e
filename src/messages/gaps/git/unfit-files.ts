/** Why a file of a commit is not read as a text of settings, as the end of a sentence that begins with its name. */
export const UNFIT = {
  link: "is a symbolic link",
  "below-link": "stands below a symbolic link",
  folder: "is a folder",
  "huge-folder": "stands in a folder with too many files",
  submodule: "is a submodule",
  large: "is larger than 512 KiB",
} as const;
