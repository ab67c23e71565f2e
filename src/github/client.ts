/** How to reach GitHub: the REST API's address (GitHub Enterprise Server has its own) and the job's token. */
export type GitHubAccess = { apiUrl: string; token: string };

/** In seconds. Longer waits are not worth a runner's time: the comment is given up, with a warning. */
const MAX_WAIT_SECONDS = 60;

/** Creates an octokit that retries what failed and slows down when GitHub asks for it. Loads it when first needed. */
export async function createOctokit({ apiUrl, token }: GitHubAccess) {
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import("@actions/github"),
    import("@octokit/plugin-retry"),
    import("@octokit/plugin-throttling"),
  ]);
  const onLimit = (wait: number, _options: unknown, _octokit: unknown, tries: number) =>
    wait <= MAX_WAIT_SECONDS && tries < 2;
  return getOctokit(
    token,
    {
      baseUrl: apiUrl,
      log: { debug: discard, info: discard, warn: discard, error: discard },
      retry: { retries: 2 },
      // GitHub limits each token by itself; without an id, all clients of a process wait for each other.
      throttle: { id: `${apiUrl} ${token}`, onRateLimit: onLimit, onSecondaryRateLimit: onLimit },
    },
    retry,
    throttling,
  );
}

export type Octokit = Awaited<ReturnType<typeof createOctokit>>;

/** The plugins log requests with their bodies, which do not belong in a public log. */
function discard(): void {}
