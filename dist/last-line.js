export { t as lastLine } from "./last-line2.js";
