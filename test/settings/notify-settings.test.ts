import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import { parseNotifySettings } from "../../src/settings/notify-settings.ts";

const TOKEN = "T0SECRET";
const parse = (url: string) => parseNotifySettings("notify-url", { url, when: "leak", format: null });

describe("whom to tell", () => {
  test.each([
    [`https://hooks.slack.com/services/T/B/${TOKEN}`, "slack"],
    [`https://prod-12.westeurope.logic.azure.com:443/workflows/x/triggers/manual?sig=${TOKEN}`, "teams"],
    [`https://default0.environment.api.powerplatform.com/powerautomate/x?sig=${TOKEN}`, "teams"],
    [`https://alerts.acme.example/hook/${TOKEN}`, "json"],
    [`https://hooks.slack.com.evil.example/${TOKEN}`, "json"],
    [`http://127.0.0.1:8080/${TOKEN}`, "json"],
  ])("takes the format of its host: %s", (url, format) => {
    const settings = parse(url);
    expect(settings?.format).toBe(format);
    expect(settings?.url.reveal()).toContain(TOKEN);
    for (const shown of [String(settings?.url), JSON.stringify(settings), inspect(settings)]) {
      expect(shown).not.toContain(TOKEN);
    }
  });

  test("is nobody where no address is given", () => {
    expect(parse("")).toBe(null);
  });

  test.each([
    [`hooks.slack.com/services/${TOKEN}`, "is not an address"],
    [`ftp://acme.example/${TOKEN}`, "is not an address"],
    [`https://user:${TOKEN}@acme.example/`, "is not an address"],
    [`http://acme.example/${TOKEN}`, "does not begin with https://"],
    [`http://127.0.0.1.acme.example/${TOKEN}`, "does not begin with https://"],
  ])("is refused by name, and never quoted: %s", (url, words) => {
    let message = "";
    try {
      parse(url);
    } catch (error) {
      if (error instanceof UsageError) message = error.message;
    }
    expect(message).toMatch(new RegExp(`^notify-url ${words}`));
    expect(message).not.toContain(TOKEN);
  });
});
