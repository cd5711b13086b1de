import type en from '../en/capacity.ts'

export default {
  notYours: 'Dim ond y rhai sy’n ychwanegu at ofal a chymorth y person hwn gaiff gofnodi hyn. Ni newidiwyd dim',
  notYourJob:
    'Dim ond gweithwyr cymdeithasol, meddygon teulu, nyrsys ardal, therapyddion galwedigaethol a nyrsys ward sy’n cofnodi canfyddiad galluedd',
  evidenceMissing: 'Dywedwch ar beth mae’r canfyddiad yn seiliedig',
  evidenceTooLong: 'Caiff yr hyn y mae’n seiliedig arno fod yn 2,000 o lythrennau ar y mwyaf',
  reviewOn: 'Rhaid edrych eto ar ôl heddiw, ac o fewn blwyddyn',
} satisfies Record<keyof typeof en, string>
