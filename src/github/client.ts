/** How to reach GitHub: the REST API's address (GitHub Enterprise Server has its own) and the job's token. */
export type GitHubAccess = { apiUrl: string; token: string };

/** Longer waits than this, in seconds, are not worth a runner's time: the comment is given up, and said to be. */
const LONGEST_WAIT = 60;

/** octokit with the plugins that repeat what failed and slow down when GitHub asks for it; loaded when first needed. */
export async function createOctokit({ apiUrl, token }: GitHubAccess) {
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import("@actions/github"),
    import("@octokit/plugin-retry"),
    import("@octokit/plugin-throttling"),
  ]);
  const onLimit = (wait: number, _options: unknown, _octokit: unknown, tries: number) =>
    wait <= LONGEST_WAIT && tries < 2;
  return getOctokit(
    token,
    {
      baseUrl: apiUrl,
      log: { debug: silent, info: silent, warn: silent, error: silent },
      retry: { retries: 2 },
      throttle: { onRateLimit: onLimit, onSecondaryRateLimit: onLimit },
    },
    retry,
    throttling,
  );
}

export type Octokit = Awaited<ReturnType<typeof createOctokit>>;

/** The plugins log requests, with what was sent; nothing of that belongs in a public log. */
function silent(): void {}
