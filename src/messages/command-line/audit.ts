// What the command line says of `audit`.

/** Of `audit`. */
export const AUDIT_HELP = {
  summary: "Find keys that should not exist before they leak: unused, ownerless, without an end.",
  description:
    "It asks OpenAI for all keys of your organisation, and compares them with the rules of the policy file. No key is tried, and none is changed unless --fix asks for it. It needs no repository.",
  examples: [
    ["audit", "look at all keys of the organisation"],
    ["audit --format html --output audit.html", "write one page that you can forward"],
    ['audit --project "prod-*" --fail-on warning', "look at these projects, and be strict"],
    ["audit --fix unused=revoke --dry-run", "see which keys would be revoked"],
    [
      "audit --fix no-expiry=expire:90d --audit-file audit.jsonl",
      "give keys without an end 90 days, and keep a record",
    ],
  ],
} as const satisfies Record<string, string | readonly (readonly [typed: string, purpose: string])[]>;

/** Its flags. */
export const AUDIT_FLAGS = {
  policy: (preset: string) =>
    `The file that sets rules, limits and exceptions. The default is ${preset} of this work tree, if it is there. With --fix, the file must be named.`,
  project: "Look only at this project, by id, name or glob.",
  fix: "Act on what a rule finds: RULE=revoke, or RULE=expire:30d. For unused, owner-inactive, archived-project and no-expiry.",
  hold: "Leave keys alone that were used within this time, such as 7d. The default is 0s, which leaves none.",
  failOn: "What ends with exit code 1: a finding of this level or above.",
  quiet: "Print nothing when nothing was found.",
  ignoreFile: (preset: string) =>
    `The file whose protect list counts with --fix, read from the commit HEAD. The default is ${preset}.`,
  verbose: "Print every finding, and every rule.",
} as const;

/** Headings above its flags. */
export const AUDIT_HEADINGS = { read: "What to look at:", fix: "What to do with keys:" } as const;

/** What its exit codes mean. */
export const AUDIT_EXIT_CODES =
  "0 nothing that --fail-on names · 1 findings, or something of --fix that was not done · 2 not everything could be asked, or wrong use.";

/** What help says of the variable with the Admin API key: other commands go without it. */
export const AUDIT_ADMIN_KEY =
  "An Admin API key of your organisation, which may read. Without it there is no audit. It is never a flag: everyone on the machine could read that.";
