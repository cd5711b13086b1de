import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Chance } from '#ground/chance.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { type DataFolder, onDisk } from './folder.ts'
import type { EmbeddedProblem } from './problem.ts'

/** The server's password: made once for a data folder, then read. Refuses when the data is there and the password is not. */
export function keepPassword(folder: DataFolder, chance: Chance): Outcome<string, EmbeddedProblem> {
  if (existsSync(folder.password)) return onDisk(folder.path, () => readFileSync(folder.password, 'utf8'))
  if (existsSync(folder.cluster)) {
    return refused({ code: 'passwordMissing', file: folder.password, folder: folder.path })
  }
  return onDisk(folder.path, () => {
    // Written aside and then named: it appears whole, and of two that start at once the second reads the first one's.
    const aside = `${folder.password}.new-${process.pid}`
    writeFileSync(aside, chance.secret(), { mode: 0o600, flush: true })
    try {
      linkSync(aside, folder.password)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(aside)
    }
    return readFileSync(folder.password, 'utf8')
  })
}
