import type en from '../en/because.ts'

export default {
  own: 'Eich cofnod chi yw hwn:',
  wish: 'Dewisodd y person rannu hyn â chi:',
  representative: 'Rydych chi’n gweithredu’n gyfreithlon dros y person:',
  emergency: 'Agoroch chi hyn mewn argyfwng:',
  contributor: 'Data’r sefydliad ei hun:',
  clause: 'Cytundeb {agreement}, cymal {number}:',
  clauseOverrode: 'Cytundeb {agreement}, cymal {number}, y mae’r gyfraith yn ei roi o flaen dymuniad y person:',
} satisfies Record<keyof typeof en, string>
