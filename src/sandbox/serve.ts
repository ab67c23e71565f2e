import { startGitHub } from "./github/github-sandbox.ts";
import { startOpenAI } from "./openai/openai-sandbox.ts";

/** Where what it says goes, and the PATH where git is. */
export type Serving = { say: (line: string) => void; path: string };

/** Starts an OpenAI with one organisation and a GitHub with one repository, says how to reach them, and stays. */
export async function serve({ say, path }: Serving): Promise<void> {
  const [openai, github] = await Promise.all([startOpenAI(), startGitHub({ path })]);
  const organization = openai.organization("acme");
  const owner = organization.user("Ada");
  const web = organization.project("Web shop");
  const admin = organization.adminKey(owner, { name: "key guard" });
  const account = organization.accountKey(web, "checkout-bot", { name: "checkout" });
  const person = organization.userKey(web, owner, { name: "laptop" });
  const repository = await github.repository("acme/shop");
  say(`OpenAI   ${openai.baseURL}   (use with --openai-base-url)`);
  say(`GitHub   ${github.apiUrl}   git: ${repository.gitUrl}   token: ${github.token({ repo: "acme/shop" })}`);
  say("These keys work here, and nowhere else:");
  say(`  admin            ${admin.text}`);
  say(`  service account  ${account.text}`);
  say(`  person           ${person.text}`);
  say("Stop with Ctrl-C.");
}
