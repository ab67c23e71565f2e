import { startGitHub } from "./github/github-sandbox.ts";
import { startOpenAI } from "./openai/openai-sandbox.ts";

/** Where the output goes, and the PATH where git is found. */
export type ServeOptions = { print: (line: string) => void; path: string };

/** Starts an OpenAI with one organisation and a GitHub with one repository, and prints their addresses and keys. */
export async function serve({ print, path }: ServeOptions): Promise<void> {
  const [openai, github] = await Promise.all([startOpenAI(), startGitHub({ path })]);
  const organization = openai.organization("acme");
  const owner = organization.user("Ada");
  const web = organization.project("Web shop");
  const admin = organization.adminKey(owner, { name: "key guard" });
  const account = organization.accountKey(web, "checkout-bot", { name: "checkout" });
  const person = organization.userKey(web, owner, { name: "laptop" });
  const repository = await github.repository("acme/shop");
  print(`OpenAI   ${openai.baseURL}   (use with --openai-base-url)`);
  print(`GitHub   ${github.apiUrl}   git: ${repository.gitUrl}   token: ${github.token({ repo: "acme/shop" })}`);
  print("These keys work here, and nowhere else:");
  print(`  admin            ${admin.text}`);
  print(`  service account  ${account.text}`);
  print(`  person           ${person.text}`);
  print("Stop with Ctrl-C.");
}
