import type { SeedPerson } from '../shape.ts'

const plasYGamlas = {
  lines: ['Plas y Gamlas', 'Cei’r Gamlas'],
  town: 'Trefedwen',
  postcode: 'GH5 2WX',
  uprn: '999000520100',
}
const tyGobaith = { lines: ['17 Rhes yr Odyn'], town: 'Aberelwyn', postcode: 'GH1 5RD', uprn: '999000150017' }

/** People who live at one address with others and are of no household with them: a care home, a refuge. */
export const manyUnderOneRoof: readonly SeedPerson[] = [
  {
    key: 'gwladys-wigley',
    family: 'Wigley',
    given: ['Gwladys', 'May'],
    knownAs: 'Gladys',
    title: 'Miss',
    born: '1934-10-02',
    sex: 'female',
    nhsNumber: '9990437025',
    language: 'cy',
    home: plasYGamlas,
    story: 'Lives in a care home. Its other residents share her address and her telephone, and are no family of hers.',
    records: [
      { organisation: 'bwrdd-iechyd', localId: 'H2000457', nhsNumber: 'verified' },
      { organisation: 'cyngor-bro-rhedyn', localId: 'BR-63020', nhsNumber: 'verified' },
    ],
    ties: [{ kind: 'caseload', account: 'hannah-whitfield', source: 'case-system' }],
  },
  {
    key: 'trefor-hamer',
    family: 'Hamer',
    given: ['Trefor'],
    knownAs: 'Trev',
    title: 'Mr',
    born: '1937-01-26',
    sex: 'male',
    nhsNumber: '9990449368',
    language: 'en',
    home: plasYGamlas,
    story: 'Lives in the same care home as Gwladys, three doors down the corridor.',
    records: [
      { organisation: 'bwrdd-iechyd', localId: 'H2000983', nhsNumber: 'verified' },
      { organisation: 'cyngor-bro-rhedyn', localId: 'BR-63021', nhsNumber: 'verified' },
    ],
    ties: [{ kind: 'caseload', account: 'hannah-whitfield', source: 'case-system' }],
  },
  {
    key: 'nesta-gwyther',
    family: 'Gwyther',
    given: ['Nesta', 'Ann'],
    knownAs: 'Nesta',
    born: '1988-06-14',
    sex: 'female',
    nhsNumber: '9990455538',
    language: 'en',
    home: tyGobaith,
    phone: '07700 900177',
    story:
      'Lives in a refuge with her daughter. Her address is compared like any other and shown to nobody but those who may see a protected one.',
    records: [
      { organisation: 'bwrdd-iechyd', localId: 'H2048805', nhsNumber: 'verified' },
      { organisation: 'cyngor-bro-rhedyn', localId: 'BR-63030', nhsNumber: 'verified' },
    ],
    ties: [
      { kind: 'caseload', account: 'hannah-whitfield', source: 'case-system' },
      { kind: 'referral', account: 'lowri-hughes', source: 'referral' },
    ],
  },
]
