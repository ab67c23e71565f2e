import { type FileRule, REFERENCE, VARIABLE } from "./advice/file-rules.ts";
import { line } from "./line.ts";

/** Files of settings: those of one machine alone, which git need not have, and those that an application comes with. */
export const LOCAL: readonly FileRule[] = [
  {
    of: /(?:^|\/)[^/]*env[^/]*[._-](?:example|sample|template|dist|tmpl|tpl)\b[^/]*$|(?:^|\/)(?:example|sample|template)[._-][^/]*env[^/]*$/,
    keep: line`in an untracked ${".env"} or a secret store`,
    remove: (path) => line`Leave its value empty in ${path}.`,
  },
  {
    of: /(?:^|\/)\.(?:env|envrc|flaskenv|dev\.vars|renviron)(?:\.[^/]*)?$|\.env$/,
    keep: line`in a secret store, or in a ${".env"} that git does not track`,
    remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`,
  },
  {
    of: /(?:^|\/)\.streamlit\/secrets\.toml$/,
    keep: line`in the secrets of the Streamlit app`,
    remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`,
  },
  {
    of: /(?:^|\/)(?:local\.settings\.json|local\.properties)$/,
    keep: line`in a secret store`,
    remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`,
  },
  {
    of: /(?:^|\/)(?:application|bootstrap)(?:-[^/]*)?\.(?:properties|ya?ml)$/,
    remove: (path) => line`In ${path}, write ${REFERENCE} instead: Spring fills it in from the environment.`,
  },
  {
    of: /(?:^|\/)(?:appsettings[^/]*\.json|(?:web|app)\.config)$/,
    keep: line`in ${"dotnet user-secrets"} on your machine, and in an environment variable elsewhere`,
    remove: (path) => line`Take it out of ${path}: .NET adds what the environment and user-secrets have.`,
  },
  {
    of: /\.(?:http|rest)$|postman_(?:collection|environment)\.json$/,
    keep: line`in an environment of the client that git does not have`,
    remove: (path) => line`In ${path}, write ${`{{${VARIABLE}}}`} instead.`,
  },
];
