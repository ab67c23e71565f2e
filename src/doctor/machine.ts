import { resolve } from "node:path";
import { detect } from "../detect/detect.ts";
import { checkScreen } from "../detect/screen/screen.ts";
import { checkSample } from "../detect/screen/self-test.ts";
import { Git } from "../git/git.ts";
import {
  describeBrokenSearch,
  describeGit,
  describeMissingGit,
  describeNarrowGit,
  describeNode,
  describeOldGit,
  describeOldNode,
  describeOwnVersion,
  describeUnreadableGit,
  describeWorkingSearch,
} from "../messages/doctor/machine.ts";
import { readSourcesId, VERSION } from "../version.ts";
import { type Check, createCheck } from "./check.ts";
import type { DoctorContext } from "./context.ts";

type Version = readonly [major: number, minor: number];

/** Below this, the bundle may not even start (package.json, `engines`). */
const OLDEST_NODE: Version = [20, 19];

/** Versions since then that cannot load a module when it is needed: 21, and 22 before this one. */
const OLDEST_NODE_22: Version = [22, 12];

/** `--end-of-options` came with 2.24; older ones cannot read repositories safely. */
const OLDEST_GIT: Version = [2, 24];

/** From here on `fetch --stdin` takes what a scratch repository is filled with. */
const FETCHING_GIT: Version = [2, 29];

/** Checks Node. */
export function checkNode({ node, platform }: Pick<DoctorContext, "node" | "platform">): Check {
  const version = parseVersion(node);
  return version !== null && (isOlder(version, OLDEST_NODE) || (version[0] > 20 && isOlder(version, OLDEST_NODE_22)))
    ? createCheck("node", "problem", describeOldNode(node))
    : createCheck("node", "ok", describeNode(node, platform));
}

/** Checks git. */
export async function checkGit({ environment, medium }: Pick<DoctorContext, "environment" | "medium">): Promise<Check> {
  // Asking for the version looks at no repository.
  const exit = await new Git(resolve("/"), environment).run(["version"]);
  if (exit.spawnError) return createCheck("git", "problem", describeMissingGit());
  const text = /^git version (\d+(?:\.\d+)+)/.exec(exit.stdout)?.[1];
  const version = text === undefined ? null : parseVersion(text);
  if (text === undefined || version === null) return createCheck("git", "unknown", describeUnreadableGit());
  if (isOlder(version, OLDEST_GIT)) return createCheck("git", "problem", describeOldGit(text));
  if (isOlder(version, FETCHING_GIT)) {
    return createCheck("git", medium === "workflow" ? "problem" : "ok", describeNarrowGit(text, medium));
  }
  return createCheck("git", "ok", describeGit(text));
}

/** Tells which version of this tool runs. */
export async function checkVersion(): Promise<Check> {
  return createCheck("version", "ok", describeOwnVersion(VERSION, await readSourcesId()));
}

/** Checks that the search finds what it must find. */
export async function checkSearch(): Promise<Check> {
  const tested = [checkScreen(), await checkSample(detect)];
  return tested.every(({ missed }) => missed === 0)
    ? createCheck("search", "ok", describeWorkingSearch())
    : createCheck("search", "problem", describeBrokenSearch());
}

function parseVersion(text: string): Version | null {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(text) ?? [];
  return major === undefined || minor === undefined ? null : [Number(major), Number(minor)];
}

function isOlder([major, minor]: Version, [wantedMajor, wantedMinor]: Version): boolean {
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
