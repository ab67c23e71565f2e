export { t as renderLastLine } from "./last-line2.js";
