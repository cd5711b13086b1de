import type en from '../en/claim.ts'

export default {
  title: 'Rwy’n gweithio gyda rhywun',
  lede: 'Os ydych chi’n gweithio gyda rhywun nad yw ar eich rhestr, dywedwch hynny yma. Mae arnoch angen eu rhif GIG a’u dyddiad geni.',
  told: 'Gall y person ddarllen eich bod wedi dweud hynny a pham, a chaiff eich swyddog preifatrwydd wybod bob tro.',
  number: 'Rhif GIG',
  born: 'Dyddiad geni',
  kind: 'Sut rydych chi’n gweithio gyda nhw?',
  reason: 'Pam nad yw ar eich rhestr yn barod?',
  send: 'Dweud fy mod yn gweithio gyda nhw',
  done: 'Os yw hwn yn rhywun y mae Cydofal yn ei adnabod, mae ar eich rhestr nawr am 14 diwrnod. Mae’r person a’ch swyddog preifatrwydd wedi cael gwybod.',
  notForYourJob:
    'Nid oes cytundeb sy’n gadael i rywun yn eich swydd chi weld dim am berson, felly nid oes dim i’w ddweud yma.',
  kindMissing: 'Dewiswch sut rydych chi’n gweithio gyda nhw',
  reasonMissing: 'Dywedwch pam',
  reasonTooLong: 'Caiff y rheswm fod yn 500 o lythrennau ar y mwyaf',
  tooMany: 'Rydych wedi dweud hyn am bump o bobl heddiw. Gofynnwch i’ch rheolwr, neu ceisiwch eto yfory',
  numberWrong: 'Rhowch rif GIG, fel 999 000 0042',
  bornWrong: 'Rhowch ddyddiad geni go iawn, fel 17 3 1942',
  alerts: 'Perthnasoedd y mae gweithwyr yn dweud eu bod yn bodoli',
  alertsNone: 'Nid oes yr un gweithiwr wedi dweud hynny.',
  alertWho: 'Pwy',
  alertKind: 'Sut',
  alertReason: 'Pam',
  alertWhen: 'Pryd',
  alertKnown: 'Rhywun y mae Cydofal yn ei adnabod',
  alertUnknown: 'Nid oedd gan neb y rhif a’r dyddiad geni hwnnw',
} satisfies Record<keyof typeof en, string>
