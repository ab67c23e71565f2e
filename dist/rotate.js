import "./rolldown-runtime.js";
// src/action/rotate/start.ts
process.argv[2] = "rotate";
import("./action.js");
export {};
