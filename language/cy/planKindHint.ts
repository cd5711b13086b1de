import type en from '../en/planKindHint.ts'

export default {
  matters: 'Rhywbeth sy’n bwysig i’r person, fel y byddai’n ei ddweud.',
  strength: 'Yr hyn mae’r person yn ei wneud yn dda, a phwy a beth y gall ddibynnu arno.',
  need: 'Beth sy’n anodd, a pha gymorth sydd ei angen.',
  goal: 'Yr hyn yr hoffai’r person ei gyrraedd.',
  action: 'Rhywbeth mae rhywun yn ei wneud i helpu i gyrraedd nod: pwy, erbyn pryd, a phwy sy’n talu.',
  monitoring: 'Pwy sy’n edrych ar beth, a pha mor aml.',
  contingency: 'Beth ddylai ddigwydd os aiff rhywbeth o’i le, fel cwymp, neu ofalwr na all ddod.',
  warningSign: 'Beth sy’n dangos yn gynnar fod pethau’n gwaethygu, a beth i’w wneud bryd hynny.',
  anticipatory: 'Meddyginiaethau neu offer sy’n barod, ble maen nhw, a phryd y cânt eu defnyddio.',
  advanceStatement: 'Yr hyn y byddai’r person yn ei ddymuno pe na bai’n gallu dweud hynny mwyach.',
  directPayment: 'Ar gyfer beth mae’r taliad uniongyrchol, a phwy sy’n gofalu amdano. Mae’r swm yn aros gyda’r cyngor.',
  home: 'Addasiadau, atgyweiriadau, a’r denantiaeth.',
  safeguardingConclusion:
    'Casgliad ymholiad, a’r hyn sydd ar waith ers hynny. Nid yw’r ymholiad ei hun yn cael ei ysgrifennu yma.',
} satisfies Record<keyof typeof en, string>
