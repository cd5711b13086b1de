import type { SeedAccount } from '../shape.ts'

/** Those whose first employer is one of the two councils. Tomos Rees holds a joint post: two employers, one week. */
export const councilStaff: readonly SeedAccount[] = [
  {
    key: 'sioned-evans',
    name: 'Sioned Evans',
    language: 'cy',
    posts: [
      {
        organisation: 'cyngor-dyffryn-banadl',
        team: 'banadl-pobl-hyn',
        role: 'social-worker',
        title: { en: 'Social worker', cy: 'Gweithiwr cymdeithasol' },
      },
    ],
    offered: {
      place: 3,
      who: { en: 'Her social worker', cy: 'Ei gweithiwr cymdeithasol' },
      why: {
        en: 'Mair is on her caseload, so she learns at once that Mair is in hospital, and why. Everything she sees names the clause that lets her see it.',
        cy: 'Mae Mair ar ei llwyth achosion, felly caiff wybod ar unwaith ei bod yn yr ysbyty, a pham. Mae popeth a wêl yn enwi’r cymal sy’n caniatáu iddi ei weld.',
      },
    },
  },
  {
    key: 'dewi-prosser',
    name: 'Dewi Prosser',
    language: 'en',
    posts: [
      {
        organisation: 'cyngor-dyffryn-banadl',
        team: 'banadl-oedolion-iau',
        role: 'social-worker',
        title: { en: 'Social worker', cy: 'Gweithiwr cymdeithasol' },
      },
    ],
    offered: {
      place: 6,
      who: { en: 'A social worker with no tie to her', cy: 'Gweithiwr cymdeithasol heb gyswllt â hi' },
      why: {
        en: 'The same council and the same job as her social worker, but Mair is not on his caseload. Ask for her record: for him it is not there, and that he asked is written down.',
        cy: 'Yr un cyngor a’r un swydd â’i gweithiwr cymdeithasol hi, ond nid yw Mair ar ei lwyth achosion ef. Gofynnwch am ei chofnod: iddo ef nid yw yno, a nodir ei fod wedi gofyn.',
      },
    },
  },
  {
    key: 'nerys-bevan',
    name: 'Nerys Bevan',
    language: 'cy',
    posts: [
      {
        organisation: 'cyngor-dyffryn-banadl',
        team: 'banadl-drws-cyntaf',
        role: 'front-door-officer',
        title: { en: 'Information and advice officer', cy: 'Swyddog gwybodaeth a chyngor' },
      },
    ],
  },
  {
    key: 'tomos-rees',
    name: 'Tomos Rees',
    language: 'cy',
    posts: [
      {
        organisation: 'cyngor-dyffryn-banadl',
        team: 'banadl-therapi',
        role: 'occupational-therapist',
        title: { en: 'Occupational therapist (adaptations)', cy: 'Therapydd galwedigaethol (addasiadau)' },
      },
      {
        organisation: 'bwrdd-iechyd',
        team: 'tim-adnoddau-cymunedol',
        role: 'occupational-therapist',
        title: { en: 'Occupational therapist (reablement)', cy: 'Therapydd galwedigaethol (ailalluogi)' },
      },
    ],
  },
  {
    key: 'hannah-whitfield',
    name: 'Hannah Whitfield',
    language: 'en',
    posts: [
      {
        organisation: 'cyngor-bro-rhedyn',
        team: 'rhedyn-oedolion',
        role: 'social-worker',
        title: { en: 'Senior social worker', cy: 'Uwch weithiwr cymdeithasol' },
      },
    ],
  },
  {
    key: 'menna-rosser',
    name: 'Menna Rosser',
    language: 'cy',
    posts: [
      {
        organisation: 'cyngor-bro-rhedyn',
        team: 'rhedyn-oedolion',
        role: 'safeguarding-lead',
        title: { en: 'Safeguarding lead', cy: 'Arweinydd diogelu' },
      },
    ],
  },
  {
    key: 'gwenno-pryce',
    name: 'Gwenno Pryce',
    language: 'cy',
    posts: [
      {
        organisation: 'cyngor-dyffryn-banadl',
        team: 'banadl-preifatrwydd',
        role: 'privacy-officer',
        title: { en: 'Privacy officer', cy: 'Swyddog preifatrwydd' },
      },
    ],
    offered: {
      place: 9,
      who: { en: 'The council’s privacy officer', cy: 'Swyddog preifatrwydd y cyngor' },
      why: {
        en: 'When Mair asks why somebody at the council looked, the question is hers to answer, with a clock. Looks that nothing explains come to her first. She sees who looked and when, never what they read.',
        cy: 'Pan fydd Mair yn gofyn pam yr edrychodd rhywun o’r cyngor, hi sydd i ateb, a’r cloc yn cerdded. Ati hi yn gyntaf y daw’r edrych nad oes dim yn ei egluro. Gwêl pwy a edrychodd a phryd, byth yr hyn a ddarllenwyd.',
      },
    },
  },
  {
    key: 'idris-lloyd',
    name: 'Idris Lloyd',
    language: 'en',
    posts: [
      {
        organisation: 'cyngor-bro-rhedyn',
        team: 'rhedyn-preifatrwydd',
        role: 'privacy-officer',
        title: { en: 'Data protection officer', cy: 'Swyddog diogelu data' },
      },
    ],
  },
  {
    key: 'delyth-ifans',
    name: 'Delyth Ifans',
    language: 'cy',
    posts: [
      {
        organisation: 'cyngor-dyffryn-banadl',
        team: 'banadl-preifatrwydd',
        role: 'data-officer',
        title: { en: 'Data officer', cy: 'Swyddog data' },
      },
    ],
  },
  {
    key: 'callum-reid',
    name: 'Callum Reid',
    language: 'en',
    posts: [
      {
        organisation: 'cyngor-bro-rhedyn',
        team: 'rhedyn-preifatrwydd',
        role: 'data-officer',
        title: { en: 'Data officer', cy: 'Swyddog data' },
      },
    ],
  },
]
