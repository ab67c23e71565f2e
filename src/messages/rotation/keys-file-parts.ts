/** How errors call the parts of a keys file. */
export const KEYS_FILE_PARTS = {
  file: "The file",
  entry: "An entry",
  place: "An item of lives-in",
  scope: "An item of scopes",
} as const;

/** ".github/openai-keys.yml of origin/main": the file as a branch has it. */
export function describeKeysFilePlace(path: string, branch: string): string {
  return `${path} of ${branch}`;
}
