import type en from '../en/frame.ts'

export default {
  service: 'Cydofal',
  title: '{page} – Cydofal',
  signOut: 'Allgofnodi',
  people: 'Eich pobl',
  family: 'Eich teulu a’ch ffrindiau',
  myPlan: 'Fy nghynllun',
  myRecord: 'Fy nghofnod',
  looks: 'Pwy sydd wedi edrych',
  sharing: 'Pwy gaiff weld beth',
  messages: 'Negeseuon a dderbyniwyd',
  privacyOffice: 'Pwy edrychodd, a pham',
  partnership: 'Y bartneriaeth',
  agreements: 'Cytundebau rhannu',
  seal: 'Y sêl ar bwy sydd wedi edrych',
  accessibility: 'Hygyrchedd',
  privacy: 'Preifatrwydd a chwcis',
  invented: 'Dychmygol yw Glan Hafren a phawb sydd ynddi.',
  emergency: 'Agor mewn argyfwng',
  emergencyReviews: 'Argyfyngau i’w hadolygu',
  emergencyCeiling: 'Argyfyngau dros y terfyn',
} satisfies Record<keyof typeof en, string>
