// `name`, `flag` and `other` are what the reader calls settings, and `value` is quoted.

/** A rotation without an Admin API key. `adminKey` is what the reader calls it. */
export function describeRotationWithoutKey(adminKey: string): string {
  return `A rotation creates keys, which needs an Admin API key of your organisation. Set ${adminKey}.`;
}

/** Neither a key nor those that are due. `due` is what the reader calls it. */
export function describeNothingToRotate(due: string): string {
  return `Nothing says what to rotate. Name a key or its service account, by id or name, or use ${due} for every key of the keys file that is old enough.`;
}

/** A key beside those that are due. */
export function describeKeyBesideDue(due: string): string {
  return `${due} takes every key of the keys file that is old enough. Leave out the key that you named, or ${due}.`;
}

/** A setting that the keys file has for each key. */
export function describeSettingBesideDue(name: string, due: string): string {
  return `${name} would count for every key, and the keys file says it for each. Leave ${name} out, or rotate one key without ${due}.`;
}

/** Going on without what to go on with. */
export function describeResumeWithoutFile(resume: string, auditFile: string): string {
  return `${resume} goes on with a rotation by its audit file. Name the file of that run: ${auditFile}.`;
}

/** More rights, and nothing that asks for any. */
export function describeUselessWiden(widen: string, scopes: string): string {
  return `${widen} does nothing without ${scopes}: the new key gets the rights of the old one.`;
}

/** A text of a key where its name belongs. */
export function describeKeyAsName(name: string): string {
  return `${name} is the text of a key, which has leaked now. Revoke it, and name keys by their id, such as key_abc, or by their service account.`;
}

/** An empty name of a key. */
export function describeEmptyKeyName(name: string): string {
  return `${name} is empty. Name a key or its service account, by id or name.`;
}

/** A time that is longer than OpenAI allows. */
export function describeWrongOverlap(name: string, value: string): string {
  return `${name} is ${value}. It must be a time of up to 365 days, such as 24h, or 0 to revoke the old key at once.`;
}

/** A place that the keys file has for a key, and that was not named. */
export function describeLeftOutPlace(to: string, value: string): string {
  return `${to} leaves out ${value}, where this key lives by the keys file. It would keep a key that ends. Name it too, or correct the keys file.`;
}

/** There is no keys file. `where` names the file and its branch. */
export function describeMissingKeysFile(name: string, where: string): string {
  return `${name} needs the keys file, and there is no ${where}. Commit it there, or correct the path.`;
}

/** A keys file that cannot be read. `code` is the system's. */
export function describeUnreadableKeysFile(file: string, code: string): string {
  return `The keys file ${file} cannot be read (${code}). Put an ordinary file there, or correct the path.`;
}

/** Nobody knows which branch is the default one. */
export function describeUnknownDefaultBranch(file: string): string {
  return `The keys file ${file} counts as the default branch has it, and this clone does not say which branch that is. Run "git remote set-head origin --auto".`;
}

/** What stands in the file's place is no file: `what` ends the sentence, as "is a symbolic link". */
export function describeUnfitKeysFile(file: string, what: string): string {
  return `The keys file ${file} ${what}. Put an ordinary file there.`;
}

/** The clone lacks the file's contents. */
export function describeUnfetchedKeysFile(file: string): string {
  return `The keys file ${file} is not in this clone. Fetch that branch.`;
}

/** GitHub did not give the keys file. `file` is quoted, and `why` is a clause. */
export function describeUnreadKeysFile(file: string, why: string): string {
  return `The keys file ${file} could not be read from the default branch: ${why}. Without it no key is rotated.`;
}

/** The default branch has no file where the workflow says that it is. `file` is quoted. */
export function describeNoKeysFile(file: string): string {
  return `keys-file names ${file}, and the default branch has no such file. Commit it there, or correct the name.`;
}
