/** How errors call the parts of a keys file. */
export const KEYS_FILE_PARTS = {
  file: "The file",
  entry: "An entry",
  place: "An item of lives-in",
  scope: "An item of scopes",
} as const;
