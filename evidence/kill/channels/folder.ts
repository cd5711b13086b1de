import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Arena } from '../arena.ts'
import type { Line } from '../senders.ts'
import type { Step } from '../stories.ts'
import type { Channel } from './channel.ts'
import { KIND, LANDLORD, worksFile } from './works.ts'

const LOOK_MS = 5

/** A landlord's system that drops files into the folder. One that has been moved to `taken/` is safe. */
export const FOLDER: Channel = {
  name: 'folder',
  lines: 1,
  peopleEach: 6,
  atOnce: true,
  share: 4,
  from: 300_000,
  open: folderLine,
}

/** Where this landlord's files are dropped. */
export function placeOf(arena: Arena): string {
  return join(arena.dropFolder, LANDLORD, KIND)
}

function folderLine(arena: Arena): Line {
  const place = placeOf(arena)
  mkdirSync(join(place, 'taken'), { recursive: true })
  let isClosed = false
  let dropped: string | undefined
  return {
    async send(steps) {
      const name = nameOf(steps)
      // It stays where it was put: nothing is ever dropped twice.
      if (dropped !== name) {
        writeFileSync(join(place, `${name}.part`), worksFile(steps))
        renameSync(join(place, `${name}.part`), join(place, name))
        dropped = name
      }
      const until = performance.now() + 2000
      while (!isClosed && performance.now() < until) {
        if (readdirSync(join(place, 'taken')).some(taken => taken.endsWith(`-${name}`))) return true
        await wait(LOOK_MS)
      }
      return false
    },
    close() {
      isClosed = true
    },
  }
}

function nameOf(steps: readonly Step[]): string {
  const [first] = steps
  return `works-${first?.person}-${first?.step}.csv`
}
