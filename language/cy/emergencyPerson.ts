import type en from '../en/emergencyPerson.ts'

export default {
  title: 'Agorwyd mewn argyfwng',
  intro:
    'Weithiau rhaid i rywun weld eich cofnod cyn y gall neb ofyn i chi. Rhaid iddynt ddweud pam, mae ar agor am ychydig oriau ar y mwyaf, a bydd rhywun o sefydliad arall yn ei wirio.',
  none: 'Nid oes neb wedi agor eich cofnod mewn argyfwng.',
  banner:
    '{count, plural, zero {Ni agorwyd eich cofnod mewn argyfwng} one {Agorwyd eich cofnod mewn argyfwng} two {Agorwyd eich cofnod ddwywaith mewn argyfwng} few {Agorwyd eich cofnod # gwaith mewn argyfwng} many {Agorwyd eich cofnod # gwaith mewn argyfwng} other {Agorwyd eich cofnod # gwaith mewn argyfwng}}',
  bannerLink: 'Darllenwch pwy a’i hagorodd, a pham',
  opened: 'Agorodd {who} eich cofnod',
  job: '{role}, {organisation}',
  when: 'Pryd',
  fromUntil: '{day}, o {from} tan {until}',
  why: 'Pam',
  theirWords: 'Yn eu geiriau nhw',
  wordsWithheld:
    'Nid yw eu geiriau i’w gweld yma, am y gallent enwi rhywun arall neu gael eu darllen gan y person anghywir. Mae’r swyddog preifatrwydd sy’n adolygu’r achos yn eu darllen.',
  couldRead: 'Beth y gallent ei ddarllen',
  lookedAt: 'Beth yr edrychwyd arno',
  nothingLookedAt: 'Dim ond yr hyn y mae eich cytundebau a’ch dewisiadau yn gadael iddynt ei weld beth bynnag.',
  review: 'Beth ddaeth o hyn',
  reviewBy: 'Rhaid i swyddog preifatrwydd ddweud a oedd yn iawn. Erbyn: {moment}. Sefydliad y swyddog: {organisation}.',
  reviewLate:
    'Dylai swyddog preifatrwydd fod wedi dweud a oedd yn iawn, ac nid yw wedi gwneud. Erbyn: {moment}. Sefydliad y swyddog: {organisation}.',
  reviewedBy: 'Adolygwyd gan {who}, {organisation}, ar {day}',
  outcomeJustified: 'Roedd yn iawn ei agor',
  outcomeNotJustified: 'Nid oedd yn iawn ei agor',
  outcomeChangeAgreement: 'Roedd ei angen, a dylai cytundeb fod wedi’i ganiatáu',
  haveRead: 'Rwyf wedi darllen hyn',
  read: 'Rydych wedi darllen hyn.',
  ask: 'Holi am un o’r troeon hyn',
} satisfies Record<keyof typeof en, string>
