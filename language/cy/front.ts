import type en from '../en/front.ts'

export default {
  title: 'Un person, un cynllun, pob asiantaeth',
  lede: 'Cydofal yw’r cofnod gwaith a rennir rhwng iechyd, gofal cymdeithasol a thai. Y person a’r teulu sy’n dal y cynllun, a gallant ddarllen pwy sydd wedi edrych ar eu cofnod a pham.',
  signIn: 'Mewngofnodi',
  choose: 'Pwy hoffech chi fod?',
  invented:
    'Arddangosiad mewn rhanbarth dychmygol yw hwn. Dewiswch rywun i weld yr hyn a wêl; nid oes angen cyfrinair.',
} satisfies Record<keyof typeof en, string>
