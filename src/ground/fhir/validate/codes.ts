import type { ElementFacts } from '../definitions/types.ts'
import { type CodesBySystem, codesOf } from '../definitions/value-sets.ts'
import { type Check, shown, type Visit } from './visit.ts'

/**
 * That a code is of the value set it must be taken from; nothing to check where there is none, or where its codes cannot
 * all be named. A concept needs one coding that is. Source: FHIR R4, terminologies.html, required.
 */
export function checkOfCodes(typeName: string, { codes: url }: ElementFacts): Check | undefined {
  const set = url === undefined ? undefined : codesOf(url)
  if (url === undefined || set === undefined) return undefined
  const miss = (what: string, visit: Visit) => visit.find('unknownCode', `${what} is not in ${url}`)
  switch (typeName) {
    case 'CodeableConcept':
      return (value, visit) => {
        const { coding = [] } = value as Concept
        const isIn = coding.some(one => isCoded(set, one))
        // Words alone say that there is no code for it, which the binding does not allow; no code at all is left to FHIR.
        if (!isIn && coding.length > 0) miss(coding.map(({ code }) => shown(code)).join(', '), visit)
      }
    case 'Coding':
    case 'Quantity':
      return (value, visit) => {
        const coding = value as Coded
        if (coding.code !== undefined && !isCoded(set, coding)) miss(shown(coding.code), visit)
      }
    default: {
      const all = new Set([...set.values()].flatMap(some => [...some]))
      return (value, visit) => {
        if (!all.has(value as string)) miss(shown(value), visit)
      }
    }
  }
}

interface Coded {
  readonly system?: string
  readonly code?: string
}

interface Concept {
  readonly coding?: readonly Coded[]
}

function isCoded(set: CodesBySystem, { system, code }: Coded): boolean {
  return system !== undefined && code !== undefined && (set.get(system)?.has(code) ?? false)
}
