import type { SeedPerson } from '../shape.ts'

const home = { lines: ['23 Ffordd y Felin'], town: 'Llanfeilir', postcode: 'GH2 3RB', uprn: '999000230023' }

/** A man who died this summer, and his widow, who should get no letter with his name on it. */
export const bevan: readonly SeedPerson[] = [
  {
    key: 'arthur-bevan',
    family: 'Bevan',
    given: ['Arthur', 'Trefor'],
    knownAs: 'Arthur',
    title: 'Mr',
    born: '1940-10-02',
    died: '2026-08-19',
    sex: 'male',
    nhsNumber: '9990020256',
    language: 'cy',
    home,
    phone: '01632 960240',
    story: 'He has died. His record stays whole; nobody works with him now, so he has no ties.',
    records: [
      { organisation: 'bwrdd-iechyd', localId: 'H2003361', nhsNumber: 'verified' },
      { organisation: 'cartrefi-gwennol', localId: 'GW-17720', nhsNumber: 'none' },
    ],
    ties: [],
  },
  {
    key: 'morfudd-bevan',
    family: 'Bevan',
    given: ['Morfudd'],
    knownAs: 'Morfudd',
    title: 'Mrs',
    born: '1943-01-20',
    sex: 'female',
    nhsNumber: '9990030626',
    language: 'cy',
    home,
    phone: '01632 960240',
    story: 'Arthur’s widow. The tenancy is now hers, and so is the quiet.',
    records: [
      { organisation: 'cartrefi-gwennol', localId: 'GW-17721', nhsNumber: 'none' },
      { organisation: 'cyngor-dyffryn-banadl', localId: 'DB-104480', nhsNumber: 'verified' },
      { organisation: 'tegell', localId: 'TEG-0341', nhsNumber: 'none' },
    ],
    ties: [
      { kind: 'caseload', account: 'sioned-evans', source: 'case-system' },
      { kind: 'tenancy', account: 'ffion-gittins', source: 'tenancy-register' },
      { kind: 'referral', account: 'glenys-tudge', source: 'referral' },
    ],
    plan: [
      {
        kind: 'matters',
        words: 'Cael siarad am Arthur. Mae pobl yn osgoi dweud ei enw, rhag fy mrifo i.',
        language: 'cy',
        owner: 'person',
        dataClass: 'about-me',
      },
      {
        kind: 'goal',
        words: 'Bwyta wrth y bwrdd unwaith eto, efo rhywun yr ochr arall iddo.',
        language: 'cy',
        owner: 'person',
        dataClass: 'plan',
      },
      {
        kind: 'action',
        words: 'Gwirfoddolwr i ddod am ginio efo Morfudd bob dydd Mercher.',
        language: 'cy',
        owner: 'tegell',
        dataClass: 'care-and-support',
        goal: 1,
        dueInDays: 11,
        helpedBy: 'Glenys Tudge',
      },
      {
        kind: 'action',
        words: 'Gorffen rhoi’r contract yn enw Morfudd yn unig, a stopio pob llythyr yn enw Arthur.',
        language: 'cy',
        owner: 'cartrefi-gwennol',
        dataClass: 'housing-and-tenancy',
        dueInDays: 5,
        helpedBy: 'Ffion Gittins',
      },
    ],
  },
]
