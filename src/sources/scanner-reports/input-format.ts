/** How standard input is read: as the report of a scanner, as text, or as whatever it turns out to be. */
export const INPUT_FORMATS = ["auto", "gitleaks", "trufflehog", "betterleaks", "kingfisher", "sarif", "text"] as const;

/** How standard input is read. */
export type InputFormat = (typeof INPUT_FORMATS)[number];
