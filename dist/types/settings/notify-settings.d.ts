import type { NotifyWhen } from "../domain/news.js";
import { PrivateText } from "../domain/private-text.js";
/** How a message is laid out: for Slack, for Microsoft Teams, or for a program. */
export type NotifyFormat = "slack" | "teams" | "json";
/** Whom to tell, and of what. */
export type NotifySettings = {
    /** With all that it has after the host: whoever knows it can write there. */
    url: PrivateText;
    when: NotifyWhen;
    format: NotifyFormat;
};
/** Whether an address names this machine. */
export declare function isLoopback({ hostname }: URL): boolean;
/** Parses whom to tell; null where there is no address. `format` is null where the host decides. */
export declare function parseNotifySettings(name: string, { url: text, when, format }: {
    url: string;
    when: NotifyWhen;
    format: NotifyFormat | null;
}): NotifySettings | null;
