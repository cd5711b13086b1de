import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Published data outside the repository, because of its licences or its size. */
export function sharedData(folder: string): string {
  const path = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', folder)
  if (!existsSync(path)) throw new Error(`${path} is not on this machine: say where it is with CYDOFAL_SHARED_DATA`)
  return path
}

/** Lists of names and places, from which people are drawn. */
export function namesAndPlaces(): string {
  return sharedData('names-and-places')
}
