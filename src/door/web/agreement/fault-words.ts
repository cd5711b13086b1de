import type { Say } from '#ground/language/say.ts'
import type { Fault } from '#record/sharing/agreement/fault.ts'
import { type Names, nameOf } from './name-list.tsx'

/** One thing wrong with an agreement, said to whoever can mend it. */
export function faultInWords(say: Say, { code, clause = 0, name = '' }: Fault, names: Names): string {
  const organisation = say.of(nameOf(names, name))
  switch (code) {
    case 'ends-before-it-begins':
      return say('agreementFault.endsBeforeItBegins')
    case 'review-outside-term':
      return say('agreementFault.reviewOutsideTerm')
    case 'party-twice':
      return say('agreementFault.partyTwice', { name: organisation })
    case 'clause-twice':
      return say('agreementFault.clauseTwice', { clause })
    case 'unknown-organisation':
      return say('agreementFault.unknownOrganisation', { name: organisation })
    case 'not-a-party':
      return say('agreementFault.notAParty', { clause, name: organisation })
    case 'opens-nothing':
      return say('agreementFault.opensNothing', { clause })
    case 'no-hours':
      return say('agreementFault.noHours', { clause })
    case 'wish-not-overridable':
      return say('agreementFault.wishNotOverridable', { clause })
    case 'case-contradicts':
      return say('agreementFault.caseContradicts', { name })
    case 'cannot-be-said':
      return say('agreementFault.cannotBeSaid', { clause, name })
    case 'cannot-be-queried':
      return say('agreementFault.cannotBeQueried', { clause, name: organisation })
  }
}
