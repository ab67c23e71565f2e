import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { KeptSecret, KeptSecrets } from "../../../../src/domain/kept-key.ts";
import { buildFederations, describeFederations } from "../../../../src/report/advice/federation/secret-federation.ts";
import { formatPlain } from "../../../../src/report/line.ts";
import { bot, keyRecord } from "../../audit/audit-stories.ts";

const inSecret = (
  id: string,
  repo: string,
  differing: Partial<KeptSecret> = {},
  environment: string | null = null,
): KeptSecret => ({
  key: keyRecord(id, { owner: bot(id) }),
  secret: { kind: "github", owner: "acme", repo, environment, secret: "OPENAI_API_KEY" },
  scopes: null,
  ...differing,
});

const kept = (secrets: readonly KeptSecret[], differing: Partial<KeptSecrets> = {}): KeptSecrets => ({
  secrets,
  serverUrl: "https://github.com",
  branches: new Map([["acme/shop", "trunk"]]),
  ...differing,
});

describe("keys in secrets of GitHub", () => {
  test("are shown once for each repository, with a rule for the first of them", () => {
    const all = kept([
      inSecret("checkout-bot", "shop", { scopes: ["api.files.read"] }, "production"),
      inSecret("b", "Shop"),
      inSecret("c", "jobs"),
    ]);
    const [shop, jobs, ...rest] = describeFederations(all);
    expect(rest).toEqual([]);
    expect(shop?.title).toBe("Do without a key in acme/shop: let its workflows sign in to OpenAI themselves");
    expect(formatPlain(shop?.brief ?? [])).toBe(
      "checkout-bot and b are in secrets of acme/shop. Its workflows need no key: they can sign in to OpenAI themselves.",
    );
    expect(JSON.stringify(shop?.notes)).toContain("each workflow that uses a key needs a rule of its own");
    const [{ rule, workflow, keys }, other] = buildFederations(all) as never as [Built, Built];
    expect(keys).toEqual(["key_checkout-bot", "key_b"]);
    expect(rule).toMatchObject({
      project_id: "proj_web",
      service_account_id: "user-sa-checkout-bot",
      attribute_matchers: { repository: "acme/shop", ref: "refs/heads/trunk", environment: "production" },
      permissions: { type: "restricted", scopes: ["api.files.read"] },
    });
    expect(parse(workflow)).toMatchObject({ jobs: { JOB: { environment: "production" } } });
    // Nobody said which branch that one has.
    expect(other.rule.attribute_matchers.ref).toBe("refs/heads/BRANCH");
    expect(jobs?.notes.map((note) => formatPlain(note))).toContainEqual(expect.stringContaining("Write the branch"));
    expect(shop?.notes.map((note) => formatPlain(note))).not.toContainEqual(
      expect.stringContaining("Write the branch"),
    );
  });

  test("in a secret of an organisation are for repositories that nobody named", () => {
    const secret = { kind: "github-org", org: "acme", secret: "KEY" } as const;
    const all = kept([inSecret("a", "x", { secret })]);
    const [view] = describeFederations(all);
    expect(view?.title).toContain("Do without a key in the repositories of acme:");
    expect(formatPlain(view?.brief ?? [])).toContain("a is in a secret of the organisation acme.");
    const [one] = buildFederations(all) as never as [Built];
    expect(one.rule.attribute_matchers).toMatchObject({ repository: "acme/REPOSITORY", ref: "refs/heads/BRANCH" });
  });

  test("on another server have its issuer, and nothing to paste", () => {
    const all = kept([inSecret("a", "shop")], { serverUrl: "https://github.acme.example" });
    expect(buildFederations(all)).toEqual([
      {
        repository: "acme/shop",
        keys: ["key_a"],
        issuer: "https://github.acme.example/_services/token",
        provider: null,
        rule: null,
        workflow: null,
      },
    ]);
    const [view] = describeFederations(all);
    expect(view?.parts).toEqual([]);
    expect(formatPlain(view?.brief ?? [])).not.toContain("need no key");
  });
});

type Built = { keys: unknown; workflow: string; rule: { attribute_matchers: Record<string, string> } };
