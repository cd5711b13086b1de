import type { CodeableConcept, Coding } from 'fhir/r4.js'
import type { CodedWell } from '#ground/hl7/coded.ts'
import type { Coded } from '#ground/hl7/stated.ts'
import { own } from '#ground/own.ts'

/** A code as sent: each system's own, and the words. Source: the v2-to-FHIR map of CWE to CodeableConcept. */
export function conceptOf({ other, words, ...one }: CodedWell): CodeableConcept {
  const coding = [one, other].flatMap(each => (each?.code === undefined ? [] : [codingOf(each)]))
  const text = words ?? (coding.length === 0 ? (one.text ?? other?.text) : undefined)
  return { ...(coding.length > 0 && { coding }), ...(text !== undefined && { text }) }
}

/** A code of one of HL7's own tables, as it stands there. */
export function codeOfTable(table: string, code: string): CodeableConcept {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/v2-${table}`, code }] }
}

function codingOf({ code, text, system }: Coded): Coding {
  return {
    ...(system !== undefined && { system: systemNamed(system) }),
    ...(code !== undefined && { code }),
    ...(text !== undefined && { display: text }),
  }
}

/** HL7 table 0396. What a sender calls otherwise is its own, whatever it may look like. */
function systemNamed(name: string): string {
  const table = /^HL7(\d{4})$/.exec(name)?.[1]
  if (table !== undefined) return `http://terminology.hl7.org/CodeSystem/v2-${table}`
  return own(SYSTEMS, name.toUpperCase()) ?? `urn:cydofal:${name}`
}

const SYSTEMS: Readonly<Record<string, string>> = {
  LN: 'http://loinc.org',
  SCT: 'http://snomed.info/sct',
  I10: 'http://hl7.org/fhir/sid/icd-10',
  UCUM: 'http://unitsofmeasure.org',
  MDC: 'urn:iso:std:iso:11073:10101',
}
