import type { Terminology } from '#ground/fhir/search/query/terminology.ts'
import { ancestorsOf, codesIn, descendantsOf } from '#ground/fhir/terminology/codes-in.ts'
import { r4Terminology } from '#ground/fhir/terminology/r4.ts'

/** What a search may be asked with `:in`, `:above` and `:below`: the value sets and code systems that R4 itself has. */
export const SEARCH_TERMINOLOGY: Terminology = {
  codesOf(valueSet) {
    const codes = codesIn(r4Terminology(), valueSet)
    if (!codes.ok) return undefined
    return [...codes.value].flatMap(([system, some]) => [...some].map(code => ({ system, code })))
  },
  related(which, { system, code }) {
    const found = (which === 'below' ? descendantsOf : ancestorsOf)(r4Terminology(), system, code)
    return found.ok ? [code, ...found.value].map(one => ({ system, code: one })) : undefined
  },
}
