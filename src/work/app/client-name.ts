/** Whether an app can be so named by its tokens: what it is asked for by may be anything that somebody sends. */
export function isClientName(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,62}$/.test(text)
}
