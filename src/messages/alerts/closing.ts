/** How an alert was closed, or why not; `name` is as acme/shop#3. */
export const CLOSING = {
  resolved: (name: string) => `Closed the alert ${name} as revoked.`,
  already: (name: string) => `The alert ${name} was closed meanwhile. It stays as it is.`,
  forbidden: (name: string) =>
    `The alert ${name} stays open: the token may not close it. It needs Secret scanning alerts: write. Where your organisation has alerts reviewed before they are closed, a reviewer closes it.`,
  failed: (name: string, status: number | null) =>
    `The alert ${name} stays open: GitHub answered ${status ?? "nothing"}. Close it as revoked by hand, or run this again.`,
} as const;
