import type { Address, Patient } from 'fhir/r4.js'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { fold, VERIFIED } from '../patient.ts'
import { uprnOf } from '../patient-extensions.ts'
import { rawOfPatient } from '../raw-of-patient.ts'
import { standardUprn } from '../standard/address.ts'
import { standardPhones } from '../standard/contact.ts'
import { readName } from '../standard/name.ts'
import { standardPostcode } from '../standard/postcode.ts'
import type { FaultOfOne } from './fault.ts'

/** The age that nobody in Wales has reached, years. Source: Office for National Statistics, oldest person, 115 years. */
const AGE_MAX = 120

/**
 * What is wrong with one record as its organisation sent it, on a day of the region (ISO 8601). Nothing of the person is
 * in the answer. Pure.
 */
export function faultsOf(patient: Patient, today: string): FaultOfOne[] {
  const addresses = (patient.address ?? []).filter(({ use }) => use !== 'old')
  return [
    ...faultsOfNumber(patient),
    ...faultsOfName(patient),
    ...faultsOfBirth(patient, today),
    ...(patient.gender === undefined || patient.gender === 'unknown' ? (['sex-missing'] as const) : []),
    ...faultsOfAddresses(addresses),
    ...(hasPhone(patient) ? [] : (['phone-missing'] as const)),
  ]
}

function faultsOfNumber(patient: Patient): FaultOfOne[] {
  const { nhsNumber, nhsNumberStatus } = rawOfPatient(patient)
  const written = nhsNumber?.replace(/[\s-]/g, '')
  if (written === undefined || written === '') return ['number-missing']
  if (PLACEHOLDER_NUMBER.test(written)) return ['number-placeholder']
  if (parseNhsNumber(written) === undefined) return ['number-wrong']
  return nhsNumberStatus === VERIFIED ? [] : ['number-unverified']
}

/** One digit over and over, and the digits in their order: what people type who have none. */
const PLACEHOLDER_NUMBER = /^(?:(\d)\1*|0?1234567890?|0123456789|9876543210|n\/?a|none|unknown|dim)$/i

function faultsOfName(patient: Patient): FaultOfOne[] {
  const names = (patient.name ?? []).filter(({ use }) => use !== 'old' && use !== 'maiden')
  const whole = names.filter(({ family, given }) => hasLetters(family) && given?.some(hasLetters))
  if (whole.length === 0) return ['name-missing']
  const isReal = whole.some(({ family, given = [] }) => {
    const { isBaby, names: read } = readName({ surname: family, given: given.join(' ') })
    return !isBaby && read.some(name => name.given !== '' && name.surname !== '')
  })
  return isReal ? [] : ['name-placeholder']
}

function hasLetters(part: string | undefined): boolean {
  return part !== undefined && fold(part) !== ''
}

function faultsOfBirth({ birthDate, deceasedDateTime }: Patient, today: string): FaultOfOne[] {
  if (birthDate === undefined || birthDate === '') return ['born-missing']
  if (!isDay(birthDate)) return [/^\d{4}(-\d{2})?$/.test(birthDate) ? 'born-proxy' : 'born-impossible']
  if (birthDate > today) return ['born-future']
  const isTooOld = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > AGE_MAX
  if (isTooOld || (deceasedDateTime !== undefined && deceasedDateTime.slice(0, 10) < birthDate)) {
    return ['born-impossible']
  }
  return birthDate.endsWith('-01-01') ? ['born-proxy'] : []
}

/** A day that there was: not 31 April. */
function isDay(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return moment !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

function faultsOfAddresses(addresses: readonly Address[]): FaultOfOne[] {
  const postcodes = addresses.flatMap(({ postalCode }) => postalCode?.toUpperCase().replace(/\s/g, '') || [])
  const real = postcodes.filter(postcode => !PSEUDO_POSTCODE.test(postcode))
  const isWrong = real.length > 0 && real.every(postcode => standardPostcode(postcode).district === undefined)
  return [
    ...(addresses.some(({ line }) => line?.some(hasWords)) ? [] : (['address-missing'] as const)),
    ...(real.length === 0 ? (['postcode-missing'] as const) : []),
    ...(isWrong ? (['postcode-wrong'] as const) : []),
    ...(addresses.some(address => standardUprn(uprnOf(address)) !== undefined) ? [] : (['uprn-missing'] as const)),
  ]
}

function hasWords(line: string): boolean {
  return /[\p{Letter}\d]/u.test(line)
}

/** No place: what is written of somebody abroad or without a home. Source: Data Dictionary, POSTCODE. */
const PSEUDO_POSTCODE = /^(?:ZZ|XX|NFA|NF1)/

function hasPhone({ telecom = [] }: Patient): boolean {
  return telecom.some(({ system, value }) => system === 'phone' && standardPhones([value ?? '']).length > 0)
}
