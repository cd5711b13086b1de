import type en from '../en/terminology.ts'

export default {
  setNotHeld: 'Ni chedwir y set werthoedd {about} yma.',
  systemNotHeld: 'Ni chedwir y system godau {about} yma, felly ni all neb yma ddweud pa godau sydd ynddi.',
  mapNotHeld: 'Ni chedwir y map cysyniadau {about} yma.',
  codeNotHeld: 'Nid yw’r cod {about} yn ei system godau, fel y’i cedwir yma.',
  heldInPart:
    'Dim ond rhan o system godau {about} a gedwir yma, ac nid yw’r cod yn y rhan honno: ni all neb yma ddweud a yw’n ddilys.',
  withoutEnd:
    'Mae gormod o godau yn {about} i’w henwi i gyd. Gofynnwch am un cod, neu am set werthoedd sy’n enwi llai.',
  tooMany:
    'Mae gan y set werthoedd {about} fwy o godau nag a anfonir ar unwaith. Gofynnwch fesul tudalen, â count ac offset, neu â filter.',
  filterNotServed: 'Mae gan y set werthoedd hidlydd nas cynigir: {about}.',
  circular: 'Mae’r set werthoedd {about} wedi’i gwneud ohoni hi ei hun.',
  notAmongThem: 'Nid yw’r cod {code} ymhlith y rhai a gaiff sefyll yno.',
  inSeveralSystems: 'Mae’r cod {code} mewn mwy nag un system godau: dywedwch ym mha un.',
  calledOtherwise: 'Mae’r cod {code} yn ddilys, ond nid dyna ei enw.',
  abstract: 'Mae {code} yn sefyll am grŵp o godau, ac ni chaiff ei gofnodi ei hun.',
  noTranslation: 'Nid oes cyfieithiad hysbys.',
  textFilter:
    'Rhaid i bob gair fod yn ddechrau gair yn un o enwau cod, mewn unrhyw iaith, neu’n ddechrau’r cod ei hun. Nid yw priflythrennau nac acenion yn gwneud gwahaniaeth.',
  expands: 'Pa godau sydd mewn set werthoedd, fesul tudalen, yn Gymraeg lle mae ganddynt enw Cymraeg.',
  validatesInSet: 'A yw cod mewn set werthoedd. Lle na all neb yma ddweud, dyna’r ateb.',
  validatesInSystem: 'A yw cod mewn system godau. Lle na all neb yma ddweud, dyna’r ateb.',
  looksUp: 'Beth mae system godau’n ei ddweud am god: ei enwau, a beth sydd uwch ei ben ac oddi tano.',
  subsumes: 'Sut mae un cod yn sefyll mewn perthynas ag un arall yn yr un system godau.',
  translates: 'Beth yw cod mewn system godau arall, yn ôl y mapiau cysyniadau a gedwir.',
} satisfies Record<keyof typeof en, string>
