import { type Finding } from "../domain/finding.js";
/** Where a leaked key stands: what its readers have to do about it depends on this. The worst first. */
export declare const KEY_STATES: readonly [
/** It works, and nothing was done about it. */
"live", 
/** It works, and could be contained once a person approves that. */
"waiting", 
/** It was revoked, and OpenAI has not been seen to refuse it yet. */
"unconfirmed", 
/** Of a key that may be ours nobody could find out whether it works. */
"unsure", 
/** It is not one of this organisation's keys, and not known to be dead. */
"stranger", 
/** Nobody was asked whose it is and whether it works. */
"unchecked", 
/** A damaged or shortened text, behind which a real key may stand. */
"suspected", 
/** It works until its expiry. */
"expiring", 
/** It works, and may do next to nothing. */
"limited", 
/** It does not work, and is still in the code. */
"inactive", 
/** It has the visible ends of one of our keys, and OpenAI refuses it. It is still in the code. */
"fake", 
/** It does not work, and is no longer in the code. */
"resolved", 
/** It was here before this change. */
"preexisting", 
/** An entry of the ignore file applies to it. */
"ignored"];
/** Where a leaked key stands. */
export type KeyState = (typeof KEY_STATES)[number];
/** Where a key stands. */
export declare function getState(finding: Finding): KeyState;
