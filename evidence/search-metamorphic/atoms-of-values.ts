import type { FhirResource, Location, Observation, Patient, Quantity, RiskAssessment } from 'fhir/r4.js'
import type { Make } from './atom.ts'
import { KINDS, LABELS, NOW, NUMBER_KINDS, NUMBERS, PROFILES, SOME, SOURCES, UCUM } from './corpus.ts'
import {
  type AskedNumber,
  codesOf,
  compareQuantity,
  hasWord,
  isBelow,
  kilometresTo,
  namesOf,
  plainly,
  related,
  textsIn,
} from './oracle.ts'
import { compareSpans, spanOf, timesOf } from './spans.ts'

const PREFIXES = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sa', 'eb', 'ap'] as const
const DATES = ['2026', '2026-03-29', '2026-10-25', '2026-10-25T01:00:00Z', '2026-03', '1942-03-29', '1950']

/** What is asked by a parameter alone, and cannot be asked in a filter. */
const alone = { filter: undefined, parameter: undefined }

export const name: Make = draw => {
  const how = draw.one(['begins', 'contains', 'exact'] as const)
  const text = draw.one(['w', 'Ŵyn', 'wyn', 'gwy', 'SIAN', 'Siân', 'pr', 'ty g', 'o', "o'b", 'x', 'Tŷ Gwyn'])
  const fits = (one: string) =>
    how === 'exact'
      ? one === text
      : how === 'begins'
        ? plainly(one).startsWith(plainly(text))
        : plainly(one).includes(plainly(text))
  return {
    name: how === 'begins' ? 'name' : `name:${how}`,
    value: text,
    filter: how === 'exact' ? undefined : `name ${how === 'begins' ? 'sw' : 'co'} "${text}"`,
    parameter: 'name',
    holds: resource => namesOf(resource).some(fits),
  }
}

type Codes = readonly { readonly system: string; readonly code: string }[]

/** One of some codes, or none of them. */
export const token =
  (parameter: string, values: readonly string[], of: (resource: FhirResource) => Codes): Make =>
  draw => {
    const value = draw.one(values)
    const isNot = draw.percent(25)
    const holds = (resource: FhirResource) => value.split(',').some(one => isCoded(of(resource), one)) !== isNot
    const asked = value.split(',').map(one => `${parameter} eq "${one}"`)
    const filter = isNot ? `not (${asked.join(' or ')})` : `(${asked.join(' or ')})`
    return { name: isNot ? `${parameter}:not` : parameter, value, filter, parameter, holds }
  }

/** `code`, `system|code`, `|code`, `system|`. */
function isCoded(codes: Codes, asked: string): boolean {
  const [first = '', second] = asked.split('|')
  return codes.some(({ system, code }) =>
    second === undefined ? code === first : system === first && (second === '' || code === second),
  )
}

export const label = token('_tag', [`${LABELS}|coch`, 'glas', `${LABELS}|`, '|coch'], ({ meta }) =>
  (meta?.tag ?? []).map(({ system = '', code = '' }) => ({ system, code })),
)

export const performer: Make = (draw, world) => ({
  ...token('performer:identifier', [`${NUMBERS}|N-1`, 'N-2', '|N-1', 'N-3'], one =>
    ((one as Observation).performer ?? []).map(({ identifier }) => ({
      system: identifier?.system ?? '',
      code: identifier?.value ?? '',
    })),
  )(only(draw), world),
  ...alone,
})

/** Draws as it does, but that nothing is turned into its opposite. */
function only(draw: Parameters<Make>[0]): Parameters<Make>[0] {
  return Object.assign(Object.create(draw), { percent: () => false, one: draw.one.bind(draw) })
}

