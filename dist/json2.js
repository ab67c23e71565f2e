export { t as renderJson } from "./json.js";
