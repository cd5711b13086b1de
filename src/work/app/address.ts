const LENGTH_MAX = 500
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether people may be led to an address of an app: https, or an address on their own machine, where no network is between. */
export function isWebAddress(text: string): boolean {
  const url = text.length > LENGTH_MAX ? null : URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || text.includes('#')) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
}

/** Whether an answer may be led back to an address: the same, or a scheme of the app's own, with a dot in it (RFC 8252, 7.1). */
export function isRedirectAddress(text: string): boolean {
  if (isWebAddress(text)) return true
  return text.length <= LENGTH_MAX && /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+:\/[^#\s]*$/.test(text)
}
