export { n as writeBaseline } from "./commands.js";
