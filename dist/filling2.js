export { t as filledBy } from "./filling.js";
