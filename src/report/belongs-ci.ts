import { type FileRule, REFERENCE, readInstead, VARIABLE } from "./advice/file-rules.ts";
import { line } from "./line.ts";

const SECRET = `\${{ secrets.${VARIABLE} }}`;

/** OpenAI's own advice for continuous integration; a provider for GitHub Actions has this issuer. */
const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${"https://token.actions.githubusercontent.com"}, permission ${"id-token: write"}).`;

/** Files that tell a continuous integration what to do. */
export const CI: readonly FileRule[] = [
  {
    of: /(?:^|\/)action\.ya?ml$/,
    keep: line`in a secret of the repository`,
    remove: (path) => line`In ${path}, take it from an input, which the workflow fills with ${SECRET}.`,
    instead: FEDERATION,
  },
  {
    of: /(?:^|\/)\.github\/.+\.ya?ml$/,
    keep: line`in a secret of the repository`,
    remove: readInstead(SECRET),
    instead: FEDERATION,
  },
  {
    of: /(?:^|\/)[^/]*\.?gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/.+\.ya?ml$/,
    keep: line`in a CI/CD variable of the project, masked and protected`,
    remove: readInstead(`$${VARIABLE}`),
  },
  {
    of: /(?:^|\/)\.circleci\/.+\.ya?ml$/,
    keep: line`in a context, or an environment variable of the CircleCI project`,
    remove: readInstead(REFERENCE),
  },
  {
    of: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
    keep: line`in a secret variable of the pipeline`,
    remove: readInstead(`$(${VARIABLE})`),
  },
  {
    of: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
    keep: line`in a secured variable of the repository`,
    remove: readInstead(`$${VARIABLE}`),
  },
  {
    of: /(?:^|\/)jenkinsfile(?:\.[^/]*)?$/,
    keep: line`in the credentials of Jenkins`,
    remove: (path) => line`In ${path}, bind it with ${"withCredentials"} instead.`,
  },
  {
    of: /(?:^|\/)(?:\.travis|\.drone|\.woodpecker|\.?appveyor|cloudbuild|buildspec)\.ya?ml$|(?:^|\/)\.(?:buildkite|woodpecker)\/.+\.ya?ml$/,
    keep: line`in a secret variable of the build service`,
    remove: (path) => line`Take it out of ${path}, and let the build service set ${VARIABLE}.`,
  },
];
