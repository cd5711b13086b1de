import type en from '../en/partnership.ts'

export default {
  title: 'Y bartneriaeth',
  lede: 'Yr hyn a wnaeth systemau’r rhanbarth, heb yr un person ynddo: beth sydd wedi’i gytuno, beth a gyrhaeddodd, pa mor gyflym y cafodd pobl wybod, a pham yr agorwyd cofnodion.',
  few: 'llai na 5',
  atLeast: 'o leiaf {count}',
  smallNumbers:
    'Dangosir rhifau o 1 i 4 fel “llai na 5”, fel na ellir adnabod neb ynddynt. Ni roddir amseroedd oni bai eu bod yn seiliedig ar 5 person neu ragor.',
  agreements: 'Cytundebau',
  inForceCount:
    '{count, plural, zero {Nid oes yr un cytundeb mewn grym.} one {Mae # cytundeb mewn grym.} two {Mae # gytundeb mewn grym.} few {Mae # chytundeb mewn grym.} many {Mae # chytundeb mewn grym.} other {Mae # cytundeb mewn grym.}}',
  closedCount:
    '{count, plural, zero {Nid oes yr un cytundeb ar gau.} one {Mae # cytundeb ar gau.} two {Mae # gytundeb ar gau.} few {Mae # chytundeb ar gau.} many {Mae # chytundeb ar gau.} other {Mae # cytundeb ar gau.}}',
  agreement: 'Cytundeb',
  standing: 'Statws',
  reason: 'Pam',
  notSignedBy: 'Heb ei lofnodi gan: {organisations}.',
  messages: 'Negeseuon a dderbyniwyd',
  today: 'Heddiw',
  week: 'Y 7 diwrnod diwethaf',
  waiting: 'Mewn cwarantin nawr',
  longest: 'Yr arhosiad hiraf',
  nothingWaits: 'dim un yn aros',
  minutes: '{count, plural, zero {# munud} one {# munud} two {# funud} few {# munud} many {# munud} other {# munud}}',
  hours: '{count, plural, zero {# awr} one {# awr} two {# awr} few {# awr} many {# awr} other {# awr}}',
  days: '{count, plural, zero {# diwrnod} one {# diwrnod} two {# ddiwrnod} few {# diwrnod} many {# diwrnod} other {# diwrnod}}',
  told: 'Cael gwybod pan fydd rhywun yn mynd i’r ysbyty',
  toldPeriod:
    'Y mis hwn hyd yn hyn. Yr amser yw’r amser o’r adeg y daeth neges yr ysbyty nes rhoi gwybod i dudalen agored rhywun.',
  admissions: 'Derbyniadau a anfonodd yr ysbytai',
  toldAtOnce: 'Y rhai y cafodd rhywun wybod amdanynt ar unwaith',
  median: 'Rhoddwyd gwybod am eu hanner o fewn',
  slowest: 'Rhoddwyd gwybod am 95 o bob 100 ohonynt o fewn',
  seconds:
    '{count, plural, zero {# eiliad} one {# eiliad} two {# eiliad} few {# eiliad} many {# eiliad} other {# eiliad}}',
  tooFew: 'rhy ychydig i ddweud',
  looks: 'Pam yr agorwyd cofnodion',
  looksPeriod:
    'Y mis cyfan diwethaf: {month}. Gellid tynnu dau ddiwrnod o fis nad yw ar ben oddi wrth ei gilydd. Mae pob agoriad o gofnod un person yn cyfrif unwaith am bob cymal yr oedd yn dibynnu arno, a chofnodir pob un lle gall y person hwnnw ei ddarllen.',
  looksDrawn: 'Cofnodion a agorwyd, yn ôl diben: {month}',
  looksDrawnHow: 'Un bar ar gyfer pob diben, o’r hiraf i’r byrraf. Mae’r un rhifau yn y tabl isod.',
  purpose: 'Diben',
  opened: 'Sawl gwaith yr agorwyd cofnod',
  refusedLooks: 'Sawl gwaith y gwrthodwyd rhywun',
  refusedLooksMean: 'Ni ddangoswyd dim, a chofnodwyd y gwrthod.',
} satisfies Record<keyof typeof en, string>
