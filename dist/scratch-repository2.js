export { t as createScratchRepository } from "./scratch-repository.js";
