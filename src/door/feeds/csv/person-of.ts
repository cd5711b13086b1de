import type { AdtPerson, PersonName } from '#ground/hl7/adt-event.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { standardSex } from '#record/person/standard/sex.ts'
import { plain } from '#work/drop/columns.ts'
import type { RowValues } from '#work/drop/read-row.ts'
import type { Sender } from '#work/sender/sender.ts'

/** Whose row it is. What a row does not say is left alone: a blank cell takes nothing away. */
export function personOf(values: RowValues, { map }: Sender): AdtPerson {
  const { localId = '', nhsNumber, nhsNumberStatus, born, sex, language, phone, email } = values
  const number = parseNhsNumber(nhsNumber ?? '')
  const isVerified =
    nhsNumberStatus === undefined ? map.nhsNumbersVerified : map.verifiedStatuses.includes(nhsNumberStatus)
  const names = namesIn(values)
  const standard = standardSex(sex)
  return {
    localIds: [{ value: localId }],
    ...(number !== undefined && {
      nhsNumber: { number, verified: isVerified, ...(!isVerified && nhsNumberStatus && { status: nhsNumberStatus }) },
    }),
    ...(nhsNumber !== undefined && number === undefined && { nhsNumberRejected: nhsNumber }),
    ...(names !== undefined && { names }),
    ...(born !== undefined && { birthDate: born }),
    ...(sex !== undefined && { sex: standard === undefined ? 'unknown' : standard === 'F' ? 'female' : 'male' }),
    ...(language !== undefined && { language: { code: LANGUAGES[plain(language)] ?? language } }),
    ...addressIn(values),
    ...(phone !== undefined && { phones: [{ number: phone }] }),
    ...(email !== undefined && { emails: [email] }),
  }
}

/** As people write them. */
const LANGUAGES: Readonly<Record<string, string | undefined>> = {
  welsh: 'cy',
  cymraeg: 'cy',
  english: 'en',
  saesneg: 'en',
}

/** A name in one column is `Surname, Given` or `Given Surname`. */
function namesIn({ title, given, family, fullName }: RowValues): PersonName[] | undefined {
  const prefix = title === undefined ? {} : { prefix: title }
  if (given !== undefined || family !== undefined) {
    return [{ given: wordsOf(given), ...(family !== undefined && { family }), use: 'L', ...prefix }]
  }
  if (fullName === undefined) return undefined
  const [before = '', behind] = fullName.split(',').map(part => part.trim())
  if (behind !== undefined) return [{ given: wordsOf(behind), family: before, use: 'L', ...prefix }]
  const words = wordsOf(fullName)
  return [{ given: words.slice(0, -1), family: words.at(-1) ?? '', use: 'L', ...prefix }]
}

function wordsOf(text = ''): string[] {
  return text.split(/\s+/).filter(word => word !== '')
}

function addressIn({ addressLine, town, postcode, uprn }: RowValues): Pick<AdtPerson, 'addresses'> {
  if ([addressLine, town, postcode, uprn].every(part => part === undefined)) return {}
  const lines = (addressLine ?? '').split('\n').filter(line => line !== '')
  const place = {
    ...(town !== undefined && { town }),
    ...(postcode !== undefined && { postcode }),
    ...(uprn !== undefined && { uprn }),
  }
  return { addresses: [{ kind: 'home', lines, ...place }] }
}
