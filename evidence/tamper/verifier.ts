import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../verify/', import.meta.url))

/** How the log is asked, as the verifier asks it. */
export type Ask = (path: string) => Promise<unknown>

/** What a witness keeps between two checks. */
export type State = Readonly<Record<string, unknown>>

/** The verifier that partners run, and the parts of it that are tried by themselves. */
export interface Verifier {
  check(ask: Ask, state: State, now: number): Promise<State>
  checkEntry(ask: Ask, state: State, entry: object): Promise<void>
  isIncluded(leaf: Buffer, number: number, size: number, root: Buffer, proof: readonly Buffer[]): boolean
  isConsistent(first: number, size: number, oldRoot: Buffer, root: Buffer, proof: readonly Buffer[]): boolean
}

/** A fault sown into the verifier: words of its source, and what stands there instead. */
export type Fault = readonly [from: string, to: string]

/** The faults that the trials must catch. Each is one that a log or a verifier has had somewhere. */
export const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  // immudb, CVE-2022-36111: what lay in the middle of a linear proof was not looked at.
  'linear-fake: the middle is skipped': [["demand(root.equals(head.root), 'leaves')", '']],
  'consistency: the older root is not rebuilt': [['old?.equals(oldRoot) === true && whole', 'whole']],
  'consistency: the newer root is not rebuilt': [[' && whole?.equals(root) === true\n}', '\n}']],
  'inclusion: the root is not compared': [['.whole?.equals(root) === true', '.whole !== undefined']],
  'tail truncation: a smaller log is taken': [
    ["demand(head.number >= old.number && head.size >= old.size, 'smaller')", 'if (head.size < old.size) return state'],
  ],
  'a fork under the same number is taken': [
    ["if (head.number === old.number) demand(text === state.text, 'fork')", ''],
    ["demand(isConsistent(old.size, head.size, old.root, head.root, proof.map(bytes)), 'fork')", ''],
    ["demand(root.equals(head.root), 'leaves')", ''],
  ],
  // immudb, CVE-2022-39199: whom it talked to was believed and not compared.
  'identity swap: another key is taken': [['demand(key === (state.key ?? key) && ', 'demand(']],
  'a head that nobody signed is taken': [['verify(null,', 'true || verify(null,']],
  'a stale head is taken': [['Math.abs(now - Date.parse(head.signed)) <= AGE_MAX_MS', 'true']],
}

/** The verifier as it is, or with faults sown into its source. */
export async function verifier(faults: readonly Fault[] = []): Promise<Verifier> {
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-verifier-'))
  try {
    cpSync(FOLDER, folder, { recursive: true })
    const sources = ['verify.mjs', 'entry.mjs'].map(name => join(folder, name))
    for (const [from, to] of faults) {
      const file = sources.find(one => readFileSync(one, 'utf8').includes(from))
      if (file === undefined) throw new Error(`the verifier has no such words any more: ${from}`)
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(from, () => to),
      )
    }
    const [verify, entry] = await Promise.all(sources.map(one => import(pathToFileURL(one).href)))
    return { ...verify, ...entry }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
