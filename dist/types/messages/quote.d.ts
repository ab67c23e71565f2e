/** A name that others chose, in quotes and on one line, for an error or a gap. */
export declare function quoteForMessage(name: string): string;
