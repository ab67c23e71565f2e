import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFileAdvice } from "../../../src/report/advice/file-advice.ts";
import { formatPlain } from "../../../src/report/line.ts";
import { hostile, RUNS } from "../arbitrary.ts";

const NODE = ["process", "env", "OPENAI_API_KEY"].join(".");
const said = (path: string) => {
  const { keep, remove } = findFileAdvice(path);
  return { keep: formatPlain(keep), remove: formatPlain(remove) };
};

describe("where a key belongs that stood in", () => {
  test.each([
    [".env.example", "in an untracked .env or a secret store"],
    ["config/env.template", "in an untracked .env or a secret store"],
    [".env", "in a secret store, or in a .env that git does not track"],
    ["web/.env.production", "in a secret store, or in a .env that git does not track"],
    [".envrc", "in a secret store, or in a .env that git does not track"],
    [".streamlit/secrets.toml", "in the secrets of the Streamlit app"],
    ["api/local.settings.json", "in a secret store"],
    ["src/main/resources/application-prod.yml", "in an environment variable such as OPENAI_API_KEY"],
    [
      "Api/appsettings.Development.json",
      'in "dotnet user-secrets" on your machine, and in an environment variable elsewhere',
    ],
    ["api.postman_environment.json", "in an environment of the client that git does not have"],
    [".github/workflows/ci.yml", "in a secret of the repository"],
    ["action.yml", "in a secret of the repository"],
    [".gitlab-ci.yml", "in a CI/CD variable of the project, masked and protected"],
    [".circleci/config.yml", "in a context, or an environment variable of the CircleCI project"],
    ["azure-pipelines.yml", "in a secret variable of the pipeline"],
    ["bitbucket-pipelines.yml", "in a secured variable of the repository"],
    ["Jenkinsfile", "in the credentials of Jenkins"],
    [".travis.yml", "in a secret variable of the build service"],
    ["Dockerfile", "in the environment the container is started with"],
    ["docker-compose.prod.yml", "in a .env beside it that git does not track, or in a secret of Compose"],
    ["infra/main.tf", "in a secret store, or a variable with sensitive = true"],
    ["Pulumi.prod.yaml", 'in a secret store, or set with "pulumi config set --secret"'],
    ["group_vars/all.yml", "in a secret store, or encrypted with ansible-vault"],
    ["charts/web/values.yaml", "in a Kubernetes Secret that is made outside of the chart"],
    ["k8s/openai.yaml", "in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all"],
    ["deploy/secret.yaml", "in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all"],
    ["config/secrets.yml", "in a secret store, or encrypted with SOPS"],
    ["ios/App/Keys.swift", "on a server of yours that the app asks, and never in the app"],
    ["android/app/src/main/Keys.kt", "on a server of yours that the app asks, and never in the app"],
    ["app/src/main/res/values/strings.xml", "on a server of yours that the app asks, and never in the app"],
    ["lib/main.dart", "on a server of yours that the app asks, and never in the app"],
    ["public/chat.js", "on a server of yours that the page asks, and never in the page"],
    ["src/Chat.vue", "on a server of yours that the page asks, and never in the page"],
    ["src/environments/environment.prod.ts", "on a server of yours that the page asks, and never in the page"],
    ["src/app.ts", "in an environment variable such as OPENAI_API_KEY"],
  ])("%s: %s", (path, keep) => {
    expect(said(path).keep).toBe(keep);
  });
});