/** In a set of codes or not, or by what lies above and below it. */
export const ofKind: Make = draw => {
  const how = draw.one(['in', 'not-in', 'above', 'below'] as const)
  const code = draw.one(['vital', 'pressure', 'systolic', 'sugar'])
  const isSet = how === 'in' || how === 'not-in'
  const codes = isSet ? SOME.codes : related(how, code)
  const fits = (resource: FhirResource) =>
    ((resource as Observation).category ?? [])
      .flatMap(codesOf)
      .some(one => one.system === KINDS && codes.includes(one.code))
  const filters = { in: 'in', 'not-in': 'ni', above: 'sb', below: 'ss' }
  const value = isSet ? SOME.url : `${KINDS}|${code}`
  return {
    name: `category:${how}`,
    value,
    filter: `category ${filters[how]} "${value}"`,
    parameter: 'category',
    holds: resource => fits(resource) !== (how === 'not-in'),
  }
}

/** By how a code is called. */
export const codeByWords: Make = draw => {
  const text = draw.one(['pwysau', 'Pwysau’r', 'curiad', 'GWYDD', 'galon'])
  return {
    name: 'code:text',
    value: text,
    ...alone,
    holds: one =>
      ((one as Observation).code.coding ?? []).some(({ display = '' }) => plainly(display).startsWith(plainly(text))),
  }
}

/** A number of somebody's by what kind of number it is. */
export const ofType: Make = draw => {
  const at = draw.below(40)
  const [kind, value] = [draw.one(['MR', 'SN']), `C-${at}-${at}`]
  return {
    name: 'identifier:of-type',
    value: `${NUMBER_KINDS}|${kind}|${value}`,
    ...alone,
    holds: one =>
      ((one as Patient).identifier ?? []).some(
        identifier => identifier.value === value && codesOf(identifier.type).some(({ code }) => code === kind),
      ),
  }
}

/** By a date, as exact as it is written. */
export const date =
  (parameter: string): Make =>
  draw => {
    const [prefix, value] = [draw.one(PREFIXES), draw.one(DATES)]
    return {
      name: parameter,
      value: `${prefix}${value}`,
      filter: prefix === 'ne' ? undefined : `${parameter} ${prefix} ${value}`,
      parameter,
      holds: resource => timesOf(resource).some(span => compareSpans(prefix, span, spanOf(value), Date.parse(NOW))),
    }
  }

/** By when it last changed. */
export const updated: Make = draw => {
  const [prefix, value] = [draw.one(PREFIXES), draw.one(['2026', '2026-11-22', '2026-11-22T09:00:00Z', '2026-11-23'])]
  return {
    name: '_lastUpdated',
    value: `${prefix}${value}`,
    ...alone,
    holds: ({ meta }) => {
      const at = Date.parse(meta?.lastUpdated ?? '')
      return compareSpans(prefix, [at, at + 1], spanOf(value), Date.parse(NOW))
    },
  }
}

const NUMBERS_ASKED: readonly (readonly [string, AskedNumber])[] = [
  ...['5', '5.0', '5.4', '100', '1'].map(number => [number, { number }] as const),
  ['5.4||kg', { number: '5.4', unit: { system: '', code: 'kg' } }],
  [`5|${UCUM}|kg`, { number: '5', unit: { system: UCUM, code: 'kg' } }],
  [`5000|${UCUM}|g`, { number: '5000', unit: { system: UCUM, code: 'g' } }],
]

/** By a quantity, as exact as it is written. */
export const numbered =
  (parameter: string, of: (one: FhirResource) => Quantity | undefined): Make =>
  draw => {
    const [prefix, [value, asked]] = [draw.one(PREFIXES), draw.one(NUMBERS_ASKED)]
    return {
      name: parameter,
      value: `${prefix}${value}`,
      filter: prefix === 'ne' ? undefined : `${parameter} ${prefix} "${value}"`,
      parameter,
      holds: resource => {
        const quantity = of(resource)
        return quantity !== undefined && compareQuantity(prefix, quantity, asked)
      },
    }
  }

