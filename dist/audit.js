import "./rolldown-runtime.js";
// src/action/audit/start.ts
process.argv[2] = "audit";
import("./action.js");
export {};
