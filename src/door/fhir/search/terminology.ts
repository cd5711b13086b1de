import type { Terminology as SearchTerminology } from '#ground/fhir/search/query/terminology.ts'
import { ancestorsOf, codesIn, descendantsOf } from '#ground/fhir/terminology/codes-in.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'

/** What a search may be asked with `:in`, `:above` and `:below`: the value sets and code systems of R4 and of the region. */
export function searchTerminology(terminology: () => Terminology): SearchTerminology {
  return {
    codesOf(valueSet) {
      const codes = codesIn(terminology(), valueSet)
      if (!codes.ok) return undefined
      return [...codes.value].flatMap(([system, some]) => [...some].map(code => ({ system, code })))
    },
    related(which, { system, code }) {
      const found = (which === 'below' ? descendantsOf : ancestorsOf)(terminology(), system, code)
      return found.ok ? [code, ...found.value].map(one => ({ system, code: one })) : undefined
    },
  }
}
