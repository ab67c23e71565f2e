import type { StoryContext } from "../report/context.ts";

const { env } = process;

/** The repository at GitHub that a folder is a clone of, as far as the environment and the clone say it. */
export async function readOwnRepository(
  repo: string | undefined,
): Promise<Pick<StoryContext, "repository" | "defaultBranch" | "serverUrl">> {
  const { readOrigin } = await import("../git/origin.ts");
  const origin = await readOrigin({ repo: repo || process.cwd(), environment: env });
  const repository = env["GITHUB_REPOSITORY"] || origin?.repository || null;
  const isOrigin = origin !== null && repository?.toLowerCase() === origin.repository.toLowerCase();
  return {
    repository,
    defaultBranch: isOrigin ? origin.defaultBranch : null,
    serverUrl: readServerUrl() ?? (isOrigin ? origin.serverUrl : null),
  };
}

/** The server that the environment names, by itself or by the address of its API; null where it names none. */
export function readServerUrl(): string | null {
  const named = env["GITHUB_SERVER_URL"];
  if (named) return named.replace(/\/+$/, "");
  const [, api, server] =
    /^https?:\/\/(?:(api)\.)?([\w.-]+(?::\d+)?)(?:\/api\/v3)?\/*$/.exec(env["GITHUB_API_URL"] ?? "") ?? [];
  if (server === undefined) return null;
  return api === undefined || server === "github.com" || server.endsWith(".ghe.com")
    ? `https://${server}`
    : `https://api.${server}`;
}
