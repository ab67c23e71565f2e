/** Where something is read: in a workflow things are inputs and steps, in a terminal they are flags and variables. */
export type Medium = "workflow" | "terminal";
