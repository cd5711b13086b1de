import type { NotSearched } from '#ground/fhir/search/query/not-searched.ts'
import type { Say } from '#ground/language/say.ts'
import { FhirProblem, searchTooMuch, shown, unknownModifier, unknownParameter, wrongValue } from '../problem.ts'

/** Why a query is not searched, for whoever asks. */
export function problemOf({ problem, parameter }: NotSearched): FhirProblem {
  switch (problem) {
    case 'unknown-parameter':
      return unknownParameter(parameter)
    case 'unknown-modifier':
      return unknownModifier(parameter)
    case 'wrong-value':
      return wrongValue(parameter)
    case 'too-much':
      return searchTooMuch(parameter)
    case 'codes-not-told':
      return codesNotTold(parameter)
    case 'no-named-query':
      return noNamedQuery()
    case 'contained-not-searched':
      return containedNotSearched(parameter)
    case 'no-score':
      return noScore()
  }
}

/** Which codes are meant cannot be told here, so neither what has one of them nor what has none. */
function codesNotTold(name: string): FhirProblem {
  const words = (say: Say) => say('fhir.codesNotTold', { name: shown(name) })
  return new FhirProblem('codes-not-told', { status: 400, issue: 'not-supported', words })
}

/** A query by a name, which somebody else would have to define: none is served. */
function noNamedQuery(): FhirProblem {
  const words = (say: Say) => say('fhir.noNamedQuery')
  return new FhirProblem('no-named-query', { status: 400, issue: 'not-supported', words })
}

/** What is contained in another resource is not found by itself. */
function containedNotSearched(name: string): FhirProblem {
  const words = (say: Say) => say('fhir.containedNotSearched', { name: shown(name) })
  return new FhirProblem('contained-not-searched', { status: 400, issue: 'not-supported', words })
}

/** What is found fits, and none better than another. */
function noScore(): FhirProblem {
  return new FhirProblem('no-score', { status: 400, issue: 'not-supported', words: say => say('fhir.noScore') })
}
