import { type SpawnOptions, spawnSync } from 'node:child_process'
import { existsSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './folder.ts'
import type { EmbeddedProblem } from './problem.ts'

/**
 * How PostgreSQL's programs are run. It refuses to run as root, and rightly, so root lends them another account:
 * the owner of the data, else `postgres`, else `nobody`. Three ways are tried, and the first by which that account
 * reaches both the data folder and the programs is taken:
 *
 * 1. Run as that account, with no right of root's.
 * 2. The same, with the one capability to pass closed folders (CAP_DAC_OVERRIDE), by util-linux `setpriv`. For a clone
 *    below /root, whose mode is 0700: the alternatives were to open up /root or to keep the data somewhere else than
 *    was asked. PostgreSQL tests its own files with access(2), which ignores capabilities that are not root's unless
 *    the securebit no_setuid_fixup is set.
 * 3. A user namespace in which root has that account's number, by `unshare`, where a sandbox withholds capabilities.
 *    Seen from outside the files and the process are then root's, without any of root's rights.
 */
export interface Runner {
  /** Who must own PostgreSQL's files; undefined when whoever runs us does. */
  readonly owner: Account | undefined
  /** What to spawn in order to run a program. */
  command(program: string, args: readonly string[]): { program: string; args: string[]; as: SpawnOptions }
}

interface Account {
  readonly uid: number
  readonly gid: number
}

const AS_WE_ARE: Runner = {
  owner: undefined,
  command: (program, args) => ({ program, args: [...args], as: {} }),
}

/** Chooses how to run the programs for this data folder. Refuses root when no way is open. */
export function chooseRunner(folder: DataFolder, binaries: Binaries): Outcome<Runner, EmbeddedProblem> {
  if (process.getuid?.() !== 0) return done(AS_WE_ARE)
  const account = accountFor(folder)
  const runner = account && waysOf(account).find(way => reaches(way, folder, binaries))
  return runner ? done(runner) : refused({ code: 'cannotLeaveRoot', folder: folder.path })
}

/** Gives files that we made to the account that PostgreSQL runs under. Nothing happens when they are its own already. */
export function giveTo(runner: Runner, path: string): void {
  const { owner } = runner
  if (!owner || statSync(path).uid === owner.uid) return
  const below = statSync(path).isDirectory() ? (readdirSync(path, { recursive: true }) as string[]) : []
  // The folder itself last: until then it is seen to be unfinished, should we be stopped in the middle.
  for (const name of [...below.map(one => join(path, one)), path]) lchownSync(name, owner.uid, owner.gid)
}

function accountFor(folder: DataFolder): Account | undefined {
  if (existsSync(folder.cluster)) {
    const { uid, gid } = statSync(folder.cluster)
    if (uid !== 0) return { uid, gid }
  }
  const known = knownAccounts()
  const folderOwner = statSync(folder.path).uid
  const ofFolder = known.find(({ uid }) => uid !== 0 && uid === folderOwner)
  return ofFolder ?? known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody')
}

function knownAccounts(): (Account & { name: string })[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.map(line => {
    const [name = '', , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
}

function waysOf({ uid, gid }: Account): Runner[] {
  const wrapped = (owner: Account, wrapper: string, options: string[]): Runner => ({
    owner,
    command: (program, args) => ({ program: wrapper, args: [...options, '--', program, ...args], as: {} }),
  })
  return [
    { owner: { uid, gid }, command: (program, args) => ({ program, args: [...args], as: { uid, gid } }) },
    wrapped({ uid, gid }, 'setpriv', [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--inh-caps=-all,+dac_override',
      '--bounding-set=-all,+dac_override',
      '--ambient-caps=+dac_override',
      '--securebits=+no_setuid_fixup',
    ]),
    wrapped({ uid: 0, gid: 0 }, 'unshare', [`--map-user=${uid}`, `--map-group=${gid}`]),
  ]
}

function reaches(way: Runner, folder: DataFolder, binaries: Binaries): boolean {
  const asked = 'cd "$1" && test -x "$2" && exec "$2" --version'
  const { program, args, as } = way.command('/bin/sh', ['-c', asked, 'sh', folder.path, binaries.postgres])
  return spawnSync(program, args, { ...(as as object), cwd: '/', env: binaries.env }).status === 0
}
