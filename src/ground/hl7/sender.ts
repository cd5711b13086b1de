import type { VisitKind } from './stated.ts'

/**
 * What must be known of one sending system to read its messages rightly. Plain data: it is kept with the sender's
 * agreement.
 */
export interface SenderMap {
  /**
   * Assigning authorities (CX.4, its name or its OID) and identifier types (CX.5) that mean "NHS number".
   * Compared without regard to case.
   */
  readonly nhsAuthorities: readonly string[]
  /**
   * Fields besides PID-3 in which a number without any authority or type is taken for an NHS number, if its check
   * digit is right. Leave out those where the sender puts numbers of its own: one ten-digit number in eleven passes.
   */
  readonly bareNhsFields: readonly (2 | 19)[]
  /**
   * Whether this sender's numbers count as verified when no status stands beside them. True only for a sender that
   * sends none but traced numbers and has said so in writing: a wrong "verified" joins two people's records.
   */
  readonly nhsNumbersVerified: boolean
  /** Status codes that mean "present and verified". */
  readonly verifiedStatuses: readonly string[]
  /** Which component of an address (XAD) holds the UPRN, when it is not written there with its name (`UPRN 100…`). */
  readonly uprnComponent?: number
  /** Under which FHIR systems the numbers stand that its assigning authorities (CX.4) give out. */
  readonly identifierSystems?: Readonly<Record<string, string>>
  /** What the sender's site codes (PV1-3.4) are called. */
  readonly siteNames?: Readonly<Record<string, string>>
  /** What the sender's own patient classes (PV1-2) mean, besides HL7 table 0004. */
  readonly visitKinds?: Readonly<Record<string, VisitKind>>
}

/**
 * Reads every sender we have seen, and trusts none: `NHS^NH` of the Welsh systems, `NI` of the older ones, `NHSNBR`
 * and `NHSNMBR` of English ones, the OID and the FHIR address. 01 is the status of the NHS Data Dictionary and of
 * UK Core's Welsh list; `NSTS01` is how English interfaces write it.
 */
export const DEFAULT_SENDER: SenderMap = {
  nhsAuthorities: [
    'NHS',
    'NH',
    'NI',
    'NHSNBR',
    'NHSNMBR',
    '2.16.840.1.113883.2.1.4.1',
    'https://fhir.nhs.uk/Id/nhs-number',
  ],
  bareNhsFields: [2, 19],
  nhsNumbersVerified: false,
  verifiedStatuses: ['01', 'NSTS01'],
}
