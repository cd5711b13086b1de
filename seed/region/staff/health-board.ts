import type { SeedAccount } from '../shape.ts'

/** Those who work for the health board, on its wards and in the community. */
export const healthBoardStaff: readonly SeedAccount[] = [
  {
    key: 'catrin-morgan',
    name: 'Catrin Morgan',
    language: 'en',
    posts: [
      {
        organisation: 'ysbyty-glan-hafren',
        team: 'ward-dyfi',
        role: 'ward-nurse',
        title: { en: 'Staff nurse, Dyfi Ward', cy: 'Nyrs staff, Ward Dyfi' },
      },
    ],
    offered: {
      place: 4,
      who: { en: 'A nurse on Dyfi Ward', cy: 'Nyrs ar Ward Dyfi' },
      why: {
        en: 'Until Mair is admitted to her ward she cannot open Mair’s record at all. From then on, what matters to Mair comes first on her screen.',
        cy: 'Hyd nes i Mair gael ei derbyn i’w ward, ni all agor cofnod Mair o gwbl. O hynny ymlaen, yr hyn sy’n bwysig i Mair sy’n dod gyntaf ar ei sgrin.',
      },
    },
  },
  {
    key: 'olumide-adeyemi',
    name: 'Olumide Adeyemi',
    language: 'en',
    posts: [
      {
        organisation: 'ysbyty-glan-hafren',
        team: 'ward-banw',
        role: 'ward-nurse',
        title: { en: 'Charge nurse, Banw Ward', cy: 'Prif nyrs, Ward Banw' },
      },
      {
        organisation: 'ysbyty-efelychu',
        team: 'efelychu-ward',
        role: 'ward-nurse',
        title: { en: 'Nurse tutor, Simulated Ward', cy: 'Tiwtor nyrsio, Ward Efelychu' },
      },
    ],
  },
  {
    key: 'bethan-price',
    name: 'Bethan Price',
    language: 'cy',
    posts: [
      {
        organisation: 'ysbyty-glan-hafren',
        team: 'tim-rhyddhau',
        role: 'discharge-coordinator',
        title: { en: 'Discharge coordinator', cy: 'Cydlynydd rhyddhau' },
      },
    ],
  },
  {
    key: 'aled-jenkins',
    name: 'Aled Jenkins',
    language: 'cy',
    posts: [
      {
        organisation: 'bwrdd-iechyd',
        team: 'tim-adnoddau-cymunedol',
        role: 'reablement-worker',
        title: { en: 'Reablement worker', cy: 'Gweithiwr ailalluogi' },
      },
    ],
  },
  {
    key: 'rhian-tudor',
    name: 'Rhian Tudor',
    language: 'cy',
    posts: [
      {
        organisation: 'bwrdd-iechyd',
        team: 'nyrsys-ardal',
        role: 'district-nurse',
        title: { en: 'District nurse', cy: 'Nyrs ardal' },
      },
    ],
  },
  {
    key: 'priya-nair',
    name: 'Priya Nair',
    language: 'en',
    posts: [
      {
        organisation: 'bwrdd-iechyd',
        team: 'meddygfa-llanfeilir',
        role: 'general-practitioner',
        title: { en: 'General practitioner', cy: 'Meddyg teulu' },
      },
    ],
  },
  {
    key: 'steffan-howells',
    name: 'Steffan Howells',
    language: 'cy',
    posts: [
      {
        organisation: 'bwrdd-iechyd',
        team: 'tim-integreiddio',
        role: 'integration-officer',
        title: { en: 'Integration officer', cy: 'Swyddog integreiddio' },
      },
    ],
    offered: {
      place: 8,
      who: { en: 'The health board’s integration officer', cy: 'Swyddog integreiddio’r bwrdd iechyd' },
      why: {
        en: 'A message that cannot be trusted, such as Mair’s NHS number under another name, is not guessed at: it waits with his team, with its reason. Send wrong-person.hl7 and look.',
        cy: 'Nid oes dyfalu ynghylch neges na ellir ymddiried ynddi, fel rhif GIG Mair o dan enw arall: mae’n aros gyda’i dîm ef, gyda’r rheswm. Anfonwch wrong-person.hl7 ac edrychwch.',
      },
    },
  },
  {
    key: 'gwyneth-maddocks',
    name: 'Gwyneth Maddocks',
    language: 'cy',
    posts: [
      {
        organisation: 'bwrdd-iechyd',
        team: 'tim-integreiddio',
        role: 'records-officer',
        title: { en: 'Records officer', cy: 'Swyddog cofnodion' },
      },
    ],
    offered: {
      place: 11,
      who: { en: 'The health board’s records officer', cy: 'Swyddog cofnodion y bwrdd iechyd' },
      why: {
        en: 'A record that may be somebody’s is not guessed at: she lays the two side by side, with what each line tells, and can take her answer back. Send perhaps-ifan.hl7 and look.',
        cy: 'Nid oes dyfalu cofnod pwy ydyw: mae hi’n gosod y ddau ochr yn ochr, gyda’r hyn y mae pob llinell yn ei ddweud, a gall dynnu ei hateb yn ôl. Anfonwch perhaps-ifan.hl7 ac edrychwch.',
      },
    },
  },
  {
    key: 'idwal-preece',
    name: 'Idwal Preece',
    language: 'en',
    posts: [
      {
        organisation: 'bwrdd-iechyd',
        team: 'tim-integreiddio',
        role: 'records-officer',
        title: { en: 'Records officer', cy: 'Swyddog cofnodion' },
      },
    ],
  },
  {
    key: 'meinir-ellis',
    name: 'Meinir Ellis',
    language: 'cy',
    posts: [
      {
        organisation: 'bwrdd-iechyd',
        team: 'tim-llywodraethu-gwybodaeth',
        role: 'privacy-officer',
        title: { en: 'Privacy officer', cy: 'Swyddog preifatrwydd' },
      },
    ],
  },
]
