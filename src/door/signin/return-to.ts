const LENGTH_MAX = 2048

/**
 * The page of ours that a text names, or the front page: never an address of somebody else's. A path starts with one
 * slash, not with two and not with slash and backslash, which browsers read as another host, and holds no control
 * character, which they drop before reading. What comes out is as a browser would write it, and keeps the same rule.
 */
export function ownPath(text: string | undefined): string {
  if (text === undefined || text.length > LENGTH_MAX || !isOwnPath(text)) return '/'
  const { pathname, search, hash } = new URL(text, 'http://ours.invalid')
  const path = pathname + search + hash
  return isOwnPath(path) ? path : '/'
}

/** The page of ours that a whole address names, as in a Referer header, or the front page. */
export function ownPathOf(address: string | undefined, origin: string): string {
  if (address === undefined || !URL.canParse(address)) return '/'
  const url = new URL(address)
  return url.origin === origin ? ownPath(url.pathname + url.search) : '/'
}

function isOwnPath(text: string): boolean {
  return /^\/(?![/\\])\P{Cc}*$/u.test(text)
}
