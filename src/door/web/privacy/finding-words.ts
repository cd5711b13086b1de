import type { Key, Say } from '#ground/language/say.ts'
import type { Finding, Flag } from '#work/privacy/finding.ts'
import type { InquiryOutcome } from '#work/privacy/inquiry.ts'

/** Why something stands out, in a sentence to the officer. */
export function flagIn(say: Say, flag: Flag): string {
  return say.plain(FLAG_WORDS[flag])
}

/** What came of looking into something. */
export function outcomeIn(say: Say, outcome: InquiryOutcome): string {
  return say.plain(OUTCOME_WORDS[outcome])
}

/** Whose looks they were: one worker's, by name, or many workers'. */
export function whoIn(say: Say, { worker, others }: Finding): string {
  return worker?.who ?? say('privacyOffice.manyWorkers', { count: others })
}

/** How often they looked and were refused, in the order of what happened more rarely. */
export function howOftenIn(say: Say, { looks, refused }: Finding): string {
  return [
    looks > 0 && say('privacyOffice.letThrough', { count: looks }),
    refused > 0 && say('privacyOffice.refusedTimes', { count: refused }),
  ]
    .filter(words => words !== false)
    .join(', ')
}

const FLAG_WORDS: Readonly<Record<Flag, Key>> = {
  'own-record': 'privacyOffice.flagOwnRecord',
  'same-address': 'privacyOffice.flagSameAddress',
  family: 'privacyOffice.flagFamily',
  colleague: 'privacyOffice.flagColleague',
  'surge-at-person': 'privacyOffice.flagSurgeAtPerson',
  'surge-by-worker': 'privacyOffice.flagSurgeByWorker',
  'refused-repeatedly': 'privacyOffice.flagRefusedRepeatedly',
  unexplained: 'privacyOffice.flagUnexplained',
  'same-surname': 'privacyOffice.flagSameSurname',
}

const OUTCOME_WORDS: Readonly<Record<InquiryOutcome, Key>> = {
  'in-order': 'privacyOffice.outcomeInOrder',
  'spoken-to': 'privacyOffice.outcomeSpokenTo',
  referred: 'privacyOffice.outcomeReferred',
}
