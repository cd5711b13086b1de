import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'

/** One text of the product's source, and what is to stand there instead. It must stand there exactly once. */
export interface Change {
  /** The path from the root. */
  readonly file: string
  readonly from: string
  readonly to: string
}

type Serve = typeof import('../src/serve.ts').serve

/**
 * A second copy of the product in this process, faulty where it was changed and the same everywhere else: nothing in the
 * product knows of faults. Throws when the source no longer holds what is to be changed, because then nothing was sown.
 */
export async function sown(changes: readonly Change[]): Promise<Serve> {
  const { serve } = await import(sow(changes)('src/serve.ts'))
  return serve
}

/** The same for any of its modules: answers where in the copy each is to be imported from, by its path from the root. */
export function sow(changes: readonly Change[]): (path: string) => string {
  const copy = String(++copies)
  for (const { file, from } of changes) {
    const path = fileURLToPath(new URL(file, ROOT))
    const found = existsSync(path) ? readFileSync(path, 'utf8').split(from).length - 1 : 0
    if (found !== 1) throw new Error(`${file} holds ${found} times what a sown fault changes: ${from}`)
  }
  sowing.set(copy, changes)
  return path => `${new URL(path, ROOT).href}?${SOWN}=${copy}`
}

const ROOT = new URL('../', import.meta.url)
const SOURCE = new URL('src/', ROOT).href
const SOWN = 'sown'

let copies = 0
const sowing = new Map<string, readonly Change[]>()

/** What a sown module imports of ours is sown too: the copy is of the whole product. */
registerHooks({
  resolve(name, context, nextResolve) {
    const resolved = nextResolve(name, context)
    const copy = copyOf(context.parentURL)
    if (copy === undefined || !resolved.url.startsWith(SOURCE)) return resolved
    return { ...resolved, url: `${withoutQuery(resolved.url)}?${SOWN}=${copy}` }
  },
  load(url, context, nextLoad) {
    const copy = copyOf(url)
    if (copy === undefined) return nextLoad(url, context)
    const path = fileURLToPath(withoutQuery(url))
    const changes = (sowing.get(copy) ?? []).filter(({ file }) => new URL(file, ROOT).href === withoutQuery(url))
    return { format: 'module', source: changes.length === 0 ? asItIs(path) : faulty(path, changes), shortCircuit: true }
  },
})

/** What most of every copy consists of is made ready once. */
const ready = new Map<string, string>()

function asItIs(path: string): string {
  const code = ready.get(path) ?? faulty(path, [])
  ready.set(path, code)
  return code
}

function faulty(path: string, changes: readonly Change[]): string {
  let text = readFileSync(path, 'utf8')
  for (const { from, to } of changes) text = text.replace(from, () => to)
  const { code, errors } = transformSync(path, text, { jsx: { runtime: 'automatic', importSource: 'preact' } })
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`)
  return code
}

function copyOf(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : (new URL(url).searchParams.get(SOWN) ?? undefined)
}

function withoutQuery(url: string): string {
  return url.replace(/\?.*$/, '')
}
