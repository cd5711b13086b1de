import type en from '../en/agreementFault.ts'

export default {
  endsBeforeItBegins: 'Mae’n dod i ben cyn iddo ddechrau.',
  reviewOutsideTerm: 'Nid yw’r dyddiad adolygu o fewn y cyfnod.',
  partyTwice: 'Mae sefydliad yn barti ddwywaith: {name}.',
  clauseTwice: 'Mae gan ddau gymal y rhif {clause}.',
  unknownOrganisation: 'Mae’n enwi sefydliad nad oes neb yn ei adnabod: {name}.',
  notAParty: 'Cymal {clause}: nid yw’r sefydliad hwn yn llofnodi, nac yn rhan o un sy’n gwneud hynny: {name}.',
  opensNothing: 'Cymal {clause}: nid yw’n agor dim. Rhaid enwi’r hyn sy’n sensitif fesul un.',
  noHours: 'Cymal {clause}: mae’r oriau’n dechrau ac yn gorffen ar yr un adeg, felly ni fyddai byth yn agor.',
  wishNotOverridable: 'Cymal {clause}: dim ond cymal diogelu a gaiff ddod o flaen dymuniad person.',
  caseContradicts: 'Enghraifft {name}: nid yw’r cymalau’n gwneud yr hyn y mae’n ei ddweud.',
  cannotBeSaid: 'Cymal {clause}: ni ellir ei ddweud yn glir yn y ddwy iaith: {name}.',
  cannotBeQueried: 'Cymal {clause}: ni ellid cyfyngu chwiliad yn ôl hwn, am nad oes sefydliad o’r fath: {name}.',
  overlaps: 'Mae fersiwn arall o’r cytundeb hwn wedi’i llofnodi gan bawb ar gyfer rhai o’r un dyddiau.',
} satisfies Record<keyof typeof en, string>
