import type { NotifyWhen } from "../domain/news.ts";
import { PrivateText } from "../domain/private-text.ts";
import { UsageError } from "../errors.ts";
import { describeInsecureNotifyUrl, describeWrongNotifyUrl } from "../messages/errors/command-line/settings.ts";

/** How a message is laid out: for Slack, for Microsoft Teams, or for a program. */
export type NotifyFormat = "slack" | "teams" | "json";

/** Whom to tell, and of what. */
export type NotifySettings = {
  /** With all that it has after the host: whoever knows it can write there. */
  url: PrivateText;
  when: NotifyWhen;
  format: NotifyFormat;
};

/** Hosts of Slack's incoming webhooks, and of the workflows that receive messages for Teams (their documentation). */
const SLACK = /^hooks\.slack(?:-gov)?\.com$/;
const TEAMS = /(?:^|\.)(?:logic\.azure\.com|environment\.api\.powerplatform\.com|webhook\.office\.com)$/;

/**
 * Parses the address that messages go to. Its text is never quoted: it is a secret.
 *
 * @throws UsageError for what is no address, or one that is not encrypted and leads to another machine.
 */
function parseNotifyUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new UsageError(describeWrongNotifyUrl(name));
  }
  if (url.protocol !== "https:" && !isLoopback(url)) throw new UsageError(describeInsecureNotifyUrl(name));
  return url;
}

/** Whether an address names this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** Parses whom to tell; null where there is no address. `format` is null where the host decides. */
export function parseNotifySettings(
  name: string,
  { url: text, when, format }: { url: string; when: NotifyWhen; format: NotifyFormat | null },
): NotifySettings | null {
  if (text === "") return null;
  const url = parseNotifyUrl(name, text);
  return { url: new PrivateText(url.href), when, format: format ?? chooseFormat(url) };
}

/** The format that the host of an address takes. */
function chooseFormat({ hostname }: URL): NotifyFormat {
  if (SLACK.test(hostname)) return "slack";
  return TEAMS.test(hostname) ? "teams" : "json";
}
