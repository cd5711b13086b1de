import type { SeedAccount } from '../shape.ts'

/** Those who work for the landlords, the care provider, the charities and the partnership itself. */
export const partnerStaff: readonly SeedAccount[] = [
  {
    key: 'ffion-gittins',
    name: 'Ffion Gittins',
    language: 'en',
    posts: [
      {
        organisation: 'cartrefi-gwennol',
        team: 'gwennol-llanfeilir',
        role: 'housing-officer',
        title: { en: 'Housing officer', cy: 'Swyddog tai' },
      },
    ],
    offered: {
      place: 5,
      who: { en: 'Her housing officer', cy: 'Ei swyddog tai' },
      why: {
        en: 'She learns that Mair is in hospital and when Mair may be home, but never why. Compare her page with the social worker’s.',
        cy: 'Caiff wybod bod Mair yn yr ysbyty a phryd y gallai Mair ddod adref, ond byth pam. Cymharwch ei thudalen hi â thudalen y gweithiwr cymdeithasol.',
      },
    },
  },
  {
    key: 'marc-bennett',
    name: 'Marc Bennett',
    language: 'en',
    posts: [
      {
        organisation: 'tai-clicied',
        team: 'clicied-aberelwyn',
        role: 'housing-officer',
        title: { en: 'Housing officer', cy: 'Swyddog tai' },
      },
    ],
  },
  {
    key: 'kasia-nowak',
    name: 'Kasia Nowak',
    language: 'en',
    posts: [
      {
        organisation: 'gofal-cannwyll',
        team: 'cannwyll-cartref',
        role: 'care-worker',
        title: { en: 'Senior home care worker', cy: 'Uwch weithiwr gofal cartref' },
      },
    ],
  },
  {
    key: 'lowri-hughes',
    name: 'Lowri Hughes',
    language: 'cy',
    posts: [
      {
        organisation: 'canolfan-gofalwyr',
        role: 'carer-support-worker',
        title: { en: 'Carer support worker', cy: 'Gweithiwr cymorth gofalwyr' },
      },
    ],
  },
  {
    key: 'glenys-tudge',
    name: 'Glenys Tudge',
    language: 'cy',
    posts: [
      {
        organisation: 'tegell',
        role: 'community-connector',
        title: { en: 'Community connector', cy: 'Cysylltydd cymunedol' },
      },
    ],
  },
  {
    key: 'alun-meredith',
    name: 'Alun Meredith',
    language: 'en',
    posts: [
      {
        organisation: 'glan-hafren',
        team: 'swyddfa-partneriaeth',
        role: 'board-member',
        title: { en: 'Member of the partnership board', cy: 'Aelod o fwrdd y bartneriaeth' },
      },
    ],
    offered: {
      place: 7,
      who: { en: 'A member of the partnership board', cy: 'Aelod o fwrdd y bartneriaeth' },
      why: {
        en: 'He answers for how the region works together, so he sees the agreements and who has not signed. He sees no person’s record.',
        cy: 'Mae’n atebol am sut mae’r rhanbarth yn cydweithio, felly gwêl y cytundebau a phwy sydd heb lofnodi. Nid yw’n gweld cofnod neb.',
      },
    },
  },
  {
    key: 'gwawr-lewis',
    name: 'Gwawr Lewis',
    language: 'cy',
    posts: [
      {
        organisation: 'glan-hafren',
        team: 'preifatrwydd-a-rennir',
        role: 'privacy-officer',
        title: { en: 'Privacy officer (shared service)', cy: 'Swyddog preifatrwydd (gwasanaeth a rennir)' },
      },
    ],
  },
  {
    key: 'eleri-watkin',
    name: 'Eleri Watkin',
    language: 'cy',
    posts: [
      {
        organisation: 'cartrefi-gwennol',
        team: 'gwennol-llanfeilir',
        role: 'data-officer',
        title: { en: 'Data officer', cy: 'Swyddog data' },
      },
    ],
  },
  {
    key: 'rhys-beynon',
    name: 'Rhys Beynon',
    language: 'en',
    posts: [
      {
        organisation: 'tai-clicied',
        team: 'clicied-aberelwyn',
        role: 'data-officer',
        title: { en: 'Data officer', cy: 'Swyddog data' },
      },
    ],
  },
  {
    key: 'nia-bowler',
    name: 'Nia Bowler',
    language: 'en',
    posts: [
      {
        organisation: 'gofal-cannwyll',
        team: 'cannwyll-cartref',
        role: 'data-officer',
        title: { en: 'Data officer', cy: 'Swyddog data' },
      },
    ],
  },
]
