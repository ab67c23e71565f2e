/** How errors call the parts of a policy file. */
export const POLICY_PARTS = { file: "The file", rules: "rules", exception: "An exception" } as const;

/** How errors call an item of a list of projects. */
export const PROJECT_ITEM = "An item of projects";
