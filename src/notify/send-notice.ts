import type { Clock } from "../domain/clock.ts";
import type { PrivateText } from "../domain/private-text.ts";
import { describeNotifyFailure, RECEIVERS } from "../messages/warnings/notify.ts";
import type { NoticeContent } from "../report/notice/content.ts";
import { renderSlack } from "../report/notice/slack.ts";
import { renderTeams } from "../report/notice/teams.ts";
import { type Sending, sendMessage } from "./send-message.ts";

/** Whom to tell, as the settings have it, and what signs a message for a program; null where it is not signed. */
export type NotifyTarget = { url: PrivateText; format: "slack" | "teams" | "json"; secret: PrivateText | null };

/** What it takes to tell others. `name` is what the reader calls the setting with the address. */
export type NotifyWorld = { clock: Clock; name: string; version: string; environment: NodeJS.ProcessEnv } & Pick<
  Sending,
  "fetch" | "resolve" | "endAfter"
>;

/** Tells others. Returns a sentence where that failed, for a warning: it changes nothing else. Throws nothing. */
export async function sendNotice(
  { url, format, secret }: NotifyTarget,
  content: NoticeContent,
  world: NotifyWorld,
): Promise<string | null> {
  const { clock, name, version, environment } = world;
  // From version 24 on, Node's fetch can use proxies. Older versions lack this function and go without.
  (await import("node:http")).setGlobalProxyFromEnv?.(environment);
  const body = format === "json" ? content.document() : RENDERERS[format](content.notice());
  const sending = { ...world, clock, userAgent: `openai-key-guard/${version}` };
  const failure = await sendMessage({ url, body, secret: format === "json" ? secret : null }, sending);
  return failure === null ? null : describeNotifyFailure(name, RECEIVERS[format], failure);
}

const RENDERERS = { slack: renderSlack, teams: renderTeams } as const;
