import type { Identifier } from 'fhir/r4.js'
import type { EntityId } from '#ground/hl7/coded.ts'
import { own } from '#ground/own.ts'

/** What a sender's own numbers stand under: its facility, or the systems its map names for its authorities. */
export interface Naming {
  readonly facility: string
  readonly identifierSystems?: Readonly<Record<string, string>> | undefined
}

/** The system of a number that this authority gave out, or that says of none. */
export function systemOf({ facility, identifierSystems = {} }: Naming, authority: string | undefined): string {
  return own(identifierSystems, authority) ?? `urn:cydofal:${authority ?? facility}`
}

/** A number of an order: of whoever asked (`PLAC`) or of whoever answers (`FILL`), HL7 table 0203. */
export function identifierOf({ value, authority }: EntityId, naming: Naming, type?: 'PLAC' | 'FILL'): Identifier {
  return {
    ...(type !== undefined && {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: type }] },
    }),
    system: systemOf(naming, authority),
    value,
  }
}
