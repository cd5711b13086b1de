import { parseArgs } from 'node:util'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** What `npm run link` is asked to do. Paths are as they were typed. */
export interface LinkOptions {
  readonly left: string
  readonly right: string | undefined
  readonly map: string
  readonly out: string
  readonly clusters: string | undefined
  readonly model: string | undefined
  /** Which encoding the files are in, instead of what their bytes say. */
  readonly encoding: 'utf-8' | 'windows-1252' | undefined
  /** Rows that cannot be read are left out instead of keeping everything from being written. */
  readonly skipsBadRows: boolean
}

/** Why the command does not know what to do. */
export type OptionFault =
  | { readonly code: 'missing' | 'unknown' | 'twice'; readonly option: string }
  | { readonly code: 'encoding'; readonly found: string }

const NAMES = ['left', 'right', 'map', 'out', 'clusters', 'model', 'encoding'] as const
const NEEDED = ['left', 'map', 'out'] as const

/** Reads what was typed behind `npm run link --`. A file is named once. */
export function readOptions(args: readonly string[]): Outcome<LinkOptions, OptionFault> {
  const options = {
    ...Object.fromEntries(NAMES.map(name => [name, { type: 'string', multiple: true }] as const)),
    'skip-bad-rows': { type: 'boolean' },
  } as const
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') return refused({ code: 'unknown', option: token.value })
    if (token.kind === 'option' && !Object.hasOwn(options, token.name))
      return refused({ code: 'unknown', option: token.rawName })
  }
  const given: Record<string, string | undefined> = {}
  for (const name of NAMES) {
    const [one, ...more] = [values[name] ?? []].flat()
    if (more.length > 0) return refused({ code: 'twice', option: `--${name}` })
    const isNeeded = (NEEDED as readonly string[]).includes(name)
    if (typeof one === 'boolean' || one === '' || (one === undefined && isNeeded))
      return refused({ code: 'missing', option: `--${name}` })
    given[name] = one
  }
  const { left = '', right, map = '', out = '', clusters, model, encoding } = given
  if (encoding !== undefined && encoding !== 'utf-8' && encoding !== 'windows-1252')
    return refused({ code: 'encoding', found: encoding })
  const skipsBadRows = values['skip-bad-rows'] !== undefined
  return done({ left, right, map, out, clusters, model, encoding, skipsBadRows })
}
