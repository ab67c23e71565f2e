import { an as redactKeys } from "./core.js";
// src/report/safe-json.ts
function inertJson(value) {
	return `${JSON.stringify(value, (_, one) => typeof one === "string" ? redactKeys(one) : one, 2).replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)).replaceAll("##[", "#\\u0023[")}\n`;
}
export { inertJson as t };
