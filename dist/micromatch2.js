import { t as require_micromatch } from "./micromatch.js";
export default require_micromatch();
export {};
