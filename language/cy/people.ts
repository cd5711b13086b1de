import type en from '../en/people.ts'

export default {
  title: 'Eich pobl',
  family: 'Eich teulu a’ch ffrindiau',
  new: 'Beth sydd wedi digwydd',
  nothingNew: 'Nid oes dim wedi digwydd y mae angen i chi wybod amdano.',
  all: '{count, plural, zero {# o bobl} one {# person} two {# berson} few {# pherson} many {# pherson} other {# o bobl}}',
  none: 'Nid oes neb ar eich rhestr.',
  noneFound: 'Nid oes gan neb o’ch pobl yr enw na’r rhif hwnnw.',
  find: 'Dod o hyd i rywun ymhlith eich pobl',
  findHint: 'Enw, rhan o enw, neu rif GIG',
  findButton: 'Chwilio',
  findAll: 'Dangos eich pobl i gyd',
  born: 'Ganwyd {day}, {age} oed',
  noNhsNumber: 'Dim rhif GIG',
} satisfies Record<keyof typeof en, string>
