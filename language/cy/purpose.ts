import type en from '../en/purpose.ts'

export default {
  directCare: 'gofal uniongyrchol',
  discharge: 'cynllunio’r ffordd adref',
  housingSupport: 'cymorth tai',
  carerSupport: 'cymorth i ofalwyr',
  safeguarding: 'diogelu',
  servicePlanning: 'cynllunio gwasanaethau',
  identity: 'canfod cofnod pwy ydyw',
  ownRecord: 'darllen eu cofnod eu hunain',
  family: 'teulu neu ffrind',
  representation: 'gweithredu’n gyfreithlon dros rywun',
  trailOversight: 'gwirio pwy sydd wedi edrych',
} satisfies Record<keyof typeof en, string>