/** By a number without a unit. */
export const numberOf: Make = draw => {
  const [prefix, number] = [draw.one(PREFIXES), draw.one(['0.25', '0.250', '0.3', '0.5', '0.1', '1'])]
  return {
    name: 'probability',
    value: `${prefix}${number}`,
    filter: prefix === 'ne' ? undefined : `probability ${prefix} ${number}`,
    parameter: 'probability',
    holds: one =>
      ((one as RiskAssessment).prediction ?? []).some(
        ({ probabilityDecimal: value }) => value !== undefined && compareQuantity(prefix, { value }, { number }),
      ),
  }
}

/** A code and a quantity that belong together. */
export const pair =
  (which: 'code' | 'component-code'): Make =>
  draw => {
    const code = draw.one(['29463-7', 'http://loinc.org|29463-7', '8867-4', '85354-9'])
    // In a whole the unit is the one that is written.
    const [prefix, [value, asked]] = [draw.one(PREFIXES), draw.one(NUMBERS_ASKED.slice(0, -1))]
    return {
      name: `${which}-value-quantity`,
      value: `${code}$${prefix}${value}`,
      ...alone,
      holds: resource => {
        const { code: own, valueQuantity, component = [] } = resource as Observation
        const places = which === 'code' ? [{ code: own, valueQuantity }] : component
        return places.some(
          one =>
            isCoded(codesOf(one.code), code) &&
            one.valueQuantity !== undefined &&
            compareQuantity(prefix, one.valueQuantity, asked),
        )
      },
    }
  }

/** By words: those that a text begins with, or that stand anywhere in it. */
export const words =
  (parameter: 'value-string' | '_text' | '_content'): Make =>
  draw => {
    if (parameter !== 'value-string')
      return wordsIn(parameter, draw.one(['blino', 'wedi blino', 'iawn', 'llon', 'coch']))
    const value = draw.one(['wedi', 'Wedi blîno', 'iawn', '100%', 'a_', 'axb'])
    return {
      name: parameter,
      value,
      filter: `value-string sw "${value}"`,
      parameter,
      holds: resource => plainly((resource as Observation).valueString ?? '').startsWith(plainly(value)),
    }
  }

function wordsIn(parameter: '_text' | '_content', value: string): ReturnType<Make> {
  const textsOf = (one: FhirResource) =>
    parameter === '_content' ? textsIn(one) : [(one as Observation).text?.div.replace(/<[^>]*>/g, ' ') ?? '']
  return {
    name: parameter,
    value,
    ...alone,
    holds: one => value.split(' ').every(word => hasWord(textsOf(one), word)),
  }
}

/** Where it is from: there, below there, or above. */
export const source = address('_source', SOURCES, ({ meta }) => (meta?.source === undefined ? [] : [meta.source]))
/** What it says that it keeps to. */
export const profile = address('_profile', PROFILES, ({ meta }) => meta?.profile ?? [])

function address(parameter: string, values: readonly string[], of: (one: FhirResource) => readonly string[]): Make {
  return draw => {
    const how = draw.one(['is', 'below', 'above'] as const)
    const value = draw.one([...values, 'https://corpws.example'])
    const fits = (one: string) =>
      how === 'is' ? one === value : how === 'below' ? isBelow(one, value) : isBelow(value, one)
    return {
      name: how === 'is' ? parameter : `${parameter}:${how}`,
      value,
      ...alone,
      holds: resource => of(resource).some(fits),
    }
  }
}

/** Near to a point. */
export const near: Make = draw => {
  const [latitude, longitude] = [draw.one([51.5, 52.4, 53.3]), draw.one([-3.2, -4.1])]
  const distance = draw.one([1, 30, 75, 150, 400])
  return {
    name: 'near',
    value: `${latitude}|${longitude}|${distance}|km`,
    ...alone,
    holds: one => kilometresTo(one as Location, latitude, longitude) <= distance,
  }
}

/** One of some, by their ids. */
export const among: Make = (draw, world) => {
  const ids = [...world.values()].flatMap(some => [...some.keys()])
  const asked = draw.many(6, () => draw.one(ids))
  return { name: '_id', value: asked.join(','), ...alone, holds: one => asked.includes(one.id ?? '') }
}
