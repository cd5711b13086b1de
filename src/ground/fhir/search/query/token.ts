import { bareCodes } from '../bare-codes.ts'
import type { Parameter } from '../parameters.ts'
import { cut } from '../value/token.ts'
import type { Criterion } from './criterion.ts'
import { NotSearched } from './not-searched.ts'
import { plain } from './split.ts'
import type { Coded, Terminology } from './terminology.ts'
import { asked, ofTypeTest, stringTest, tokenTest } from './tests.ts'

/** What one value of a token asks, with its modifier; undefined where it cannot be read. Source: FHIR R4, 3.1.1.4.10. */
export function tokenCriterion(
  parameter: Parameter,
  modifier: string | undefined,
  value: string,
  terminology: Terminology,
  written: string,
): Criterion | undefined {
  const { code: rows, reads } = parameter
  switch (modifier) {
    case undefined:
      return plainly(parameter, value)
    case 'text':
      return asked(`${rows}:text`, stringTest(value, 'begins'))
    case 'of-type':
      if (!reads.some(({ type }) => type === 'Identifier')) throw new NotSearched('unknown-modifier', written)
      return asked(`${rows}:of-type`, ofTypeTest(value))
    case 'in':
      return anyOf(parameter, terminology.codesOf(plain(value)), written)
    case 'above':
    case 'below': {
      const { system, code } = tokenTest(value) ?? {}
      if (!system || !code) return undefined
      return anyOf(parameter, terminology.related(modifier, { system, code }), written)
    }
    default:
      throw new NotSearched('unknown-modifier', written)
  }
}

/** A code by its system and without one, also where codes stand without theirs. */
function plainly(parameter: Parameter, value: string): Criterion | undefined {
  const test = tokenTest(value)
  const bare = test?.system ? bareCodes(parameter) : undefined
  if (test?.system === undefined || bare === undefined) return asked(parameter.code, test)
  const { system, code } = test
  const meant = [...(bare.get(system) ?? [])].filter(one => code === undefined || one === code)
  return coded(
    parameter.code,
    meant.map(one => ({ system: '', code: one })),
  )
}

function anyOf(parameter: Parameter, codes: readonly Coded[] | undefined, written: string): Criterion {
  if (codes === undefined) throw new NotSearched('codes-not-told', written)
  const bare = bareCodes(parameter)
  if (bare === undefined) return coded(parameter.code, codes)
  const meant = codes.filter(({ system, code }) => bare.get(system)?.has(code))
  return coded(
    parameter.code,
    meant.map(({ code }) => ({ system: '', code })),
  )
}

function coded(rows: string, codes: readonly Coded[]): Criterion {
  return { is: 'coded', rows, codes: codes.map(({ system, code }) => ({ system: cut(system), code: cut(code) })) }
}