describe("how it is taken out of", () => {
  test.each([
    [".env.example", "Leave its value empty in .env.example."],
    [".env", 'Take .env out of git ("git rm --cached") and list it in .gitignore.'],
    [
      "application.properties",
      "In application.properties, write ${OPENAI_API_KEY} instead: Spring fills it in from the environment.",
    ], // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what stands there.
    [".github/workflows/ci.yml", "In .github/workflows/ci.yml, read ${{ secrets.OPENAI_API_KEY }} instead."],
    [
      "a/action.yaml",
      "In a/action.yaml, take it from an input, which the workflow fills with ${{ secrets.OPENAI_API_KEY }}.",
    ],
    [".gitlab-ci.yml", "In .gitlab-ci.yml, read $OPENAI_API_KEY instead."],
    ["Dockerfile.dev", "Take the key out of Dockerfile.dev, and delete images built from it: their layers keep it."],
    ["compose.yaml", "In compose.yaml, write ${OPENAI_API_KEY} instead."], // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what stands there.
    ["main.tf", "Take the key out of main.tf; the state file may hold it too."],
    ["terraform.tfstate", "Take terraform.tfstate out of git, and keep state in an encrypted backend."],
    ["k8s/a.yaml", "Take the key out of k8s/a.yaml: base64, as Secrets have it, hides nothing."],
    ["serverless.yml", "In serverless.yml, read ${env:OPENAI_API_KEY} instead."], // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what stands there.
    [
      "App.swift",
      "Take the key out of App.swift, and let a server of yours ask OpenAI: whoever has an app can read its keys.",
    ],
    [
      "app/src/main/java/A.kt",
      'In app/src/main/java/A.kt, read System.getenv("OPENAI_API_KEY") instead; in a mobile app, let a server of yours ask OpenAI.',
    ],
    [
      "index.html",
      "Take the key out of index.html, and let a server of yours ask OpenAI: what a browser gets is public.",
    ],
    ["src/Chat.tsx", `In src/Chat.tsx, read ${NODE} instead, and on a server alone: what a browser gets is public.`],
    ["trial.ipynb", 'Take the key out of trial.ipynb, the outputs too, and read os.environ["OPENAI_API_KEY"] instead.'],
    ["test/cassettes/chat.yaml", "Record test/cassettes/chat.yaml anew, with the Authorization header left out."],
    ["app.log", 'Take app.log out of git ("git rm --cached") and list it in .gitignore.'],
    ["fix.patch", "Take fix.patch out of git: it keeps lines that the file itself may have lost."],
    ["dist/index.js", "Take it out of what dist/index.js is built from, and build that anew."],
    ["README.md", "In README.md, write a placeholder instead, such as YOUR_OPENAI_API_KEY."],
    ["a.http", "In a.http, write {{OPENAI_API_KEY}} instead."],
    ["config.json", "In config.json, read OPENAI_API_KEY from the environment."],
    ["src/app.ts", `In src/app.ts, read ${NODE} instead.`],
    ["app.py", 'In app.py, read os.environ["OPENAI_API_KEY"] instead.'],
    ["main.go", 'In main.go, read os.Getenv("OPENAI_API_KEY") instead.'],
    ["src/main/java/A.java", 'In src/main/java/A.java, read System.getenv("OPENAI_API_KEY") instead.'],
    ["run.sh", "In run.sh, read $OPENAI_API_KEY instead."],
    ["run.ps1", "In run.ps1, read $env:OPENAI_API_KEY instead."],
    ["notes.txt", "Take the key out of notes.txt."],
    ["LICENSE", "Take the key out of LICENSE."],
  ])("%s: %s", (path, remove) => {
    expect(said(path).remove).toBe(remove);
  });
});

test("every file whatsoever has an answer, in one sentence each and with its name", () => {
  fc.assert(
    fc.property(
      hostile,
      fc.constantFrom("", ".env", ".ts", ".yml", "/values.yaml", ".swift", ".json"),
      (name, ending) => {
        const { keep, remove } = findFileAdvice(`${name}${ending}`);
        expect(formatPlain(keep)).toMatch(/^(?:in|on) [^.]/);
        expect(formatPlain(remove)).toMatch(/^[A-Z].*\.$/s);
        expect(remove.some((piece) => "data" in piece && piece.data === `${name}${ending}`)).toBe(true);
      },
    ),
    { numRuns: RUNS * 5 },
  );
});
