import { blank } from './blank.ts'
import { isForTests, type Source } from './sources.ts'

/** Something that is not written here, and what is written instead. */
interface Banned {
  readonly what: RegExp
  readonly instead: string
  /** Where it is looked for: in code alone, or in every word of a file. */
  readonly within: 'code' | 'everything'
  /** The files it is looked for in, if not in all. */
  readonly files?: (path: string) => boolean
  /** The files that may, by the beginning of their path, each with the reason. */
  readonly but?: Readonly<Record<string, string>>
}

const product = (path: string) => /^(src|seed|language)\//.test(path) && !isForTests(path)

/**
 * Written so that this file does not hold what it bans. The names of tools that write text are among them: whoever
 * brings a change answers for it, and nothing else signs it.
 */
const BANNED: readonly Banned[] = [
  {
    what: /\bDate\.now\b/,
    instead: 'take the moment from the transaction or the clock that is passed in',
    within: 'code',
    files: product,
  },
  {
    what: /\bnew Date\(\s*\)/,
    instead: 'take the moment from the transaction or the clock that is passed in',
    within: 'code',
    files: product,
    but: { 'src/ground/clock.ts': 'it is the clock' },
  },
  {
    what: /\bMath\.random\b/,
    instead: 'draw from the chance that is passed in',
    within: 'code',
    files: product,
  },
  {
    what: /\bprocess\.env\b/,
    instead: 'read it in config.ts and pass it in',
    within: 'code',
    files: product,
    but: {
      'src/config.ts': 'it reads the settings',
      'src/ground/stop.ts': 'the launcher tells of itself in a variable, which is no setting',
      'src/ground/db/embedded/binaries.ts': 'hands the path on to the programs of PostgreSQL',
    },
  },
  {
    what: /(?::|\bas|<|,|\||&|=>)\s*\bany\b(?!['.(?]|\s*=>)/,
    instead: 'say what it is, or unknown and parse it',
    within: 'code',
    but: { 'src/ground/db/preparing-client.ts': 'overrides one of a dozen overloads of somebody else’s' },
  },
  { what: /@ts-(?:ignor[e]|nochec[k]|expect-erro[r])/, instead: 'put the types right', within: 'everything' },
  {
    what: /\bconsole\./,
    instead: 'answer a value, or use the log that is passed in',
    within: 'code',
    files: product,
    but: {
      'src/main.ts': 'tells whoever started it how it goes',
      'src/ground/stop.ts': 'a stop that failed has nobody else to tell',
      'src/door/command/': 'a command speaks on the console',
    },
  },
  {
    what: /\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/,
    instead: 'do it, or write down who will in an issue',
    within: 'everything',
  },
  {
    what: /\.skip\(\s*\)|\b(?:test|it|describe|suite)\.(?:skip|todo|only)\(|\b(?:skip|todo|only): true\b/,
    instead: 'run it, or skip it with the reason: t.skip(reason)',
    within: 'code',
  },
  { what: /\bdebugger\b/, instead: 'take it out', within: 'code' },
  {
    what: /\b(?:cl[a]ude|anthr[o]pic|open[a]i|chat[g]pt|gpt-?\d|co[p]ilot|gemin[i]|ll[m]s?|sub-?agent)\b/i,
    instead: 'nothing: no tool signs what is written here',
    within: 'everything',
  },
  {
    what: /\b(?:language mode[l]|a\.?i\.?[ -](?:assistan[t]|agen[t]|generate[d]|writte[n])|generated wit[h]|co-authored-b[y])\b/i,
    instead: 'nothing: no tool signs what is written here',
    within: 'everything',
  },
  {
    what: /(?<![\w.])\/(?:work\/(?:mai[n]|share[d])|roo[t]|home\/\w+)\//,
    instead: 'a path that holds on every machine',
    within: 'everything',
  },
]

/** Everything banned that stands in a file, with its line and what to write instead. */
export function bannedFaults({ path, text }: Source): string[] {
  const code = /\.(tsx?|mjs)$/.test(path) ? blank(text, { strings: 'blank' }).split('\n') : []
  const everything = text.split('\n')
  return BANNED.flatMap(({ what, instead, within, files = () => true, but = {} }) => {
    if (!files(path) || Object.keys(but).some(start => path.startsWith(start))) return []
    const lines = within === 'code' ? code : everything
    return lines.flatMap((line, index) => {
      const found = what.exec(line)?.[0].trim()
      return found === undefined ? [] : [`${path}:${index + 1} has "${found}": ${instead}`]
    })
  })
}
