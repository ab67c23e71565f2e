import { SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import { openJournal } from "../../src/journal/journal.ts";

// A process of its own that begins and ends acts in an audit file: `node append.ts FILE TIMES NAME`.
const [file = "", times = "1", name = ""] = process.argv.slice(2);
const record: KeyRecord = {
  id: `key_${name.slice(0, 8)}`,
  name,
  redacted: null,
  home: { kind: "project", id: "proj_1", name: null },
  owner: null,
  createdAt: null,
  lastUsedAt: null,
  expiresAt: null,
  ownerHasAccess: null,
};
const fingerprint = "0123456789abcdef";
let written = 0;

try {
  const journal = await openJournal({ file, run: { id: String(process.pid) }, clock: SYSTEM_CLOCK });
  for (let time = 0; time < Number(times); time += 1) {
    const containment = { kind: "revoke", record } as const;
    await journal.begin({ fingerprint, containment, sightings: [], at: new Date() });
    written += 1;
    await journal.end(fingerprint, record.id, { kind: "already-gone" }, new Date());
    written += 1;
  }
  process.stdout.write(`${written} lines\n`);
} catch (error) {
  process.stdout.write(`refused after ${written} lines: ${String(error)}\n`);
}
