/** `host:port` for MLLP, or `mllps://host:port` for MLLP inside TLS; for HTTPS a URL that begins with https and holds no name or password. */
export function isAddress(carrier: 'mllp' | 'https', address: string): boolean {
  if (carrier === 'mllp') {
    const [, port] = /^(?:mllps:\/\/)?[a-z0-9.-]{1,253}:([1-9]\d{0,4})$/i.exec(address) ?? []
    return port !== undefined && Number(port) < 65_536
  }
  const url = URL.parse(address)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === ''
}

/** Whether an endpoint is the address that was let in, or below it, with nothing else in it than a path and a query. */
export function isUnder(endpoint: string, address: string): boolean {
  const [asked, letIn] = [URL.parse(endpoint), URL.parse(address)]
  if (asked === null || letIn === null || asked.origin !== letIn.origin) return false
  if (asked.username !== '' || asked.password !== '' || asked.hash !== '') return false
  const folder = letIn.pathname.endsWith('/') ? letIn.pathname : `${letIn.pathname}/`
  return asked.pathname === letIn.pathname || asked.pathname.startsWith(folder)
}
