import type en from '../en/because.ts'

export default {
  own: 'Eich cofnod chi yw hwn:',
  wish: 'Dewisodd y person rannu hyn â chi:',
  contributor: 'Data’r sefydliad ei hun:',
  clause: 'Cytundeb {agreement}, cymal {number}:',
} satisfies Record<keyof typeof en, string>
