import { type Clock, SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import { NO_JOURNAL } from "../../src/domain/journal.ts";
import type { World } from "../../src/scan/world.ts";

/** A World in which nothing is ignored, remembered or cancelled, and whose self-test asks for nothing. */
export function createTestWorld(
  parts: Pick<World, "source" | "detect" | "registry"> & Partial<World>,
  clock: Clock = SYSTEM_CLOCK,
): World {
  return {
    journal: NO_JOURNAL,
    ignores: async () => ({ ignore: [], exclude: [] }),
    keysFile: async () => ({ keys: [], gaps: [] }),
    replaceKey: null,
    isFiltered: false,
    memory: async () => new Set(),
    onKeyFound: () => {},
    onLookAlike: () => {},
    selfTest: async () => ({ missed: 0, all: 0 }),
    confirm: null,
    onContainment: () => {},
    isCancelled: () => false,
    findPushTime: () => null,
    clock,
    ...parts,
  };
}
