import type { LanguageNeed } from '#record/chart/language-answer.ts'

/** How well the people of the region's teams understand, speak, read and write Welsh, from 0 to 5. Whoever is left out has not said. */
export const skills: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'sioned-evans': [5, 5, 5, 5],
  'dewi-prosser': [2, 1, 1, 0],
  'nerys-bevan': [5, 5, 4, 4],
  'tomos-rees': [5, 5, 5, 4],
  'hannah-whitfield': [2, 1, 1, 0],
  'aled-jenkins': [5, 5, 4, 3],
  'rhian-tudor': [5, 4, 4, 3],
  'catrin-morgan': [5, 5, 5, 4],
  'olumide-adeyemi': [1, 1, 0, 0],
  'ffion-gittins': [4, 3, 3, 2],
  'kasia-nowak': [1, 1, 0, 0],
  'lowri-hughes': [5, 5, 5, 5],
  'glenys-tudge': [5, 5, 4, 4],
}

/** Those who lead the team of their first post. */
export const leaders: ReadonlySet<string> = new Set(['hannah-whitfield', 'sioned-evans'])

/** What somebody of the region answered to the Active Offer, themselves or by the worker who wrote it down. */
export interface SeedLanguageAnswer {
  readonly person: string
  readonly spoken: 'en' | 'cy'
  readonly written: 'en' | 'cy'
  readonly need?: LanguageNeed
  readonly needWords?: string
  /** The account of the worker; left out for whoever answered themselves. */
  readonly takenBy?: string
}

export const languageAnswers: readonly SeedLanguageAnswer[] = [
  {
    person: 'mair-pritchard',
    spoken: 'cy',
    written: 'cy',
    need: 'illness',
    needWords: 'Pan fydda i’n sâl neu wedi blino mae’r Saesneg yn mynd yn bell oddi wrtha i.',
  },
  { person: 'delyth-bowen', spoken: 'cy', written: 'cy' },
  { person: 'elfed-bowen', spoken: 'cy', written: 'cy' },
  { person: 'owen-griffiths', spoken: 'cy', written: 'en' },
  {
    person: 'ivor-llewelyn-price',
    spoken: 'cy',
    written: 'cy',
    need: 'memory',
    needWords: 'Mae’n ateb yn Gymraeg hyd yn oed pan ofynnir yn Saesneg.',
    takenBy: 'sioned-evans',
  },
  { person: 'rhodri-ellis', spoken: 'en', written: 'en' },
]
