import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { transformSync } from 'oxc-transform'
import type { Routes } from '#door/route/routes.ts'

const require = createRequire(import.meta.url)
const YEAR_SECONDS = 365 * 24 * 60 * 60

interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
}

const style = asset('style', 'css', 'text/css', `${nhsukStyle()}\n${ours('style.css')}`)
const booklet = asset('booklet', 'css', 'text/css', ours('booklet/booklet.css'))
const nhsuk = asset(
  'nhsuk',
  'js',
  'text/javascript',
  readFileSync(require.resolve('nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.js'), 'utf8'),
)
const script = asset(
  'cydofal',
  'js',
  'text/javascript',
  island('islands/main.ts').replace('nhsuk-frontend', nhsuk.path),
)
const recorder = asset('recorder', 'js', 'text/javascript', island('islands/voice-recorder.ts'))
const smaller = asset('smaller', 'js', 'text/javascript', island('islands/smaller-picture.ts'))
const icon = asset('icon', 'svg', 'image/svg+xml', ours('icon.svg'))

/** Where the pages find the style sheets, the script and the icon. Each name holds a hash: what is kept is never stale. */
export const ASSETS = {
  style: style.path,
  booklet: booklet.path,
  script: script.path,
  recorder: recorder.path,
  smaller: smaller.path,
  icon: icon.path,
} as const

/** Serves them, to be kept for a year. */
export function serveAssets(routes: Routes): void {
  for (const { path, type, body } of [style, booklet, nhsuk, script, recorder, smaller, icon]) {
    routes.get(path, { for: 'anybody', does: 'nothing' }, async (_, reply) =>
      reply.type(type).header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`).send(body),
    )
  }
}

function asset(name: string, ending: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${hash}.${ending}`, type: `${type}; charset=utf-8`, body }
}

/** nhsuk-frontend's style without its typeface, which is licensed to the NHS website alone and fetched from it. */
function nhsukStyle(): string {
  const css = readFileSync(require.resolve('nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css'), 'utf8')
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('Frutiger W01,', '')
    .replace(/\/\*# sourceMappingURL.*\*\//, '')
}

function island(name: string): string {
  const { code, errors } = transformSync(name, ours(name))
  if (errors.length > 0) throw new SyntaxError(`${name}: ${errors[0]?.message}`)
  return code
}

function ours(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
