import { registerHooks } from 'node:module'

/** A fault sown on purpose: in each of these files, below `src`, the one text that is found is put in place of. */
export interface Mutant {
  /** What is wrong with it, as a sentence of the service. */
  readonly name: string
  readonly changes: readonly Change[]
}

export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** What a mutant has for itself; everything else it shares with the product. */
const OWN = /\/src\/(record\/sharing\/|ground\/day\.ts)/
const mutants = new Map<string, Mutant>()

/** The address of a module, and of all it imports, in which a fault is sown as it is loaded. No file is written. */
export function mutated(url: string, mutant: Mutant | undefined): string {
  if (mutant === undefined) return url
  if (mutants.size === 0) registerHooks({ resolve: keepMutant, load: sow })
  mutants.set(mutant.name, mutant)
  return addressOf(url, mutant.name)
}

const keepMutant: Parameters<typeof registerHooks>[0]['resolve'] = (specifier, context, next) => {
  const resolved = next(specifier, context)
  const name = nameIn(context.parentURL)
  return name !== undefined && OWN.test(resolved.url) ? { ...resolved, url: addressOf(resolved.url, name) } : resolved
}

const sow: Parameters<typeof registerHooks>[0]['load'] = (url, context, next) => {
  const loaded = next(url, context)
  const mutant = mutants.get(nameIn(url) ?? '')
  if (mutant === undefined) return loaded
  const here = mutant.changes.filter(({ file }) => new URL(url).pathname.endsWith(`/src/${file}`))
  return { ...loaded, source: here.reduce(change, String(loaded.source)) }
}

/** Throws when the text is not there, or there twice: then the product has changed, and the mutant must too. */
export function change(source: string, { file, from, to }: Change): string {
  const [before, after, ...more] = source.split(from)
  if (after === undefined || more.length > 0) throw new Error(`${file} has not exactly one: ${from}`)
  return `${before}${to}${after}`
}

function addressOf(url: string, name: string): string {
  return `${url}?mutant=${encodeURIComponent(name)}`
}

function nameIn(url: string | undefined): string | undefined {
  return url?.includes('?mutant=') ? (new URL(url).searchParams.get('mutant') ?? undefined) : undefined
}
