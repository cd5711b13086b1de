import type en from '../en/family.ts'

export default {
  title: 'Teulu a ffrindiau',
  lede: 'Dewiswch pwy o blith eich teulu a’ch ffrindiau gaiff weld rhywbeth amdanoch, a beth. Nid yw bod yn deulu yn gadael i neb weld dim ynddo’i hun.',
  now: 'Y rhai rydych chi wedi’u dewis',
  none: 'Nid ydych wedi dewis neb.',
  end: 'Peidio â gadael iddyn nhw weld dim',
  choose: 'Dewis rhywun',
  how: 'Gwnewch god a’i roi iddyn nhw eich hun. Byddan nhw’n mewngofnodi ac yn ei roi i mewn. Wedyn byddwch chi’n dweud yma ai nhw sydd yno, a beth gânt ei weld. Tan hynny ni welant ddim.',
  make: 'Gwneud cod',
  code: 'Rhowch y cod hwn iddyn nhw',
  codeUntil: 'Gellir ei ddefnyddio hyd {day}.',
  codeNot: 'Nid oes angen y cod hwn arnaf',
  entered: 'Mae rhywun wedi rhoi eich cod i mewn',
  isItThem: 'Dyma’r enw y mewngofnodon nhw odano. Ai dyma’r un y rhoesoch chi’r cod iddo?',
  see: 'Beth gânt ei weld?',
  yes: 'Ie, gadael iddyn nhw weld hyn',
  no: 'Nage, nid nhw yw hwn',
  codeTitle: 'Rwyf wedi cael cod',
  codeLede: 'Rhowch y cod a gawsoch i mewn, i fod yn deulu neu’n ffrind i rywun yma, neu i weithredu drostynt.',
  codeLabel: 'Cod',
  codeHint: 'Wyth o lythrennau a rhifau',
  codeSend: 'Rhoi’r cod i mewn',
  codeDone:
    'Mae’r cod wedi’i roi i mewn. Rhaid i bwy bynnag a’i rhoddodd i chi ddweud nawr mai chi sydd yno. Tan hynny ni welwch ddim.',
} satisfies Record<keyof typeof en, string>
