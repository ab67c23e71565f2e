/** What `--help` prints. The names and defaults are those of the settings. */
export const help = (version: string): string => `openai-key-guard ${version}
Finds OpenAI API keys in what a change brings, says whose they are and whether they work, and revokes them when asked.

  openai-key-guard scan [RANGE]     commits, as main..HEAD; without a range those that HEAD has and its upstream has not
      --staged                      what is staged for the next commit instead
      --history [--unreachable]     all commits of all branches and tags; with --unreachable what none leads to, too
      --files [GLOB …]              files on disk instead; --skip-ignored leaves out what .gitignore hides
      --stdin [--stdin-name PATH]   one stream instead
  openai-key-guard demo             the whole story on a real repository, with an embedded OpenAI and GitHub
  openai-key-guard sandbox          the embedded OpenAI and GitHub, to point other things at

  --repo DIR             the repository; the current folder
  --paths GLOB           look only at these paths; may be repeated, as --exclude
  --exclude GLOB         leave these paths out
  --on-leak WORD         report (default) or revoke
  --dry-run              decide and say what would be done; touch nothing
  --try-keys WORD        own (default), all or none: which found keys may be tried with one read-only request
  --protect ID           never revoke this key, project or owner (id or name); may be repeated
  --max-contained N      more keys than this: revoke none (3)
  --fail-on WORD         leak (default), active or never
  --detail WORD          full or minimal; on a terminal full, elsewhere minimal
  --openai-base-url URL  https://api.openai.com/v1
  --format WORD          text (default), json or markdown
  --output FILE          write there instead of to the standard output
  --color WORD           auto (default), always or never
  --quiet                say nothing when the change is clean
  --verbose              say as well what looked like a key and is none
  --version, --help

The Admin API key is read from OPENAI_ADMIN_KEY alone; without it keys are found and reported, not identified.
Exit codes: 0 clean, or nothing that --fail-on names · 1 leaked · 2 could not tell, or used wrongly.
`;
