import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingPackages } from './missing.mjs'
import { runNpm } from './npm.mjs'
import { say } from './words.mjs'

const DISK_LEFT_BYTES_MIN = 10_000_000

/**
 * Makes sure that the packages of package-lock.json are in node_modules, those for development too when `dev`.
 * Does nothing when they are. No package's install script is ever run. A refusal names a sentence of the launcher.
 */
export async function installPackages(root, { dev = false }) {
  const files = filesOf(root)
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = {
    lock: createHash('sha256').update(lock).digest('hex'),
    machine: `${process.platform}-${process.arch}`,
  }
  const mark = readJson(files.mark)
  if (mark?.lock === wanted.lock && mark.machine === wanted.machine && (mark.dev || !dev)) return { ok: true }

  const isWhole = existsSync(files.installed) && !existsSync(files.adding)
  const isAllThere = withDev => {
    const list = readJson(files.installed)
    return list !== undefined && missingPackages(JSON.parse(lock), list, { dev: withDev }).length === 0
  }
  for (const withDev of dev ? [true] : [true, false]) {
    if (isWhole && isAllThere(withDev)) return keepMark(files, { ...wanted, dev: withDev })
  }

  console.log(say('installing'))
  const withDev = dev || mark?.dev === true
  const outcome = await (isWhole ? addMissing(root, files, withDev) : installAfresh(root, files, withDev))
  if (!outcome.ok) return outcome
  if (isAllThere(withDev)) return keepMark(files, { ...wanted, dev: withDev })
  // npm may call it a success when a package for this machine could not be fetched, or when the disk was full.
  return { ok: false, problem: isDiskFull(root) ? 'diskFull' : 'packagesIncomplete' }
}

/**
 * `installed` is npm's own list, written when it has finished. `mark` is ours: which lock was seen to be in place.
 * `adding` is there while npm changes a folder that was whole; one that is left over tells that npm was killed at it.
 */
function filesOf(root) {
  const folder = join(root, 'node_modules')
  return {
    folder,
    installed: join(folder, '.package-lock.json'),
    mark: join(folder, '.cydofal-installed'),
    adding: join(folder, '.cydofal-adding'),
  }
}

async function installAfresh(root, files, dev) {
  const cleared = onDisk(() => rmSync(files.folder, { recursive: true, force: true }))
  return cleared.ok ? runNpm(root, { dev, afresh: true }) : cleared
}

async function addMissing(root, files, dev) {
  const begun = onDisk(() => {
    writeFileSync(files.adding, '')
    rmSync(files.mark, { force: true })
  })
  if (!begun.ok) return begun
  const outcome = await runNpm(root, { dev, afresh: false })
  if (outcome.problem !== 'npmStopped') rmSync(files.adding, { force: true })
  return outcome
}

function onDisk(act) {
  try {
    act()
    return { ok: true }
  } catch (error) {
    return { ok: false, problem: error.code === 'ENOSPC' ? 'diskFull' : 'notWritable' }
  }
}

function isDiskFull(root) {
  const { bavail, bsize } = statfsSync(root)
  return bavail * bsize < DISK_LEFT_BYTES_MIN
}

function keepMark(files, mark) {
  // Packages that another account installed may be read-only for this one: they are looked over again at each start.
  onDisk(() => writeFileSync(files.mark, JSON.stringify(mark)))
  return { ok: true }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
