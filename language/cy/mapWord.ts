import type en from '../en/mapWord.ts'

export default {
  results: 'Canlyniadau',
  documents: 'Dogfennau',
  appointments: 'Apwyntiadau',
  referrals: 'Atgyfeiriadau',
  resources: 'Yr hyn sy’n dod fel FHIR',
  otherwise: 'unrhyw beth arall',
  everyMinutes: 'Yn y dydd',
  nightMinutes: 'Yn y nos',
  inpatient: 'Arhosiad mewn ysbyty',
  emergency: 'Adran frys',
  outpatient: 'Claf allanol',
  daycase: 'Achos dydd',
  preadmission: 'Cyn derbyn',
  recurring: 'Rheolaidd',
  maternity: 'Mamolaeth',
  other: 'Arall',
  true: 'ie',
  false: 'na',
} satisfies Record<keyof typeof en, string>
