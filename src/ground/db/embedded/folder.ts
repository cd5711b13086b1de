import { accessSync, constants, existsSync, mkdirSync, realpathSync, statfsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { EmbeddedProblem } from './problem.ts'

/** The data folder, and where the embedded server keeps its things in it. All paths absolute, without symbolic links. */
export interface DataFolder {
  readonly path: string
  /** PostgreSQL's own folder. There only when it is whole: it is made elsewhere and renamed to this. */
  readonly cluster: string
  readonly log: string
  /** The server's password, readable by nobody else. */
  readonly password: string
  /** The key that seals the trail. Not the server's, but as much this folder's. */
  readonly trailKey: string
  /** The keys that sign for apps who somebody is. */
  readonly tokenKeys: string
}

/** Makes the data folder where it is not there yet. */
export function openFolder(relative: string): Outcome<DataFolder, EmbeddedProblem> {
  const folder = resolve(relative)
  return onDisk(folder, () => {
    makeFolder(folder)
    const data = dataFolder(folder)
    accessSync(data.path, constants.W_OK | constants.X_OK)
    if (existsSync(data.cluster)) accessSync(data.cluster, constants.W_OK | constants.X_OK)
    return data
  })
}

/** One step at a time: `recursive` never comes back where the system answers ENOENT for ever, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** The names in a data folder that exists. */
export function dataFolder(folder: string): DataFolder {
  const path = realpathSync(folder)
  return {
    path,
    cluster: join(path, 'postgres'),
    log: join(path, 'postgres.log'),
    password: join(path, 'postgres-password'),
    trailKey: join(path, 'trail-key'),
    tokenKeys: join(path, 'token-keys'),
  }
}

/** Does `act`; what the disk refuses is a problem with this folder, anything else is thrown on. */
export function onDisk<Value>(folder: string, act: () => Value): Outcome<Value, EmbeddedProblem> {
  try {
    return done(act())
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (FULL.includes(code)) return refused({ code: 'diskFull', folder })
    if (REFUSED.includes(code)) return refused({ code: 'folderNotWritable', folder, account: userInfo().username })
    throw error
  }
}

const FULL = ['ENOSPC', 'EDQUOT']
/** No permission, a read-only disk (ENOENT when a folder is made on it), or a file where the folder should be. */
const REFUSED = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST']

/** Whether less than this many bytes are left for us on the disk that holds the folder. */
export function hasLessThan(bytes: number, folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < bytes
}
