export { t as parseIgnoreFile } from "./parse.js";
