// What is true of any report, with as many random reports as `PROPERTY_RUNS` says in vitest.soak.config.ts.

import "../../report/advice/file-advice.test.ts";
import "../../report/annotations.test.ts";
import "../../report/canary.test.ts";
import "../../report/json.test.ts";
import "../../report/sarif/sarif.test.ts";
