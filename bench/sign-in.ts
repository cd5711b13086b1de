/** Signs in at the demo's stand-in as one of the invented region's people, as a browser would, and answers the cookies. */
export async function signInAs(url: string, subject: string): Promise<string> {
  const jar = new Map<string, string>()
  let next: string | undefined = `${url}/sign-in?as=${subject}`
  for (let steps = 0; next !== undefined && steps < 12; steps++) {
    const answer: Response = await fetch(next, { redirect: 'manual', headers: { cookie: cookieHeader(jar) } })
    for (const line of answer.headers.getSetCookie()) keep(jar, line)
    await answer.arrayBuffer()
    const location = answer.headers.get('location')
    next = location === null ? undefined : new URL(location, next).href
    if (next !== undefined && new URL(next).pathname === '/') break
  }
  if (!jar.has('__Host-cydofal')) throw new Error(`could not sign in as ${subject}`)
  return cookieHeader(jar)
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  jar.set(pair.slice(0, at), pair.slice(at + 1))
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}
