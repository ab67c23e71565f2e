import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { restrictRotationReport } from "../../../src/domain/restricted-rotation.ts";
import type { RotationReport } from "../../../src/domain/rotation.ts";
import { createRotationNoticeContent, hasRotationNews } from "../../../src/report/notice/rotation-notice.ts";
import { renderSlack } from "../../../src/report/notice/slack.ts";
import { renderTeams } from "../../../src/report/notice/teams.ts";
import { describeRotation } from "../../../src/report/rotation/view.ts";
import { closeSchema } from "../closed-schema.ts";
import { workflow as context, RESULTS, rotationReport } from "../rotation/rotation-stories.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schema/notice.v1.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(closeSchema(schema) as object);
const contentOf = (made: RotationReport) =>
  createRotationNoticeContent(made, describeRotation(made, context), "acme/shop", context);

describe("a message about rotations", () => {
  test.each(Object.entries(RESULTS))("is what its schema says, and names no place for a program: %s", (_, result) => {
    const document = contentOf(rotationReport([result])).document();
    validate(JSON.parse(document));
    expect(validate.errors).toBe(null);
    expect(document).not.toMatch(/OPENAI_API_KEY|vault/);
  });

  test("says the verdict to people, and the place only to those who may know it", () => {
    const all = rotationReport(Object.values(RESULTS));
    for (const render of [renderSlack, renderTeams]) {
      expect(render(contentOf(all).notice())).toContain("acme/shop");
      expect(render(contentOf(restrictRotationReport(all, "minimal")).notice())).not.toMatch(/OPENAI_API_KEY|vault/);
    }
  });

  test("is none where nothing was due, or nothing was to be done", () => {
    const [one] = Object.values(RESULTS);
    if (!one) throw new Error("there are stories");
    expect(hasRotationNews(rotationReport([one]))).toBe(true);
    expect(hasRotationNews({ ...rotationReport([one]), isDryRun: true })).toBe(false);
    expect(hasRotationNews(rotationReport([]))).toBe(false);
  });
});
