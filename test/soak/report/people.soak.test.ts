// What is true of any report, with as many random reports as `PROPERTY_RUNS` says in vitest.soak.config.ts.

import "../../report/hostile.test.ts";
import "../../report/html/html.test.ts";
import "../../report/markdown/markdown.test.ts";
import "../../report/terminal/text.test.ts";
