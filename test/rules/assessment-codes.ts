import { ABOUT_ME_PARTS } from '#work/about-me/about-me.ts'
import { FROM_WHOM, NEXT_STEPS, WAYS } from '#work/assessment/contact/contact.ts'
import { COLLECTED_HOW } from '#work/assessment/known/collected.ts'
import { KNOWN_FIELDS } from '#work/assessment/known/fact.ts'
import { HELD_IN, RECORD_KINDS } from '#work/assessment/record.ts'
import { CONDITIONS, ELEMENTS, SUBJECTS } from '#work/assessment/statutory/assessment.ts'

/** What a person says of themselves, the three records, and what forms know already. */
export const ASSESSMENT_CODES: Readonly<Record<string, readonly string[]>> = {
  aboutMeAsk: ABOUT_ME_PARTS,
  aboutMeHint: ABOUT_ME_PARTS,
  aboutMePart: ABOUT_ME_PARTS,
  assessment: [
    ...FROM_WHOM.map(who => `from-${who}`),
    ...WAYS.map(way => `way-${way}`),
    ...NEXT_STEPS.map(step => `next-${step}`),
    ...HELD_IN.map(language => `held-in-${language}`),
    ...SUBJECTS.map(subject => `subject-${subject}`),
    ...ELEMENTS.flatMap(element => [`element-${element}`, `hint-${element}`]),
    ...CONDITIONS.map(condition => `condition-${condition}`),
    ...['open', 'late', 'completed', 'refused'].map(status => `status-${status}`),
    ...['agreed', 'disagreed', 'not-said'].map(agreed => `agreed-${agreed}`),
    ...['completed', 'refused'].flatMap(how => [`end-${how}`, `ended-${how}`]),
    ...RECORD_KINDS.flatMap(kind => [`kind-${kind}`, `${kind}-what`]),
  ],
  collect: [...KNOWN_FIELDS.map(field => `field-${field}`), ...COLLECTED_HOW.map(how => `how-${how}`)],
}
