import type { SeedPerson } from '../shape.ts'
import { mairAboutMe, mairAssessed } from './pritchard-voice.ts'

/** Mair, whom the product's main story is about, and the neighbour who would feed her hens. */
export const pritchard: readonly SeedPerson[] = [
  {
    key: 'mair-pritchard',
    family: 'Pritchard',
    given: ['Mair'],
    knownAs: 'Mair',
    title: 'Mrs',
    born: '1942-03-17',
    sex: 'female',
    nhsNumber: '9990000042',
    language: 'cy',
    home: {
      lines: ['Fflat 3', 'Llys y Berllan', 'Lôn y Felin'],
      town: 'Llanfeilir',
      postcode: 'GH2 4DW',
      uprn: '999000240103',
    },
    phone: '01632 960142',
    story:
      'Known to the council, with a traced NHS number, and to her landlord, without one. The health board has no record of her yet, so the night she is admitted its message is matched by NHS number and birth date.',
    account: 'mair-pritchard',
    records: [
      { organisation: 'cyngor-dyffryn-banadl', localId: 'DB-104217', nhsNumber: 'verified' },
      { organisation: 'cartrefi-gwennol', localId: 'GW-20318', nhsNumber: 'none' },
    ],
    ties: [
      { kind: 'caseload', account: 'sioned-evans', source: 'case-system' },
      { kind: 'care-package', account: 'aled-jenkins', source: 'reablement-list' },
      { kind: 'tenancy', account: 'ffion-gittins', source: 'tenancy-register' },
      { kind: 'referral', account: 'glenys-tudge', source: 'referral' },
      { kind: 'family', account: 'elin-pritchard', source: 'person-chose' },
    ],
    wishes: [
      {
        kind: 'allow',
        account: 'elin-pritchard',
        classes: [
          'presence-in-hospital',
          'hospital-care',
          'about-me',
          'plan',
          'care-and-support',
          'contacts',
          'demographics',
        ],
        words: 'Elin ydi fy merch i. Dwi isio iddi hi gael gwybod bob dim, a hynny’n syth, ddydd neu nos.',
      },
    ],
    aboutMe: mairAboutMe,
    assessed: mairAssessed,
    plan: [
      {
        kind: 'matters',
        words:
          'Yr ieir. Tair sydd gen i rŵan, yn y cefn, a fi sy’n mynd â bwyd iddyn nhw bob bore, glaw neu hindda. Maen nhw’n nabod fy llais i.',
        language: 'cy',
        owner: 'person',
        dataClass: 'about-me',
      },
      {
        kind: 'matters',
        words: 'Capel ar fore Sul. Dwi’n canu alto yno ers pan o’n i’n ddeunaw, a dydi’r sêt ddim yr un fath hebdda i.',
        language: 'cy',
        owner: 'person',
        dataClass: 'about-me',
      },
      {
        kind: 'matters',
        words:
          'Siaradwch Gymraeg efo fi, yn enwedig os bydda i’n sâl neu wedi blino. Mae’r Saesneg yn mynd yn bell oddi wrtha i’r adeg honno.',
        language: 'cy',
        owner: 'person',
        dataClass: 'about-me',
      },
      {
        kind: 'goal',
        words:
          'Cerdded at y giât ac yn ôl heb i neb afael yn fy mraich, i mi gael sgwrs efo pwy bynnag sy’n mynd heibio.',
        language: 'cy',
        owner: 'person',
        dataClass: 'plan',
        helpedBy: 'Aled',
      },
      {
        kind: 'goal',
        words: 'Bod yn ddigon cryf i sefyll efo’r parti yn y Blygain fis Ionawr.',
        language: 'cy',
        owner: 'person',
        dataClass: 'plan',
        dueInDays: 48,
        helpedBy: 'Elin a merched y capel',
      },
      {
        kind: 'action',
        words: 'Trefnu galwad am wyth bob bore, gan rywun sy’n siarad Cymraeg, i helpu Mair i ymolchi a gwisgo.',
        language: 'cy',
        owner: 'cyngor-dyffryn-banadl',
        dataClass: 'care-and-support',
        goal: 3,
        dueInDays: 7,
        helpedBy: 'Sioned Evans',
      },
      {
        kind: 'action',
        words: 'Cerdded efo Mair ddwywaith yr wythnos, o’r drws i ddechrau, a mynd ychydig gamau ymhellach bob tro.',
        language: 'cy',
        owner: 'bwrdd-iechyd',
        dataClass: 'care-and-support',
        goal: 3,
        dueInDays: 42,
        helpedBy: 'Aled Jenkins',
      },
      {
        kind: 'action',
        words:
          'Gosod canllaw wrth y gris cefn, a gadael i’w chymdoges ddod drwy’r giât i fwydo’r ieir os bydd Mair i ffwrdd.',
        language: 'cy',
        owner: 'cartrefi-gwennol',
        dataClass: 'housing-and-tenancy',
        goal: 3,
        dueInDays: 14,
        helpedBy: 'Ffion Gittins',
      },
      {
        kind: 'action',
        words: 'Gwirfoddolwr i fynd â Mair i’r capel ac adref bob bore Sul, ac i’r ymarfer canu ar nos Iau.',
        language: 'cy',
        owner: 'tegell',
        dataClass: 'care-and-support',
        goal: 4,
        dueInDays: 10,
        helpedBy: 'Glenys Tudge',
      },
    ],
  },
  {
    key: 'non-tilsley',
    family: 'Tilsley',
    given: ['Non'],
    knownAs: 'Non',
    born: '1950-08-08',
    sex: 'female',
    nhsNumber: '9990001006',
    language: 'cy',
    home: {
      lines: ['Fflat 4', 'Llys y Berllan', 'Lôn y Felin'],
      town: 'Llanfeilir',
      postcode: 'GH2 4DW',
      uprn: '999000240104',
    },
    phone: '01632 960143',
    story:
      'Next door to Mair, same landlord, same building, another home. Nobody who looks at Mair is to land on her, nor she on Mair.',
    records: [
      { organisation: 'cartrefi-gwennol', localId: 'GW-20319', nhsNumber: 'none' },
      { organisation: 'bwrdd-iechyd', localId: 'H2004471', nhsNumber: 'verified' },
    ],
    ties: [{ kind: 'tenancy', account: 'ffion-gittins', source: 'tenancy-register' }],
  },
]
