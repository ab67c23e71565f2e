import { afterEach, expect, test } from "vitest";
import { detectLook } from "../../src/cli/terminal.ts";

const columns = Object.getOwnPropertyDescriptor(process.stdout, "columns");

afterEach(() => {
  if (columns) Object.defineProperty(process.stdout, "columns", columns);
  else Reflect.deleteProperty(process.stdout, "columns");
});

test.each([
  [72, 72],
  [0, 100],
  [undefined, 100],
])("a terminal that says it has %s columns is written to in %i", (value, width) => {
  Object.defineProperty(process.stdout, "columns", { value, configurable: true });
  expect(detectLook({}).width).toBe(width);
});
