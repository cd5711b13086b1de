import type en from '../en/ahead.ts'

export default {
  notYours: 'Dim ond y rhai sy’n ychwanegu at ofal a chymorth y person hwn gaiff gofnodi hyn. Ni newidiwyd dim',
  wordsMissing: 'Dywedwch beth ydyw',
  wordsTooLong: 'Caiff fod yn 4,000 o lythrennau ar y mwyaf',
  madeLater: 'Ni all fod wedi’i wneud ar ôl heddiw',
  unknown: 'Nid yw’r penderfyniad hwnnw yno',
  needsWitness: 'I ddal pan fydd bywyd mewn perygl rhaid iddo fod yn ysgrifenedig, wedi’i lofnodi ac wedi’i dystio',
} satisfies Record<keyof typeof en, string>
