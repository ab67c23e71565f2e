import { PrivateText } from "../domain/private-text.ts";

/** What signs messages for programs; null where there is none. It is a variable, for it serves the sub-actions too. */
export function readNotifySecret(): PrivateText | null {
  const text = process.env["NOTIFY_SECRET"];
  return text ? new PrivateText(text) : null;
}
