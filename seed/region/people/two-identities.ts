import type { SeedPerson } from '../shape.ts'

const taiRadur = { lines: ['4 Tai’r Adur'], town: 'Llanfeilir', postcode: 'GH2 6TA', uprn: '999000260004' }
const closYDryw = { lines: ['11 Clos y Dryw'], town: 'Aberelwyn', postcode: 'GH1 4DY', uprn: '999000140011' }
const closYGof = { lines: ['6 Clos y Gof'], town: 'Trefedwen', postcode: 'GH5 3GF', uprn: '999000530006' }

/**
 * People with two NHS numbers: one whose number was superseded, and two with a new identity, of each of whom the old one
 * is another person to everybody and everything but the seal.
 */
export const twoIdentities: readonly SeedPerson[] = [
  {
    key: 'dilwyn-humphreys',
    family: 'Humphreys',
    given: ['Dilwyn'],
    knownAs: 'Dil',
    title: 'Mr',
    born: '1957-02-19',
    sex: 'male',
    nhsNumber: '9990400008',
    supersededNumber: '9990406170',
    language: 'cy',
    home: { lines: ['Pen-yr-allt'], town: 'Pont-y-celyn', postcode: 'GH3 3PA', uprn: '999000330001' },
    phone: '01632 960281',
    story:
      'Two numbers were given out to him and one took the place of the other. The council still has the old one, verified as it was: not two people.',
    records: [
      { organisation: 'bwrdd-iechyd', localId: 'H2061190', nhsNumber: 'verified' },
      { organisation: 'cyngor-bro-rhedyn', localId: 'BR-63001', nhsNumber: 'superseded' },
    ],
    ties: [{ kind: 'caseload', account: 'hannah-whitfield', source: 'case-system' }],
  },
  {
    key: 'gethin-arwel',
    family: 'Arwel',
    given: ['Gethin'],
    knownAs: 'Gethin',
    born: '1994-08-30',
    sex: 'male',
    nhsNumber: '9990412340',
    language: 'cy',
    home: closYDryw,
    phone: '07700 900186',
    story: 'The identity of before of somebody who has another now. Nothing may lead from the one to the other.',
    records: [{ organisation: 'bwrdd-iechyd', localId: 'H2055020', nhsNumber: 'verified' }],
    ties: [],
  },
  {
    key: 'gwen-arwel',
    family: 'Arwel',
    given: ['Gwen'],
    knownAs: 'Gwen',
    title: 'Ms',
    born: '1994-08-30',
    sex: 'female',
    nhsNumber: '9990418519',
    language: 'cy',
    home: closYDryw,
    phone: '07700 900186',
    story:
      'A woman with a gender recognition certificate and a new number. Same birth date, house and telephone as a record of before, and never to be joined to it, nor suggested.',
    records: [
      { organisation: 'bwrdd-iechyd', localId: 'H2062233', nhsNumber: 'verified' },
      { organisation: 'cyngor-bro-rhedyn', localId: 'BR-63014', nhsNumber: 'verified' },
    ],
    ties: [{ kind: 'caseload', account: 'hannah-whitfield', source: 'case-system' }],
  },
  {
    key: 'bedwyr-hamer',
    family: 'Hamer',
    given: ['Bedwyr', 'Tomos'],
    knownAs: 'Bedwyr',
    born: '2019-05-08',
    sex: 'male',
    nhsNumber: '9990424683',
    language: 'en',
    home: taiRadur,
    story: 'The identity a child was born with, before he was adopted. His first family’s records stay theirs.',
    records: [{ organisation: 'bwrdd-iechyd', localId: 'H2057801', nhsNumber: 'verified' }],
    ties: [],
  },
  {
    key: 'bedwyr-tegid',
    family: 'Tegid',
    given: ['Bedwyr', 'Tomos'],
    knownAs: 'Bed',
    born: '2019-05-08',
    sex: 'male',
    nhsNumber: '9990430853',
    language: 'cy',
    home: closYGof,
    story: 'The same child since he was adopted, under a new name and number. To the record he is somebody else.',
    records: [{ organisation: 'bwrdd-iechyd', localId: 'H2063377', nhsNumber: 'verified' }],
    ties: [],
  },
]
