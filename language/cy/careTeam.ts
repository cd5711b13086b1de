import type en from '../en/careTeam.ts'

export default {
  title: 'Tîm',
  titleMine: 'Fy nhîm',
  toTeam: 'Fy nhîm',
  toTeamOther: 'Y tîm',
  none: 'Nid oes neb yma y gallwch ei weld.',
  coordinator: 'Cydlynydd gofal',
  speaksWelsh: 'Yn siarad Cymraeg',
  ring: 'Ffonio {phone}',
  noPhone: 'Nid oes rhif ffôn yma: gofynnwch yn y sgwrs.',
  initials: 'Nid oes lluniau yma: mae cylch â llythrennau cyntaf yr enw yn sefyll dros bob un.',
  nameTitle: 'Enwi’r cydlynydd gofal',
  who: 'At bwy y gall y person a’r teulu droi ynghylch popeth yn y cynllun?',
  name: 'Enwi',
} satisfies Record<keyof typeof en, string>
