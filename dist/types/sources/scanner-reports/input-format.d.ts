/** How standard input is read: as the report of a scanner, as text, or as whatever it turns out to be. */
export declare const INPUT_FORMATS: readonly ["auto", "gitleaks", "trufflehog", "betterleaks", "kingfisher", "sarif", "text"];
/** How standard input is read. */
export type InputFormat = (typeof INPUT_FORMATS)[number];
