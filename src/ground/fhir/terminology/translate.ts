import type { ConceptMap, ConceptMapGroup, ConceptMapGroupElementTarget } from 'fhir/r4.js'
import { isOf, type Terminology } from './terminology.ts'

/** A code to translate, and into what. Source: FHIR R4, ConceptMap $translate. */
export interface TranslateAsked {
  readonly system: string | undefined
  readonly code: string
  /** The value set that the code is from, and that its translation must be from, as maps name them. */
  readonly source: string | undefined
  readonly target: string | undefined
  readonly targetSystem: string | undefined
  /** Against the direction of the map. */
  readonly reverse: boolean
}

type Equivalence = ConceptMapGroupElementTarget['equivalence']

/** One translation: how it stands to what was asked, and which map says so. Without a code: that there is none. */
export interface Match {
  readonly equivalence: Equivalence
  readonly system: string | undefined
  readonly code: string | undefined
  readonly display: string | undefined
  readonly map: string | undefined
}

/** A map may send on to another, and that again: no further than this. */
const MAPS_IN_A_ROW_MAX = 8

/** Every translation that these maps know. */
export function translate(terminology: Terminology, maps: readonly ConceptMap[], asked: TranslateAsked): Match[] {
  const between = maps.filter(map => isBetween(map, asked))
  return between.flatMap(map => inMap(terminology, map, asked, MAPS_IN_A_ROW_MAX))
}

/** Whether a translation was found: that there is none is no translation. */
export function isTranslated({ code, equivalence }: Match): boolean {
  return code !== undefined && equivalence !== 'unmatched' && equivalence !== 'disjoint'
}

function isBetween(map: ConceptMap, { source, target, reverse }: TranslateAsked): boolean {
  const from = map.sourceCanonical ?? map.sourceUri
  const to = map.targetCanonical ?? map.targetUri
  const names = (set: string | undefined, asked: string | undefined) =>
    asked === undefined || (set !== undefined && set.split('|')[0] === asked.split('|')[0])
  return reverse ? names(to, source) && names(from, target) : names(from, source) && names(to, target)
}

function inMap(terminology: Terminology, map: ConceptMap, asked: TranslateAsked, further: number): Match[] {
  const groups = (map.group ?? []).filter(group => fits(group, asked))
  if (asked.reverse) return groups.flatMap(group => against(map, group, asked))
  const found = groups.flatMap(group => along(map, group, asked))
  if (found.length > 0 || further === 0) return found
  return groups.flatMap(group => unmapped(terminology, map, group, asked, further))
}

function fits({ source, target }: ConceptMapGroup, { system, targetSystem, reverse }: TranslateAsked): boolean {
  const [from, to] = reverse ? [target, source] : [source, target]
  return (
    (system === undefined || from === undefined || from === system) &&
    (targetSystem === undefined || to === undefined || to === targetSystem)
  )
}

function along(map: ConceptMap, group: ConceptMapGroup, { code }: TranslateAsked): Match[] {
  const elements = group.element.filter(element => element.code === code)
  return elements.flatMap(({ target }) =>
    (target ?? []).map(one => ({
      equivalence: one.equivalence,
      system: group.target,
      code: one.code,
      display: one.display,
      map: map.url,
    })),
  )
}

function against(map: ConceptMap, group: ConceptMapGroup, { code }: TranslateAsked): Match[] {
  return group.element.flatMap(element => {
    const target = element.target?.find(one => one.code === code)
    if (target === undefined) return []
    const { code: to, display } = element
    return [
      {
        equivalence: TURNED[target.equivalence] ?? target.equivalence,
        system: group.source,
        code: to,
        display,
        map: map.url,
      },
    ]
  })
}

/** What it is the other way about. */
const TURNED: Partial<Record<Equivalence, Equivalence>> = {
  wider: 'narrower',
  narrower: 'wider',
  subsumes: 'specializes',
  specializes: 'subsumes',
}

/** What a group says of codes that it does not name. */
function unmapped(
  terminology: Terminology,
  map: ConceptMap,
  group: ConceptMapGroup,
  asked: TranslateAsked,
  further: number,
): Match[] {
  const { mode, code, display, url } = group.unmapped ?? {}
  const says = { system: group.target, map: map.url }
  if (mode === 'provided') return [{ ...says, equivalence: 'relatedto', code: asked.code, display: undefined }]
  if (mode === 'fixed') return [{ ...says, equivalence: 'relatedto', code, display }]
  const other = mode === 'other-map' && terminology.maps.find(one => isOf(one, url))
  return other ? inMap(terminology, other, asked, further - 1) : []
}
