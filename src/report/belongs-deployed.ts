import { type FileRule, REFERENCE, readInstead } from "./advice/file-rules.ts";
import { line } from "./line.ts";

/** Files that say how something is built into images and put on servers. */
export const DEPLOYED: readonly FileRule[] = [
  {
    of: /(?:^|\/)(?:docker|container)file(?:\.[^/]*)?$|\.dockerfile$/,
    keep: line`in the environment the container is started with`,
    remove: (path) => line`Take it out of ${path}, and delete images built from it: their layers keep it.`,
  },
  {
    of: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
    keep: line`in a ${".env"} beside it that git does not track, or in a secret of Compose`,
    remove: (path) => line`In ${path}, write ${REFERENCE} instead.`,
  },
  {
    of: /\.(?:tf|tfvars|hcl)(?:\.json)?$/,
    keep: line`in a secret store, or a variable with ${"sensitive = true"}`,
    remove: (path) => line`Take it out of ${path}; the state file may hold it too.`,
  },
  {
    of: /\.tfstate(?:\.backup)?$/,
    keep: line`in a secret store`,
    remove: (path) => line`Take ${path} out of git, and keep state in an encrypted backend.`,
  },
  {
    of: /(?:^|\/)pulumi\.[^/]+\.ya?ml$/,
    keep: line`in a secret store, or set with ${"pulumi config set --secret"}`,
    remove: (path) => line`Take it out of ${path}.`,
  },
  {
    of: /(?:^|\/)(?:group_vars|host_vars)\//,
    keep: line`in a secret store, or encrypted with ${"ansible-vault"}`,
    remove: (path) => line`Take it out of ${path}.`,
  },
  {
    of: /(?:^|\/)values(?:[._-][^/]*)?\.ya?ml$|(?:^|\/)(?:helm|charts?)\/.+\.ya?ml$/,
    keep: line`in a Kubernetes Secret that is made outside of the chart`,
    remove: (path) => line`In ${path}, give the name of that Secret instead of the key.`,
  },
  {
    of: /(?:^|\/)(?:k8s|kubernetes|kube|kustomize|manifests|overlays)\/.+\.(?:ya?ml|json)$|(?:^|[/._-])(?:deployment|statefulset|daemonset|cronjob|configmap|secret)\.ya?ml$/,
    keep: line`in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all`,
    remove: (path) => line`Take it out of ${path}: base64, as Secrets have it, hides nothing.`,
  },
  {
    of: /(?:^|\/)secrets[^/]*\.(?:ya?ml|json|toml|ini|properties)$/,
    keep: line`in a secret store, or encrypted with SOPS`,
    remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`,
  },
  {
    of: /(?:^|\/)serverless\.ya?ml$/,
    keep: line`in a secret store`,
    remove: readInstead(REFERENCE.replace("{", "{env:")),
  },
];
