import type en from '../en/remedy.ts'

export default {
  askSender:
    'Dywedwch wrth bwy bynnag sy’n rhedeg y system a’i hanfonodd beth sydd o’i le arni, a gofynnwch iddi gael ei chywiro a’i hanfon eto. Yna rhowch hon o’r neilltu.',
  askNetwork:
    'Rhowch wybod i bwy bynnag sy’n gofalu am gysylltiad yr anfonwr. Mae anfonwr nad yw’n cael ateb yn anfon eto ohono’i hun: edrychwch a yw wedi gwneud hynny.',
  letIn:
    'Os ydych chi’n adnabod y system, rhowch ganiatâd iddi anfon dan Systemau sy’n anfon; wedyn gellir ailddarllen yr hyn y mae wedi’i anfon. Os nad ydych, holwch yn gyntaf pwy sy’n ei rhedeg.',
  beSure:
    'Peidiwch â gadael iddi gael ei darllen cyn i chi wybod pwy a’i hanfonodd. Ffoniwch yr anfonwr ar rif oedd gennych chi eisoes. Os nad nhw a’i hanfonodd, dywedwch wrth eich swyddog preifatrwydd ar unwaith.',
  mendMap:
    'Rhowch yr hyn sydd ar goll ym map yr anfonwr, rhowch gynnig ar y map â’r hyn a anfonwyd, ac yna gofynnwch am ei hailddarllen.',
  tellReferrer:
    'Dywedwch wrth bwy bynnag a wnaeth yr atgyfeiriad nad yw wedi cyrraedd neb. Efallai y gall tîm arall ei dderbyn, neu fod angen newid cytundeb.',
  waitForIt:
    'Efallai fod yr hyn y mae’n dibynnu arno wedi’i ddal yn ôl ac y daw eto. Gofynnwch am ei hailddarllen pan fydd wedi dod.',
  decideWhose:
    'Rhaid i swyddog cofnodion ddweud cofnod pwy yw hwn. Ar ôl iddo wneud hynny, gofynnwch am ei hailddarllen.',
  notYet:
    'Nid oes dim yma’n defnyddio’r math hwn o neges eto, felly nid yw dim ohoni’n cael effaith. Gofynnwch i’r anfonwr ei hepgor, neu rhowch hi o’r neilltu.',
  tellUs:
    'Dywedwch wrth bwy bynnag sy’n rhedeg Cydofal. Ni chollwyd dim: ar ôl ei drwsio, gofynnwch am ei hailddarllen.',
  noneNeeded: 'Nid oes angen gwneud dim mwy.',
} satisfies Record<keyof typeof en, string>
