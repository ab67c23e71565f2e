// The sub-action shares the Action's file, and says with a word which of the two runs, as a command would be typed.
process.argv[2] = "rotate";
void import("../../action.ts");
