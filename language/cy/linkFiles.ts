import type en from '../en/linkFiles.ts'

/** Yr hyn y mae’r gorchymyn sy’n cysylltu dwy ffeil yn ei argraffu. */
export default {
  usage:
    'Dywedwch beth i’w gysylltu: npm run link -- --left A.csv [--right B.csv] --map MAP.json --out links.csv [--clusters CLUSTERS.csv] [--model MODEL.json] [--encoding utf-8 neu windows-1252] [--skip-bad-rows]',
  optionMissing: 'Mae angen {option}, gyda rhywbeth ar ei ôl.',
  optionUnknown: 'Nid oes dewis {option}.',
  optionTwice: 'Rhoddwyd {option} ddwywaith.',
  optionEncoding: 'Caiff --encoding fod yn utf-8 neu’n windows-1252, nid {found}.',
  noFile: 'Nid oes ffeil {file}, neu ni cheir ei darllen.',
  overwritten: 'Enwir {file} ddwywaith: mae angen ei le ei hun ar yr hyn a ysgrifennir.',
  notWritable: 'Ni ellid ysgrifennu {file}: {reason}',
  rightMissing: 'Mae’r map yn dweud link_only, sy’n gofyn am ddwy ffeil: enwch y llall â --right.',

  mapNotJson: 'Nid JSON yw {file}.',
  mapNotJsonAt: 'Nid JSON yw {file}: edrychwch ar linell {line}, colofn {column}.',
  mapLine: '{file}, {place}: {what}',
  mapWhole: 'y map cyfan',
  mapMissing: 'ar goll',
  mapUnexpected: 'mae ganddo ran nad yw mapiau’n ei chynnwys: {found}',
  mapNotInList: 'nid yw {found} yn un o’r rhain: {known}',
  mapOutOfRange: 'rhaid iddo fod yn fwy na 0 ac yn llai nag 1',
  mapReviewAboveLink: 'ni chaiff fod yn uwch na’r trothwy ar gyfer cysylltu',
  mapWrongKind: 'gofynnir am rywbeth arall yma, nid {found}',
  mapNothingCompared: 'nid yw’n enwi colofn i’w chymharu',
  mapOneSide: 'dim ond un o’r ddwy ffeil sydd â rhywbeth i’w gymharu fel {name}',
  mapKinds: 'nid yw’r ddwy ffeil yn cytuno pa fath o beth yw {name}',
  mapTwice: 'cymherir dwy golofn fel {name}: rhowch ei henw ei hun i’r naill a’r llall',
  mapTooMany:
    'mae’n cymharu cynifer o golofnau fel na ellid cyfrif sut y daw dau gofnod allan: tynnwch rai ohonynt, neu rhowch "tf": false i rai',

  fileEmpty: 'Mae {file} yn wag.',
  fileSpreadsheet:
    'Taenlen neu archif zip yw {file}, beth bynnag y mae ei henw’n ei ddweud: agorwch hi a’i chadw fel CSV (UTF-8).',
  filePdf: 'PDF yw {file}, beth bynnag y mae ei henw’n ei ddweud: gofynnwch i’r anfonwr am CSV (UTF-8).',
  fileMarkup:
    'Tudalen we neu XML yw {file}, beth bynnag y mae ei henw’n ei ddweud: gofynnwch i’r anfonwr am CSV (UTF-8).',
  fileBinary: 'Nid testun yw {file}, beth bynnag y mae ei henw’n ei ddweud: gofynnwch i’r anfonwr am CSV (UTF-8).',
  fileDamaged: 'Mae {file} wedi’i chywasgu ac wedi’i difrodi: ceisiwch ei chael eto.',
  fileNul:
    '{file}, llinell {line}: mae beit NUL ynddi, felly nid testun yw hi, neu UTF-16 heb ei nod. Cadwch hi fel CSV (UTF-8).',
  fileNotUtf8:
    '{file}, llinell {line}: nid UTF-8 yw hi. Cadwch y ffeil fel CSV (UTF-8), neu rhowch --encoding windows-1252.',
  fileTwoEncodings:
    '{file}, llinell {line}: nid UTF-8 yw hi, er bod llinell {otherLine} yn UTF-8. Rhoddwyd dwy ffeil ynghyd: cadwch y naill a’r llall fel UTF-8 yn gyntaf.',
  fileLineTooLong: '{file}, llinell {line}: mae’n hirach na {most} beit.',
  fileRowTooLong: '{file}, rhes {row}: mae’n hirach na {most} beit; yn fwy na thebyg, ni chaeir dyfynnod sydd ynddi.',
  fileQuoteNotClosed: '{file}, rhes {row}: mae’n agor dyfynnod nas caeir byth.',
  fileAfterQuote: '{file}, rhes {row}: mae rhywbeth rhwng dyfynnod sy’n cau a’r gwerth nesaf.',
  columnMissing: '{file}, rhes 1: nid oes colofn {column} ynddi.',
  columnMissingNearest: '{file}, rhes 1: nid oes colofn {column} ynddi; yr agosaf yw {nearest}.',
  columnTwice: '{file}, rhes 1: mae dwy golofn o’r enw {column} ynddi.',

  rowTooFew:
    '{file}, rhes {row}: {found, plural, zero {# gwerth} one {# gwerth} two {# werth} few {# gwerth} many {# gwerth} other {# gwerth}}, ac mae gan y rhes benawdau {expected}.',
  rowTooMany:
    '{file}, rhes {row}: {found, plural, zero {# gwerth} one {# gwerth} two {# werth} few {# gwerth} many {# gwerth} other {# gwerth}}, ac mae gan y rhes benawdau {expected}.',
  rowIdMissing: '{file}, rhes {row}: nid oes dynodydd ynddi.',
  rowIdTwice: '{file}, rhes {row}: mae’r dynodydd {id} ynddi, fel yn rhes {first}.',
  rowIdElsewhere: '{file}, rhes {row}: mae’r dynodydd {id} ynddi, fel yn rhes {first} o {other}.',
  rowsMore:
    '{file}: gwrthodwyd {count, plural, zero {# rhes} one {un rhes} two {# res} few {# rhes} many {# rhes} other {# rhes}} arall.',
  rowsRead:
    '{file}: darllenwyd {rows, plural, zero {# rhes} one {# rhes} two {# res} few {# rhes} many {# rhes} other {# rhes}}, gwrthodwyd {refused}.',
  rowsNone: 'Mae gan {file} res benawdau a dim rhes arall.',
  readAs: 'Darllenwyd {file} fel {encoding}.',
  notNhs: 'Nid rhifau GIG sydd yn {column}: fe’i cymherir fel dynodydd o fath arall.',
  dateUnread: '{column}: ni ellid darllen {share}% o’i dyddiadau. Rhowch y drefn yn y map: ymd, dmy neu mdy.',
  nothingWritten: 'Nid ysgrifennwyd dim.',
  rightOrSkip: 'Cywirwch y rhesi hyn a dechreuwch eto, neu gadewch nhw allan gyda --skip-bad-rows.',

  stageLooking: 'Yn edrych ar {file}',
  stageReading: 'Yn darllen {file}',
  stageCounting: 'Yn chwilio pwy allai fod yn bwy',
  stageComparing: 'Yn cymharu',
  stageDeciding: 'Yn dysgu beth sy’n cyfrif, ac yn penderfynu',
  stageWriting: 'Yn ysgrifennu',

  compared: 'Cofnodion: {records, number}. Parau a gymharwyd: {pairs, number}. Eiliadau: {seconds}.',
  linked:
    'Cysylltwyd {links, plural, zero {# pâr} one {# pâr} two {# bâr} few {# phâr} many {# phâr} other {# pâr}}, mae {reviews} i’w hadolygu.',
  skippedBlocks:
    'Roedd {blocks, plural, zero {# grŵp} one {un grŵp} two {# grŵp} few {# grŵp} many {# grŵp} other {# grŵp}} o gofnodion sydd â rhywbeth yn gyffredin yn rhy fawr i’w gymharu; mae gan y mwyaf {largest} o gofnodion.',
  largeClusters:
    'Mae gan {count, plural, zero {# person} one {un person} two {# berson} few {# pherson} many {# pherson} other {# person}} fwy na {most} o gofnodion: edrychwch arnynt.',
  neutralised:
    'Mae {count, plural, zero {# dynodydd} one {un dynodydd} two {# ddynodydd} few {# dynodydd} many {# dynodydd} other {# dynodydd}} yn edrych fel fformiwla: rhoddwyd collnod o’i flaen.',
  written: 'Ysgrifennwyd: {files}',

  truth:
    'O’u cymharu â’r gwir, sydd â {pairs, plural, zero {# pâr} one {# pâr} two {# bâr} few {# phâr} many {# phâr} other {# pâr}}:',
  figure: 'Ffigur',
  precision: 'Manylder',
  recall: 'Adalw',
  f1: 'Sgôr F1',
  figureAutomatic: 'a gysylltwyd',
  figureBest: 'ar y trothwy gorau',
  figureClusters: 'clystyrau cyfan',
  figureReview:
    'I’w hadolygu: {pairs} o barau, {per100} ym mhob 100 o gofnodion, {share}% ohonynt am un person; gyda hwy, adalw {recall}.',

  modelTitle: 'Yr hyn a ddysgodd y model {version}',
  modelFrom: 'O gofnodion ({records, number}) a pharau a gymharwyd ({pairs, number}).',
  modelPrior: 'O filiwn o barau a gymerir ar hap, mae {match} am un person, a {household} am ddau berson o un aelwyd.',
  modelComparison: 'Beth a gymherir',
  modelLevel: 'Sut y daeth allan',
  modelMatch: 'Un person, %',
  modelStranger: 'Dieithriaid, %',
  modelHousehold: 'Un aelwyd, %',
  modelWeight: 'Bitiau yn erbyn dieithriaid',
} satisfies Record<keyof typeof en, string>
