import { type Line, line } from "../line.ts";
import { FEDERATION } from "./federation/federation.ts";

/** What to do about a key in files of one kind, which `pattern` finds by their path in lower case. */
export type FileRule = {
  pattern: RegExp;
  /** Goes on from "Keep it": where a key belongs instead. */
  keep?: Line;
  remove: (path: string) => Line;
  /** A way to do without any key. */
  instead?: Line;
};

/** The variable that OpenAI's libraries read by themselves. */
export const VARIABLE = "OPENAI_API_KEY";

/** The same as a reference that shells and many formats fill in. */
const REFERENCE = `\${${VARIABLE}}`;

/** The same as GitHub Actions writes a secret. */
const SECRET = `\${{ secrets.${VARIABLE} }}`;

/** "In src/app.py, read os.environ[…] instead." */
export const readInstead = (expression: string) => (path: string) => line`In ${path}, read ${expression} instead.`;

const writeInstead = (text: string) => (path: string) => line`In ${path}, write ${text} instead.`;
const takeOut = (path: string) => line`Take the key out of ${path}.`;
const untrack = (path: string) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`;

/** Settings of one machine, which git need not have, and settings that ship with an application. */
export const LOCAL_FILES: readonly FileRule[] = [
  {
    pattern:
      /(?:^|\/)[^/]*env[^/]*[._-](?:example|sample|template|dist|tmpl|tpl)\b[^/]*$|(?:^|\/)(?:example|sample|template)[._-][^/]*env[^/]*$/,
    keep: line`in an untracked ${".env"} or a secret store`,
    remove: (path) => line`Leave its value empty in ${path}.`,
  },
  {
    pattern: /(?:^|\/)\.(?:env|envrc|flaskenv|dev\.vars|renviron)(?:\.[^/]*)?$|\.env$/,
    keep: line`in a secret store, or in a ${".env"} that git does not track`,
    remove: untrack,
  },
  {
    pattern: /(?:^|\/)\.streamlit\/secrets\.toml$/,
    keep: line`in the secrets of the Streamlit app`,
    remove: untrack,
  },
  {
    pattern: /(?:^|\/)(?:local\.settings\.json|local\.properties)$/,
    keep: line`in a secret store`,
    remove: untrack,
  },
  {
    pattern: /(?:^|\/)(?:application|bootstrap)(?:-[^/]*)?\.(?:properties|ya?ml)$/,
    remove: (path) => line`In ${path}, write ${REFERENCE} instead: Spring fills it in from the environment.`,
  },
  {
    pattern: /(?:^|\/)(?:appsettings[^/]*\.json|(?:web|app)\.config)$/,
    keep: line`in ${"dotnet user-secrets"} on your machine, and in an environment variable elsewhere`,
    remove: (path) => line`Take the key out of ${path}: .NET adds what the environment and user-secrets have.`,
  },
  {
    pattern: /\.(?:http|rest)$|postman_(?:collection|environment)\.json$/,
    keep: line`in an environment of the client that git does not have`,
    remove: writeInstead(`{{${VARIABLE}}}`),
  },
];

/** Files that tell a build service what to do. */
export const CI_FILES: readonly FileRule[] = [
  {
    pattern: /(?:^|\/)action\.ya?ml$/,
    keep: line`in a secret of the repository`,
    remove: (path) => line`In ${path}, take it from an input, which the workflow fills with ${SECRET}.`,
    instead: FEDERATION,
  },
  {
    pattern: /(?:^|\/)\.github\/.+\.ya?ml$/,
    keep: line`in a secret of the repository`,
    remove: readInstead(SECRET),
    instead: FEDERATION,
  },
  {
    pattern: /(?:^|\/)[^/]*\.?gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/.+\.ya?ml$/,
    keep: line`in a CI/CD variable of the project, masked and protected`,
    remove: readInstead(`$${VARIABLE}`),
  },
  {
    pattern: /(?:^|\/)\.circleci\/.+\.ya?ml$/,
    keep: line`in a context, or an environment variable of the CircleCI project`,
    remove: readInstead(REFERENCE),
  },
  {
    pattern: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
    keep: line`in a secret variable of the pipeline`,
    remove: readInstead(`$(${VARIABLE})`),
  },
  {
    pattern: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
    keep: line`in a secured variable of the repository`,
    remove: readInstead(`$${VARIABLE}`),
  },
  {
    pattern: /(?:^|\/)jenkinsfile(?:\.[^/]*)?$/,
    keep: line`in the credentials of Jenkins`,
    remove: (path) => line`In ${path}, bind it with ${"withCredentials"} instead.`,
  },
  {
    pattern:
      /(?:^|\/)(?:\.travis|\.drone|\.woodpecker|\.?appveyor|cloudbuild|buildspec)\.ya?ml$|(?:^|\/)\.(?:buildkite|woodpecker)\/.+\.ya?ml$/,
    keep: line`in a secret variable of the build service`,
    remove: (path) => line`Take the key out of ${path}, and let the build service set ${VARIABLE}.`,
  },
];

/** Files that say how something is built into images and put on servers. */
export const DEPLOYMENT_FILES: readonly FileRule[] = [
  {
    pattern: /(?:^|\/)(?:docker|container)file(?:\.[^/]*)?$|\.dockerfile$/,
    keep: line`in the environment the container is started with`,
    remove: (path) => line`Take the key out of ${path}, and delete images built from it: their layers keep it.`,
  },
  {
    pattern: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
    keep: line`in a ${".env"} beside it that git does not track, or in a secret of Compose`,
    remove: writeInstead(REFERENCE),
  },
  {
    pattern: /\.(?:tf|tfvars|hcl)(?:\.json)?$/,
    keep: line`in a secret store, or a variable with ${"sensitive = true"}`,
    remove: (path) => line`Take the key out of ${path}; the state file may hold it too.`,
  },
  {
    pattern: /\.tfstate(?:\.backup)?$/,
    keep: line`in a secret store`,
    remove: (path) => line`Take ${path} out of git, and keep state in an encrypted backend.`,
  },
  {
    pattern: /(?:^|\/)pulumi\.[^/]+\.ya?ml$/,
    keep: line`in a secret store, or set with ${"pulumi config set --secret"}`,
    remove: takeOut,
  },
  {
    pattern: /(?:^|\/)(?:group_vars|host_vars)\//,
    keep: line`in a secret store, or encrypted with ${"ansible-vault"}`,
    remove: takeOut,
  },
  {
    pattern: /(?:^|\/)values(?:[._-][^/]*)?\.ya?ml$|(?:^|\/)(?:helm|charts?)\/.+\.ya?ml$/,
    keep: line`in a Kubernetes Secret that is made outside of the chart`,
    remove: (path) => line`In ${path}, give the name of that Secret instead of the key.`,
  },
  {
    pattern:
      /(?:^|\/)(?:k8s|kubernetes|kube|kustomize|manifests|overlays)\/.+\.(?:ya?ml|json)$|(?:^|[/._-])(?:deployment|statefulset|daemonset|cronjob|configmap|secret)\.ya?ml$/,
    keep: line`in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all`,
    remove: (path) => line`Take the key out of ${path}: base64, as Secrets have it, hides nothing.`,
  },
  {
    pattern: /(?:^|\/)secrets[^/]*\.(?:ya?ml|json|toml|ini|properties)$/,
    keep: line`in a secret store, or encrypted with SOPS`,
    remove: untrack,
  },
  {
    pattern: /(?:^|\/)serverless\.ya?ml$/,
    keep: line`in a secret store`,
    remove: readInstead(`\${env:${VARIABLE}}`),
  },
];

const NODE = ["process", "env", VARIABLE].join(".");

/** Files that reach other people's machines, as they are or as a part of an app: no secret can be kept in them. */
export const SHIPPED_FILES: readonly FileRule[] = [
  {
    pattern:
      /\.(?:swift|mm|xcconfig|plist|storyboard|dart)$|(?:^|\/)(?:androidmanifest\.xml|google-services\.json)$|(?:^|\/)res\/values[^/]*\/[^/]+\.xml$|(?:^|\/)(?:android[^/]*|composeapp|[^/]*android(?:app|main))\/.+\.(?:kts?|java|gradle|properties|xml)$/,
    keep: line`on a server of yours that the app asks, and never in the app`,
    remove: (path) =>
      line`Take the key out of ${path}, and let a server of yours ask OpenAI: whoever has an app can read its keys.`,
  },
  {
    pattern: /(?:^|\/)app\/src\/.+\.(?:kt|java)$/,
    remove: (path) =>
      line`In ${path}, read ${`System.getenv("${VARIABLE}")`} instead; in a mobile app, let a server of yours ask OpenAI.`,
  },
  {
    pattern:
      /\.(?:html?|vue|svelte)$|\.user\.js$|(?:^|\/)(?:public|static|www|wwwroot|browser|frontend|webapp)\/(?:.+\/)?[^/]+\.[cm]?[jt]sx?$|(?:^|\/)environments\/environment[^/]*\.ts$/,
    keep: line`on a server of yours that the page asks, and never in the page`,
    remove: (path) =>
      line`Take the key out of ${path}, and let a server of yours ask OpenAI: what a browser gets is public.`,
  },
  {
    pattern: /\.(?:[jt]sx|astro)$|(?:^|\/)client\/(?:.+\/)?[^/]+\.[cm]?[jt]s$/,
    remove: (path) => line`In ${path}, read ${NODE} instead, and on a server alone: what a browser gets is public.`,
  },
];

/** Files that programs write and a key is left in; and documents. */
export const WRITTEN_FILES: readonly FileRule[] = [
  {
    pattern: /\.ipynb$/,
    remove: (path) =>
      line`Take the key out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`,
  },
  {
    pattern: /(?:^|\/)[^/]*(?:cassettes?|recordings?|__recordings__)\/|\.har$/,
    remove: (path) => line`Record ${path} anew, with the ${"Authorization"} header left out.`,
  },
  { pattern: /\.log(?:\.\d+)?$|(?:^|\/)\.[a-z]+_history$/, remove: untrack },
  {
    pattern: /\.(?:patch|diff|orig|rej|bak|swp)$|~$/,
    remove: (path) => line`Take ${path} out of git: it keeps lines that the file itself may have lost.`,
  },
  {
    pattern:
      /\.(?:map|pyc|class|jar|war|o|a|so|dll|exe|wasm|apk|aab|ipa)$|[.-](?:min|bundle)\.js$|(?:^|\/)(?:dist|\.next|node_modules|__pycache__)\//,
    remove: (path) => line`Take it out of what ${path} is built from, and build that anew.`,
  },
  {
    pattern: /\.(?:md|mdx|markdown|rst|adoc)$/,
    remove: (path) => line`In ${path}, write a placeholder instead, such as ${`YOUR_${VARIABLE}`}.`,
  },
];
