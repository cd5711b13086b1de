import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Drawing, Weighted } from './chance.ts'
import { WELSH_ENGLISH } from './forms.ts'
import { COMMON_SURNAMES, ELSEWHERE, OTHERS_PER_THOUSAND } from './surnames.ts'

export type Sex = 'F' | 'M'

/** What the people of one household are called by: how their names are drawn, and their surname. */
export interface Family {
  readonly group: string
  readonly surname: string
}

/** Names by how often they occur, in the year of birth they belong to. */
export class Names {
  readonly #given: Readonly<Record<Sex, readonly Weighted<string>[]>>
  readonly #surnames: Weighted<Family>
  readonly #elsewhere = new Map(ELSEWHERE.map(names => [names.group, names]))
  readonly #welsh: Readonly<Record<Sex, readonly string[]>>

  /** From the names-and-places of the shared data. */
  constructor(folder: string) {
    this.#given = { F: byDecade(folder, 'F'), M: byDecade(folder, 'M') }
    this.#surnames = surnames(folder)
    const forms = WELSH_ENGLISH.map(([welsh]) => welsh)
    this.#welsh = { M: forms.slice(0, 16), F: forms.slice(16) }
  }

  family(drawing: Drawing): Family {
    const family = this.#surnames.draw(drawing)
    return family.group === '' ? { ...family, group: drawing.happens(0.3) ? 'cy' : 'en' } : family
  }

  given(drawing: Drawing, group: string, sex: Sex, born: number): string {
    const elsewhere = this.#elsewhere.get(group)
    if (elsewhere !== undefined) return drawing.one(sex === 'F' ? elsewhere.women : elsewhere.men)
    if (group === 'cy' && drawing.happens(0.45)) return drawing.one(this.#welsh[sex])
    const decade = Math.min(DECADES - 1, Math.max(0, Math.floor((born - FIRST_YEAR) / 10)))
    const names = this.#given[sex][decade]
    if (names === undefined) throw new Error(`no names of ${born}`)
    return names.draw(drawing)
  }
}

const FIRST_YEAR = 1904
const DECADES = 12
/** From here on the long list of births counts; before it, the hundred most frequent of each decade. */
const LONG_LIST_FROM = 1995

function byDecade(folder: string, wanted: Sex): Weighted<string>[] {
  const ranked = readFileSync(join(folder, 'given_names_top100_1904_1994.csv'), 'utf8').matchAll(
    /^"([^"]+)",(\d+),(\d+),"(\w)"/gm,
  )
  const decades = Array.from({ length: DECADES }, () => [] as [string, number][])
  for (const [, name = '', year, rank, sex] of ranked) {
    const decade = decades[Math.floor((Number(year) - FIRST_YEAR) / 10)]
    if (sex === wanted) decade?.push([name, 1 / (Number(rank) + 4)])
  }
  const long: [string, number][] = []
  for (const line of readFileSync(join(folder, 'given_names_england_wales_1996_2020.csv'), 'utf8').split('\n')) {
    const [sex, name = '', births] = line.split(',')
    if (sex === wanted) long.push([name, Number(births)])
  }
  return decades.map((names, index) => new Weighted(FIRST_YEAR + index * 10 >= LONG_LIST_FROM - 1 ? long : names))
}

function surnames(folder: string): Weighted<Family> {
  const long = readFileSync(join(folder, 'surnames_camden_planning.txt'), 'utf8')
    .split('\n')
    .filter(name => /^\p{L}[\p{L}' -]+$/u.test(name))
  const common: [Family, number][] = COMMON_SURNAMES.map(([surname, weight]) => [{ group: '', surname }, weight])
  const others = long.map((surname, index): [Family, number] => [{ group: 'en', surname }, 1 / (index + 40)])
  const sum = others.reduce((total, [, weight]) => total + weight, 0)
  const elsewhere = ELSEWHERE.flatMap(({ group, perThousand, surnames: names }) =>
    names.map((surname): [Family, number] => [{ group, surname }, perThousand / names.length]),
  )
  return new Weighted([
    ...common,
    ...others.map(([family, weight]): [Family, number] => [family, (weight / sum) * OTHERS_PER_THOUSAND]),
    ...elsewhere,
  ])
}
