import type { Say } from '#ground/language/say.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import type { MapEntry } from '#work/sender/map.ts'
import type { NamedTeam } from '#work/sender/read-senders.ts'

/** The words a map uses that people say otherwise: by key of `mapWord`. */
export const MAP_WORDS: readonly string[] = [
  'results',
  'documents',
  'appointments',
  'referrals',
  'resources',
  'otherwise',
  'everyMinutes',
  'nightMinutes',
]
/** What an entry says, of these parts, is a word too. */
const MEANINGS: readonly string[] = ['visitKinds', 'nhsNumbersVerified']

/** What an entry of a map is about, as a person reads it: `Results, PSY`. */
export function aboutIn(say: Say, { about }: Pick<MapEntry, 'about'>): string {
  return about
    .filter(step => step !== 'codes')
    .map(step => (MAP_WORDS.includes(step) ? say.code('mapWord', step) : step))
    .join(', ')
}

/** What it says about that: the name of a ward, a class of data, a kind of stay. */
export function meansIn(
  say: Say,
  teams: readonly NamedTeam[],
  { part, says }: Pick<MapEntry, 'part' | 'says'>,
): string {
  if (part === 'wards' || part === 'teams') {
    const team = teams.find(({ code }) => code === says)
    return team === undefined ? says : teamName(say, team)
  }
  if (part === 'classes' && (DATA_CLASSES as readonly string[]).includes(says)) return say.code('dataClass', says)
  return MEANINGS.includes(part) ? say.code('mapWord', says) : says
}

/** A team with its organisation: several have a team of the same name. */
export function teamName(say: Say, { name, organisation }: NamedTeam): string {
  return `${say.of(name)} (${say.of(organisation)})`
}
