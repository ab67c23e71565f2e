import { describe, expect, test } from "vitest";
import { restrictAuditReport } from "../../../src/domain/audit-report.ts";
import { buildFederations } from "../../../src/report/advice/federation/secret-federation.ts";
import { plainLook } from "../stories.ts";
import { auditContext, auditReport, bot, keyRecord } from "./audit-stories.ts";
import {
  renderAuditHtml,
  renderAuditIssue,
  renderAuditJson,
  renderAuditSummary,
  renderAuditText,
} from "./render-audit.ts";

const secret = { kind: "github", owner: "acme", repo: "shop", environment: null, secret: "OPENAI_API_KEY" } as const;
const secrets = ["checkout-bot", "nightly"].map((name) => ({
  key: keyRecord(name, { owner: bot(name) }),
  secret,
  scopes: null,
}));
const kept = { secrets, serverUrl: "https://github.com", branches: new Map([["acme/shop", "trunk"]]) };
const one = auditReport([], { kept });

describe("keys that workflows can do without", () => {
  test("are shown once for a repository, ready to paste, on every page", () => {
    for (const text of [
      renderAuditSummary(one, auditContext),
      renderAuditIssue(one, auditContext),
      renderAuditHtml(one, auditContext),
    ]) {
      expect(text.match(/Do without a key in acme\/shop/g)).toHaveLength(1);
      expect(text).toContain("refs/heads/trunk");
      expect(text).toContain("IDENTITY_PROVIDER_ID: PROVIDER_ID");
    }
    expect(JSON.parse(renderAuditJson(one, "0.1.0"))).toMatchObject({
      conclusion: "clean",
      federation: [
        {
          repository: "acme/shop",
          keys: ["key_checkout-bot", "key_nightly"],
          rule: { name: "acme/shop WORKFLOW.yml" },
        },
      ],
    });
  });

  test("can be copied from the page as they are", () => {
    const codes = [...renderAuditHtml(one, auditContext).matchAll(/<pre><code>([\s\S]*?)<\/code><\/pre>/g)];
    const [provider, rule, workflow] = codes.map(([, code = ""]) =>
      code.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    );
    const [built] = buildFederations(kept);
    expect([JSON.parse(provider ?? ""), JSON.parse(rule ?? "")]).toEqual([built?.provider, built?.rule]);
    expect(workflow).toBe(built?.workflow);
  });

  test("are a sentence in a terminal, and all of it with --verbose, which can be copied as it is", () => {
    const short = renderAuditText(one, plainLook);
    expect(short).toContain("checkout-bot and nightly are in secrets of acme/shop.");
    expect(short).toContain("Add --verbose, or --format markdown, for what to paste.");
    expect(short).not.toContain("attribute_matchers");
    const whole = renderAuditText(one, { ...plainLook, verbose: true });
    const json = /^\{\n {2}"name": "acme\/shop[\s\S]*?^\}/m.exec(whole)?.[0] ?? "";
    expect(JSON.parse(json)).toMatchObject({ service_account_id: "user-sa-checkout-bot" });
  });

  test("are nobody's business where names are not", () => {
    const hidden = restrictAuditReport(one, "minimal");
    for (const text of [
      renderAuditSummary(hidden, auditContext),
      renderAuditText(hidden, plainLook),
      renderAuditJson(hidden, "0.1.0"),
    ]) {
      expect(text).not.toContain("acme/shop");
    }
  });
});
