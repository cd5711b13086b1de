import { PROBLEM_PLACES } from '#ground/hl7/problem.ts'
import type { MllpFault } from '#ground/mllp/conversation.ts'
import { CELL_FAULTS } from '#work/drop/cell.ts'
import type { StrayProblem } from '#work/sender/line.ts'
import { all } from './all.ts'

/** Why a message may be put aside or refused, by the codes that the feeds give. */
export const QUARANTINE_CODES: readonly string[] = [
  ...Object.keys(PROBLEM_PLACES),
  ...all<MllpFault>({
    'mllp.garbage': true,
    'mllp.tooLarge': true,
    'mllp.startInside': true,
    'mllp.unfinished': true,
    'mllp.slow': true,
  }),
  'fhir.notFhir',
  'fhir.tooDeep',
  'fhir.tooManyEntries',
  'fhir.noHeader',
  'fhir.onlyPutAndPost',
  'fhir.onlyNamed',
  'fhir.onePatient',
  'fhir.noLocalId',
  'fhir.noIdentifier',
  'fhir.aboutNobody',
  'fhir.privateMix',
  ...all<StrayProblem>({ 'feed.otherCertificate': true, 'feed.otherAddress': true, 'feed.otherFolder': true }),
  'feed.setAside',
  'feed.teamUnknown',
  'feed.teamMayNotKnow',
  'feed.unknownSender',
  'feed.controlIdReused',
  'feed.noLocalId',
  'feed.mergeNamesNobody',
  'feed.mergeBareNumber',
  'feed.joinRefused',
  'feed.visitUnknown',
  'feed.visitOfAnother',
  'feed.withdrawsNobody',
  'feed.triggerNotApplied',
  'feed.classUnknown',
  'feed.numberOfAnother',
  'oru.nothingToFinish',
  'feed.failed',
  'match.numberOfSomebodyElse',
  ...['not-a-row', 'put-right', 'too-few', 'too-many', ...CELL_FAULTS].map(code => `csv.${code}`),
]
