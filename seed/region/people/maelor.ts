import type { SeedPerson } from '../shape.ts'

/** A boy with complex needs, his mother, and a father whom a court has ordered to ask first. */
export const maelor: readonly SeedPerson[] = [
  {
    key: 'macsen-maelor',
    family: 'Maelor',
    given: ['Macsen'],
    knownAs: 'Macsen',
    born: '2012-02-29',
    sex: 'male',
    nhsNumber: '9990031207',
    language: 'cy',
    home: { lines: ['11 Rhes y Gof'], town: 'Aberelwyn', postcode: 'GH1 7QP', uprn: '999000170011' },
    phone: '07700 900171',
    story:
      'Fourteen, born on 29 February, with complex needs. He says what matters to him himself; his mother says it otherwise, and both are kept. His father’s part was ended by an order.',
    account: 'macsen-maelor',
    records: [
      { organisation: 'cyngor-bro-rhedyn', localId: 'BR-71207', nhsNumber: 'verified' },
      { organisation: 'bwrdd-iechyd', localId: 'H2071207', nhsNumber: 'verified' },
    ],
    ties: [
      { kind: 'caseload', account: 'hannah-whitfield', source: 'case-system' },
      { kind: 'caseload', team: 'nyrsys-ardal', source: 'case-system' },
    ],
    representatives: [
      {
        account: 'nest-maelor',
        kind: 'parent',
        acts: 'severally',
        reference: 'GH-2012-0311',
        registeredOn: '2012-03-09',
      },
    ],
    findings: [
      {
        decision: 'sharing-information',
        hasCapacity: true,
        evidence:
          'Esboniodd Macsen i mi, yn ei eiriau ei hun a gyda’i fwrdd lluniau, pwy ddylai gael gwybod beth a pham.',
        foundBy: 'hannah-whitfield',
        reviewInDays: 120,
      },
    ],
    plan: [
      {
        kind: 'goal',
        words: 'Mynd ar y bws i’r pwll nofio efo Gruff, heb Mam.',
        language: 'cy',
        owner: 'person',
        dataClass: 'plan',
        helpedBy: 'Hannah Whitfield',
      },
    ],
  },
]
