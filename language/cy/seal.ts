import type en from '../en/seal.ts'

export default {
  title: 'Y sêl ar bwy sydd wedi edrych',
  lede: 'Cofnodir pob golwg ar gofnod unrhyw un. Bob munud caiff popeth a gofnodwyd ei selio, fel na all neb newid dim ohono na thynnu dim ohono i ffwrdd heb gael ei ddal. Nid yw’r dudalen hon yn enwi neb.',
  none: 'Nid oes dim wedi’i selio eto.',
  late: 'Mae’r sêl ddiweddaraf yn hwyr',
  lateMeans:
    'Gwneir sêl newydd bob deng munud o leiaf, ac mae hon yn hŷn na hynny. Mae pob golwg yn dal i gael ei gofnodi, ond nid yw’n cael ei selio. Rhaid i bwy bynnag sy’n rhedeg Cydofal unioni hynny.',
  newest: 'Y sêl ddiweddaraf',
  sealedAt: 'Gwnaed',
  under: 'Oddi tani',
  waiting: 'Cofnodwyd ers hynny',
  waitingNone: 'Dim',
  entries:
    '{count, plural, zero {# cofnodiad} one {# cofnodiad} two {# gofnodiad} few {# chofnodiad} many {# chofnodiad} other {# cofnodiad}}',
  how: 'Sut mae’n cadw pobl yn onest',
  howChained:
    'Mae pob cofnodiad yn gadael rhif yn y sêl sy’n cyd-fynd â’r cofnodiad hwnnw yn unig, a chaiff pob rhif ei gyfrifo gyda’r un o’i flaen. Byddai newid un llythyren mewn un cofnodiad, neu hepgor un, yn rhoi rhifau eraill, ac ni fyddai’r sêl yn cyd-fynd mwyach.',
  howWitnessed:
    'Gallai pwy bynnag sy’n rhedeg Cydofal greu trywydd cwbl newydd a sêl newydd o hyd. Felly mae sefydliadau eraill yn dystion: mae eu cyfrifiaduron eu hunain yn cymharu pob sêl newydd â’r un o’i blaen ac yn ei llofnodi. Pe bai rhywun yn ailysgrifennu unrhyw beth hŷn na hynny, byddai pob un ohonynt yn ei wrthod.',
  witnesses: 'Pwy sydd wedi’i gwirio',
  witness: 'Sefydliad',
  witnessedAt: 'Gwiriwyd a llofnodwyd ddiwethaf',
  witnessedUnder: 'Yr hyn a lofnodwyd',
  witnessedNewest: 'Y sêl ddiweddaraf',
  witnessedNever: 'Ddim eto',
  witnessedNothing: 'Dim eto',
  witnessNone:
    'Nid oes yr un sefydliad arall wedi dod yn dyst eto. Tan hynny, dim ond gair pwy bynnag sy’n rhedeg Cydofal sydd gennych.',
  check: 'Os hoffech ei gwirio eich hun',
  checkHow:
    'Gall unrhyw sefydliad wirio’r sêl gyda rhaglen o lai na chan llinell a ddaw gyda Cydofal, a hynny heb weld cofnod neb. Dyma ffeithiau’r sêl ddiweddaraf.',
  number: 'Rhif y sêl',
  root: 'Ôl bys popeth oddi tani',
  key: 'Ôl bys yr allwedd a’i llofnododd',

  whole: 'Mae’r trywydd yn gyfan: yr hyn a seliwyd yw popeth sydd ynddo.',

  usage:
    'Defnyddiwch: npm run trail -- check | entry ID | witness SEFYDLIAD ALLWEDD | erase ID PAM PWY-A-BENDERFYNODD. Mae’r ddogfennaeth ar redeg Cydofal yn esbonio pob un.',
  notRunning:
    'Nid oes cronfa ddata yn rhedeg ar y data yn {folder}: cychwynnwch Cydofal yn gyntaf, neu enwch ei gronfa ddata yn DATABASE_URL.',
  keyMissing: 'Nid yw’r allwedd sy’n selio’r trywydd yn {file}.',
  entryNotSealed: 'Nid oes cofnodiad {id} wedi’i selio: nid yw yno, cafodd ei ddileu, neu mae’n aros i gael ei selio.',
  enrolled: 'Mae {code} yn dyst o hyn ymlaen.',
  organisationUnknown: 'Nid oes sefydliad â’r cod {code}.',
  keyWrong: 'Nid allwedd tyst yw honno: mae’n 60 nod o hyd, a’r gwiriwr sy’n ei hargraffu.',
  erased: 'Mae’r cofnodiad {id} wedi’i ddileu. Erys ei le yn y log, a’r rheswm.',
  entryUnknown: 'Nid oes cofnodiad {id}.',
} satisfies Record<keyof typeof en, string>
