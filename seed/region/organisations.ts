import type { SeedOrganisation } from './shape.ts'

const ALWAYS = { en: 'Day and night', cy: 'Ddydd a nos' }
const EVERY_DAY = { en: 'Every day, 8am to 8pm', cy: 'Bob dydd, 08:00 tan 20:00' }
const OFFICE_HOURS = { en: 'Monday to Friday, 9am to 5pm', cy: 'Dydd Llun i ddydd Gwener, 09:00 tan 17:00' }
const OUT_OF_HOURS = { en: 'Evenings, weekends and holidays', cy: 'Gyda’r nos, dros y Sul ac ar wyliau' }
const MORNINGS = { en: 'Monday to Friday, 9am to midday', cy: 'Dydd Llun i ddydd Gwener, 09:00 tan 12:00' }

/**
 * Every organisation of Glan Hafren, its parts after it, its wards and teams with it. All of them are invented.
 * A ward's name never says what the ward treats: a landlord may learn the ward but not the reason.
 */
export const organisations: readonly SeedOrganisation[] = [
  {
    code: 'glan-hafren',
    kind: 'partnership',
    name: { en: 'Glan Hafren Regional Partnership', cy: 'Partneriaeth Ranbarthol Glan Hafren' },
    teams: [
      { code: 'swyddfa-partneriaeth', name: { en: 'Partnership Office', cy: 'Swyddfa’r Bartneriaeth' } },
      { code: 'preifatrwydd-a-rennir', name: { en: 'Shared Privacy Service', cy: 'Gwasanaeth Preifatrwydd a Rennir' } },
    ],
  },
  {
    code: 'bwrdd-iechyd',
    kind: 'health-board',
    name: { en: 'Glan Hafren Health Board', cy: 'Bwrdd Iechyd Glan Hafren' },
    phones: [{ number: '01632 960110', when: EVERY_DAY }],
    teams: [
      { code: 'tim-integreiddio', name: { en: 'Integration Team', cy: 'Tîm Integreiddio' } },
      {
        code: 'tim-adnoddau-cymunedol',
        name: { en: 'Reablement and Community Resource Team', cy: 'Tîm Ailalluogi ac Adnoddau Cymunedol' },
      },
      { code: 'nyrsys-ardal', name: { en: 'District Nursing Team', cy: 'Tîm Nyrsys Ardal' } },
      { code: 'meddygfa-llanfeilir', name: { en: 'Llanfeilir Surgery', cy: 'Meddygfa Llanfeilir' } },
      {
        code: 'tim-llywodraethu-gwybodaeth',
        name: { en: 'Information Governance Team', cy: 'Tîm Llywodraethu Gwybodaeth' },
      },
    ],
  },
  {
    code: 'ysbyty-glan-hafren',
    kind: 'hospital',
    name: { en: 'Ysbyty Glan Hafren', cy: 'Ysbyty Glan Hafren' },
    phones: [{ number: '01632 960120', when: ALWAYS }],
    partOf: 'bwrdd-iechyd',
    teams: [
      { code: 'adran-frys', name: { en: 'Emergency Department', cy: 'Adran Achosion Brys' } },
      { code: 'ward-dyfi', name: { en: 'Dyfi Ward', cy: 'Ward Dyfi' } },
      { code: 'ward-banw', name: { en: 'Banw Ward', cy: 'Ward Banw' } },
      { code: 'ward-twymyn', name: { en: 'Twymyn Ward', cy: 'Ward Twymyn' } },
      { code: 'tim-rhyddhau', name: { en: 'Discharge Team', cy: 'Tîm Rhyddhau' } },
    ],
  },
  {
    code: 'ysbyty-pont-y-celyn',
    kind: 'hospital',
    name: { en: 'Pont-y-celyn Community Hospital', cy: 'Ysbyty Cymuned Pont-y-celyn' },
    phones: [{ number: '01632 960125', when: ALWAYS }],
    partOf: 'bwrdd-iechyd',
    teams: [{ code: 'ward-clywedog', name: { en: 'Clywedog Ward', cy: 'Ward Clywedog' } }],
  },
  {
    code: 'ysbyty-efelychu',
    kind: 'hospital',
    name: { en: 'Simulation Hospital (training only)', cy: 'Ysbyty Efelychu (hyfforddi yn unig)' },
    partOf: 'bwrdd-iechyd',
    teams: [
      { code: 'efelychu-brys', name: { en: 'Simulated Emergency Department', cy: 'Adran Achosion Brys Efelychu' } },
      { code: 'efelychu-ward', name: { en: 'Simulated Ward', cy: 'Ward Efelychu' } },
      { code: 'efelychu-arennau', name: { en: 'Simulated Renal Ward', cy: 'Ward Arennau Efelychu' } },
    ],
  },
  {
    code: 'cyngor-dyffryn-banadl',
    kind: 'council',
    name: { en: 'Dyffryn Banadl County Council', cy: 'Cyngor Sir Dyffryn Banadl' },
    phones: [
      { number: '01632 960130', when: OFFICE_HOURS },
      { number: '01632 960139', when: OUT_OF_HOURS },
    ],
    teams: [
      { code: 'banadl-pobl-hyn', name: { en: 'Older People’s Team', cy: 'Tîm Pobl Hŷn' } },
      { code: 'banadl-oedolion-iau', name: { en: 'Younger Adults’ Team', cy: 'Tîm Oedolion Iau' } },
      {
        code: 'banadl-drws-cyntaf',
        name: { en: 'Information, Advice and Assistance Team', cy: 'Tîm Gwybodaeth, Cyngor a Chymorth' },
      },
      { code: 'banadl-therapi', name: { en: 'Occupational Therapy Team', cy: 'Tîm Therapi Galwedigaethol' } },
      { code: 'banadl-preifatrwydd', name: { en: 'Privacy and Records Team', cy: 'Tîm Preifatrwydd a Chofnodion' } },
    ],
  },
  {
    code: 'cyngor-bro-rhedyn',
    kind: 'council',
    name: { en: 'Bro Rhedyn Council', cy: 'Cyngor Bro Rhedyn' },
    phones: [
      { number: '01632 960140', when: OFFICE_HOURS },
      { number: '01632 960149', when: OUT_OF_HOURS },
    ],
    teams: [
      { code: 'rhedyn-oedolion', name: { en: 'Adults’ Team', cy: 'Tîm Oedolion' } },
      { code: 'rhedyn-preifatrwydd', name: { en: 'Privacy Office', cy: 'Swyddfa Preifatrwydd' } },
    ],
  },
  {
    code: 'cartrefi-gwennol',
    kind: 'housing-association',
    name: { en: 'Gwennol Homes', cy: 'Cartrefi Gwennol' },
    phones: [{ number: '01632 960150', when: ALWAYS }],
    teams: [{ code: 'gwennol-llanfeilir', name: { en: 'Llanfeilir Housing Office', cy: 'Swyddfa Dai Llanfeilir' } }],
  },
  {
    code: 'tai-clicied',
    kind: 'housing-association',
    name: { en: 'Tai Clicied', cy: 'Tai Clicied' },
    phones: [{ number: '01632 960155', when: ALWAYS }],
    teams: [{ code: 'clicied-aberelwyn', name: { en: 'Aberelwyn Housing Office', cy: 'Swyddfa Dai Aberelwyn' } }],
  },
  {
    code: 'gofal-cannwyll',
    kind: 'care-provider',
    name: { en: 'Cannwyll Care', cy: 'Gofal Cannwyll' },
    phones: [{ number: '01632 960160', when: ALWAYS }],
    teams: [{ code: 'cannwyll-cartref', name: { en: 'Home Care Team', cy: 'Tîm Gofal Cartref' } }],
  },
  {
    code: 'canolfan-gofalwyr',
    kind: 'charity',
    name: { en: 'Glan Hafren Carers’ Centre', cy: 'Canolfan Gofalwyr Glan Hafren' },
    phones: [{ number: '01632 960170', when: OFFICE_HOURS }],
  },
  {
    code: 'tegell',
    kind: 'charity',
    name: { en: 'Tegell Befriending', cy: 'Cyfeillio Tegell' },
    phones: [{ number: '01632 960180', when: MORNINGS }],
  },
  {
    code: 'person',
    kind: 'person',
    name: { en: 'The person themselves', cy: 'Y person ei hun' },
  },
]
