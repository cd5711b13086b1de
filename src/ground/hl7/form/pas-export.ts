import { done, type Outcome, refused } from '#ground/outcome.ts'
import { elementsIn, textIn, type XmlElement } from '#ground/xml/read.ts'
import { marksOf, USUAL_DELIMITERS } from '../delimiters.ts'
import { encodeEscapes } from '../escape.ts'
import { DELETE_MARK } from '../field.ts'
import type { Hl7Message, Segment } from '../message.ts'
import type { Hl7Problem } from '../problem.ts'
import { XML } from './form.ts'

/** The namespace of what a Welsh PAS (WPAS) writes of its patients in a language of its own. */
const PAS_DEMOGRAPHICS = 'http://PAS_Demographics'

/** Whether the document is such an export. */
export function isPasExport({ name, namespace }: XmlElement): boolean {
  return name === 'MAINDATA' && namespace === PAS_DEMOGRAPHICS
}

/**
 * Makes of the export of one person (`MSG_ID` MPI) the message that says the same in HL7: an update of a person, A31.
 * Whether the person is new the export does not say, and nothing hangs on it. What it writes as `""` says nothing: it
 * sends every column of its table each time, and that is how an empty one looks. The sender is its `SYSTEM_ID` and
 * `DHA_CODE`, as in the messages which the same systems send in HL7. Other columns (next of kin, religion, language,
 * under codes of its own) are not taken.
 */
export function readPasExport(root: XmlElement, charset: string): Outcome<Hl7Message, Hl7Problem> {
  const [transaction, ...more] = elementsIn(root)
  if (transaction === undefined) return refused('hl7.pasExport')
  if (more.length > 0) return refused('hl7.severalMessages')
  const columns = new Map(elementsIn(transaction).map(column => [column.name, textIn(column)]))
  if (columns.get('MSG_ID') !== 'MPI') return refused('hl7.pasExport')
  const encoding = { delimiters: USUAL_DELIMITERS, charset }
  const segments = linesOf(name => said(columns.get(name))).map(([name, fields]): Segment => {
    const numbered = Array.from({ length: Math.max(...Object.keys(fields).map(Number)) + 1 }, (_, n) => fields[n] ?? '')
    return { name, fields: [name, ...numbered.slice(1)], encoding }
  })
  return done({ encoding, segments, form: XML })
}

function said(text = ''): string {
  return text === DELETE_MARK ? '' : encodeEscapes(text, USUAL_DELIMITERS)
}

type Column = (name: string) => string

/** Segments, each with its fields by their numbers. */
function linesOf(of: Column): [string, Readonly<Record<number, string>>][] {
  const system = of('SYSTEM_ID')
  const updated = digits(of('UPDATE_DATE'))
  const alias = parts(of('ALIAS_SURNAME'), of('ALIAS_FORENAME'))
  const msh = {
    ...{ 1: USUAL_DELIMITERS.field, 2: marksOf(USUAL_DELIMITERS), 3: system, 4: of('DHA_CODE') },
    ...{ 7: updated, 9: 'ADT^A31^ADT_A05', 10: of('TRANSACTION_ID'), 11: 'P', 12: '2.5.1' },
  }
  const pid = {
    ...{ 1: '1', 3: idsOf(of, system) },
    ...{ 5: parts(of('SURNAME'), of('FORENAME'), '', '', of('TITLE')), 7: digits(of('BIRTHDATE')) },
    ...{ 8: of('SEX'), 9: alias, 11: repeated(addressOf(of, 'ADDRESS', 'H'), contactOf(of)), 13: phonesOf(of) },
    ...{ 16: of('MARITAL_STATUS'), 22: of('ETHNIC_ORIGIN'), 29: digits(of('DEATHDATE')) },
    ...{ 32: of('NHS_CERTIFICATION'), 33: updated },
  }
  const practice = parts(of('GP_ADDR1'), ...Array(8).fill(''), of('GP_PRACTICE'))
  const pd1 = { 3: practice, 4: parts(of('REGISTERED_GP'), of('GP_SURNAME'), of('GP_INITS')) }
  return [
    ['MSH', msh],
    ['EVN', { 1: 'A31', 2: updated, 5: of('USER_ID') }],
    ['PID', pid],
    ['PD1', pd1],
  ]
}

function idsOf(of: Column, system: string): string {
  const own = of('UNIT_NUMBER')
  const nhs = of('NHS_NUMBER')
  return repeated(own && parts(own, '', '', system, 'PI'), nhs && parts(nhs, '', '', 'NHS', 'NH'))
}

function addressOf(of: Column, column: 'ADDRESS' | 'CONTACT_ADDRESS', kind: string): string {
  const [first = '', second = '', third = '', ...rest] = [1, 2, 3, 4, 5].map(line => of(`${column}_${line}`))
  const county = rest.filter(line => line !== '').join(', ')
  const postcode = of(column === 'ADDRESS' ? 'POSTCODE' : 'CONTACT_ADDRESS_6')
  const lines = parts(first, second, third, county, postcode)
  return lines && parts(first, second, third, county, postcode, '', kind)
}

/** Where letters go, which is often the same place. */
function contactOf(of: Column): string {
  return addressOf(of, 'CONTACT_ADDRESS', 'M')
}

function phonesOf(of: Column): string {
  const phone = (number: string, use: string, kind: string) => number && parts(number, use, kind)
  const email = of('EMAIL')
  return repeated(
    phone(of('TELEPHONE_DAY'), 'PRN', 'PH'),
    phone(of('TELEPHONE_NIGHT'), 'PRN', 'PH'),
    phone(of('MOBILE'), 'PRS', 'CP'),
    email && parts('', 'NET', 'Internet', email),
  )
}

/** Dates and times are written `2025-02-10T11:24:48`. */
function digits(moment: string): string {
  return moment.replace(/[-:T]/g, '')
}

function parts(...texts: readonly string[]): string {
  return texts.join(USUAL_DELIMITERS.component).replace(/\^+$/, '')
}

function repeated(...fields: readonly string[]): string {
  return fields.filter(field => field !== '').join(USUAL_DELIMITERS.repetition)
}
