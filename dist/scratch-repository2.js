export { t as filledBy } from "./scratch-repository.js";
