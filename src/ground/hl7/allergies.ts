import type { Moment } from '#ground/hl7/time.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type CodedWell, codedField, codedFields, type EntityId, entityId } from './coded.ts'
import { segmentsNamed } from './field.ts'
import { onlySaid } from './header.ts'
import type { Hl7Message, Segment } from './message.ts'
import { type Reading, statedMoment } from './reading.ts'

/** What a sender says of one allergy or intolerance (IAM). */
export interface SentAllergy {
  /** IAM-6: whether it stands, or was taken back. `X` says that nothing has changed since it was last sent. */
  readonly action: 'stands' | 'takenBack' | 'unchanged'
  /** IAM-2, HL7 table 0127: `DA` a medicine, `FA` food ... */
  readonly kind?: string
  /** IAM-3. */
  readonly substance: CodedWell
  /** IAM-4, HL7 table 0128: `SV` severe, `MO` moderate, `MI` mild, `U` unknown. */
  readonly severity?: string
  /** IAM-5, one text a reaction; or from version 2.8, IAR-1. */
  readonly reactions: readonly CodedWell[]
  /** IAM-7. */
  readonly number?: EntityId
  /** IAM-9, HL7 table 0436: `AL` allergy, `IN` intolerance, `SE` side effect ... */
  readonly sensitivity?: string
  readonly onsetAt?: Moment
  readonly reportedAt?: Moment
  /** IAM-17, HL7 table 0438: `C` confirmed, `U` unconfirmed, `E` erroneous, `I` confirmed and no longer so ... */
  readonly clinicalStatus?: string
}

/** Reads every IAM. Refused when there is none, or one does not say to what: an allergy to nothing must not stand. */
export function readAllergies(reading: Reading, message: Hl7Message): Outcome<readonly SentAllergy[], 'adt.noAllergy'> {
  const segments = segmentsNamed(message, 'IAM')
  const allergies = segments.flatMap(iam => allergyIn(reading, iam, reactionsAfter(message, iam)) ?? [])
  return segments.length > 0 && allergies.length === segments.length ? done(allergies) : refused('adt.noAllergy')
}

function allergyIn(reading: Reading, iam: Segment, further: readonly CodedWell[]): SentAllergy | undefined {
  const substance = codedField(iam, 3)
  if (substance === undefined) return undefined
  return onlySaid({
    action: ACTIONS[codedField(iam, 6)?.code?.toUpperCase() ?? ''] ?? 'stands',
    kind: codedField(iam, 2)?.code,
    substance,
    severity: codedField(iam, 4)?.code,
    reactions: [...codedFields(iam, 5).map(asText), ...further],
    number: entityId(iam, 7),
    sensitivity: codedField(iam, 9)?.code,
    onsetAt: statedMoment(reading, iam, 11) ?? undefined,
    reportedAt: statedMoment(reading, iam, 13) ?? undefined,
    clinicalStatus: codedField(iam, 17)?.code,
  })
}

/** IAM-5 is text, though it is called a code. */
function asText({ code, text, system, ...rest }: CodedWell): CodedWell {
  return onlySaid({ ...rest, code: system === undefined ? undefined : code, text: text ?? code, system })
}

/** HL7 table 0206: added, updated and corrected stand alike. */
const ACTIONS: Readonly<Record<string, SentAllergy['action']>> = { D: 'takenBack', X: 'unchanged' }

/** The IARs that follow an IAM and precede the next. */
function reactionsAfter({ segments }: Hl7Message, iam: Segment): CodedWell[] {
  const rest = segments.slice(segments.indexOf(iam) + 1)
  const next = rest.findIndex(({ name }) => name === 'IAM')
  const own = next === -1 ? rest : rest.slice(0, next)
  return own.flatMap(segment => (segment.name === 'IAR' ? (codedField(segment, 1) ?? []) : []))
}
