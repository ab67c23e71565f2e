/** A name that others chose, in quotes and on one line, for an error or a gap. */
export declare function quoteForMessage(name: string): string;
/** A text without the tokens and passwords that someone typed into it, perhaps with an address. */
export declare function redactTokens(text: string): string;
