import { readWrittenDate } from './written-date.ts'

/** That somebody has died, with the day, month or year as far as it is known; `unknown` where nothing of it is. */
export function standardDeath(text: string | undefined): string | undefined {
  const written = text?.trim() ?? ''
  if (written === '' || ALIVE.test(written)) return undefined
  const date = readWrittenDate(written)
  if (date === undefined) return DIED.test(written) ? 'unknown' : undefined
  return [String(date.year), date.month, date.day]
    .filter(part => part !== undefined)
    .map(part => String(part).padStart(2, '0'))
    .join('-')
}

const ALIVE = /^(?:n|no|na|nac ydi|false|0|alive|byw)$/i
const DIED = /^(?:y|yes|ydi|true|1|dead|died|deceased|unknown|wedi marw|bu farw)$/i
