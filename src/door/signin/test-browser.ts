/** What a page answered, after every redirect. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** Where the browser ended, path and query; the whole address when that is another site's. */
  readonly at: string
  /** Every address on the way. */
  readonly way: readonly string[]
}

/** A browser with cookies: it follows redirects, and says where its requests come from as browsers do. */
export interface TestBrowser {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Answer>
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>
  /** One request, no redirect followed. */
  send(address: string, init?: RequestInit): Promise<Response>
}

const REDIRECTS_MAX = 12

/** `here` is where the product listens, `origin` the address that it believes it is known by. */
export function browserOn({ origin, here }: { readonly origin: string; readonly here: string }): TestBrowser {
  const cookies = new Map<string, string>()

  async function send(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, origin)
    const held = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string>), ...(held === '' ? {} : { cookie: held }) }
    const reached = url.origin === origin ? here + url.pathname + url.search : url.href
    const response = await fetch(reached, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }

  async function follow(address: string, init: RequestInit = {}): Promise<Answer> {
    const way = [new URL(address, origin).href]
    let response = await send(address, init)
    while (response.headers.has('location') && way.length < REDIRECTS_MAX) {
      const next = new URL(response.headers.get('location') ?? '', way.at(-1))
      way.push(next.href)
      if (next.hostname.endsWith('.example')) return { status: response.status, text: '', at: next.href, way }
      response = await send(next.href)
    }
    const at = way.at(-1)?.replace(origin, '') ?? ''
    return { status: response.status, text: await response.text(), at, way }
  }

  return {
    cookies,
    send,
    get: path => follow(path),
    post: (path, fields = {}, headers = {}) =>
      follow(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          origin,
          ...headers,
        },
      }),
  }
}
