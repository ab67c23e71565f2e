/** What replaces a second comment of the same job that cannot be deleted; `url` leads to the one that is kept. */
export function describeDuplicate(url: string): string {
  return `Two runs commented at the same moment. [The other comment](${url}) is the one that is kept up to date.`;
}
