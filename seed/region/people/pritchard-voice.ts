import type { SeedAboutMe, SeedRecords } from '../shape.ts'

/** What Mair says of herself, in her own words. */
export const mairAboutMe: readonly SeedAboutMe[] = [
  {
    part: 'most-important',
    words:
      'Fy nghartre, yr ieir, y capel a’r Gymraeg. Os ca i godi yn fy ngwely fy hun a chlywed y ceiliog drws nesa, mi fydd hi’n ddiwrnod iawn.',
    language: 'cy',
    hens: 'Llun o’r tair iâr o flaen wal y cefn: un goch, un wen ac un ddu.',
    helpedBy: 'Elin',
  },
  {
    part: 'people',
    words:
      'Elin, fy merch, yn Norwich. Mae hi’n ffonio bob nos am saith. Non drws nesa, sy’n cadw goriad ac yn bwydo’r ieir. A merched yr alto. Rhowch wybod i Elin gynta, ddydd neu nos.',
    language: 'cy',
    helpedBy: 'Elin',
  },
  {
    part: 'communication',
    words:
      'Cymraeg, os gwelwch yn dda. Siaradwch ar yr ochr dde, dwi’n drwm fy nghlyw ar y chwith. Sefwch lle ca i weld eich wyneb chi, a rhowch amser i mi feddwl.',
    language: 'cy',
    helpedBy: 'Elin',
  },
  {
    part: 'wellness',
    words:
      'Ar ddiwrnod da dwi’n canu wrth olchi’r llestri. Pan fydda i’n ddistaw, a heb fwyta ’mrecwast, dydw i ddim yn dda, beth bynnag dduda i.',
    language: 'cy',
    helpedBy: 'Elin',
  },
  {
    part: 'please-do',
    words:
      'Cnociwch, a galwch cyn dod i mewn. Te heb siwgr, mewn cwpan a soser. Peidiwch â ’ngalw i’n “bach” na gorffen fy mrawddegau i.',
    language: 'cy',
  },
  {
    part: 'support',
    words:
      'Dwi’n gwisgo fy hun ac yn gwneud fy mrecwast fy hun. Help efo’r botymau bach a’r sanau, a llaw wrth fynd lawr y gris cefn, dyna’r cwbl. Dim cyn wyth y bore.',
    language: 'cy',
    helpedBy: 'Aled Jenkins',
  },
  {
    part: 'also',
    words:
      'Ro’n i’n athrawes yn ysgol y pentra am dri deg un o flynyddoedd. Mae hanner y staff yn yr ysbyty wedi dysgu darllen efo fi, a dwi’n dal i gofio pwy oedd yn gwrando.',
    language: 'cy',
  },
]

/** What the council wrote when her daughter rang, and what came of it. */
export const mairAssessed: SeedRecords = {
  contacts: [
    {
      key: 'elins-call',
      by: 'sioned-evans',
      daysAgo: 92,
      language: 'cy',
      fromWhom: 'family',
      fromName: 'Elin Pritchard',
      way: 'telephone',
      about:
        'Ffoniodd Elin o Norwich. Mae ei mam wedi syrthio ddwywaith ers y gwanwyn, ac wedi rhoi’r gorau i fynd at y giât. Roedd hi’n poeni am y boreau.',
      nextStep: 'assessment',
      whatNext: 'Sioned i alw ar Mair gartref o fewn yr wythnos, yn Gymraeg, ag Elin ar y ffôn os bydd Mair yn dymuno.',
      assessment: 'autumn',
    },
  ],
  talks: [
    {
      key: 'kitchen',
      by: 'sioned-evans',
      confirmed: ['name', 'address', 'telephone', 'language'],
      daysAgo: 87,
      language: 'cy',
      tookPart: 'Mair, wrth fwrdd y gegin\nElin, ar y ffôn\nSioned Evans',
      words:
        'Dwi ddim isio neb yn gwneud pethau drosta i. Dwi isio’u gwneud nhw fy hun, ond bod rhywun yno yn y bore nes bydda i wedi cael fy nhraed dana. A’r ieir. Fi sy’n bwydo’r ieir.',
      wordsLanguage: 'cy',
      cameOfIt: 'Mae Mair am gael ei hasesu. Trefnwyd ail ymweliad, ac anfonwyd manylion y dosbarth cerdded ati.',
    },
  ],
  assessments: [
    {
      key: 'autumn',
      by: 'sioned-evans',
      confirmed: ['name', 'address', 'telephone', 'language'],
      daysAgo: 92,
      language: 'cy',
      subject: 'adult',
      elements: {
        circumstances:
          'Mae Mair yn 84 ac yn byw ar ei phen ei hun mewn fflat llawr gwaelod. Mae ei chymdoges yn cadw allwedd. Mae Elin, ei merch, yn ffonio bob nos.',
        outcomes:
          '“Cerdded at y giât ac yn ôl heb i neb afael yn fy mraich.” Aros yn ei chartref ei hun, dal i fwydo’r ieir a chanu yn y capel.',
        barriers: 'Y gris cefn. Pendro yn y bore. Mae’n anodd cael bws i’r capel ar y Sul.',
        risks: 'Syrthio eto a neb yn gwybod tan y nos. Colli’r capel, a’r bobl sy’n ei hadnabod.',
        strengths:
          'Mae’n drefnus, yn benderfynol ac yn gwybod beth mae am ei gael. Cymdogion da, merched y capel, a merch sy’n ffonio bob nos.',
      },
      capacity:
        'Nid oedd dim i awgrymu na allai Mair benderfynu am ei gofal ac am ble mae’n byw. Pwysodd y dewisiadau yn ei geiriau ei hun.',
      advocate: 'Nid oedd angen eiriolwr: siaradodd Mair drosti ei hun, ac roedd Elin ar y ffôn.',
      determinations: [
        {
          need: 'Codi, ymolchi a gwisgo’n ddiogel yn y bore',
          conditions: {
            arises: [true, 'Mae’n codi o bendro a gwendid yn y coesau ar ôl syrthio ddwywaith.'],
            'well-being': [true, 'Mae’n ymwneud â gofalu amdani ei hun ac â bod yn ddiogel gartref.'],
            'not-otherwise': [true, 'Mae Elin yn Norwich, ac ni all y gymdoges ddod bob bore.'],
            'unlikely-without': [true, 'Heb help yn y bore ni fyddai’n codi cyn canol dydd, na’n mentro at y giât.'],
          },
        },
        {
          need: 'Mynd i’r capel ar y Sul',
          conditions: {
            arises: [true, 'Ni all gerdded at y bws ar ei phen ei hun ar hyn o bryd.'],
            'well-being': [true, 'Mae’n ymwneud â bod yn rhan o’i chymuned.'],
            'not-otherwise': [false, 'Mae gwirfoddolwr o Tegell yn mynd â hi.'],
            'unlikely-without': [false, 'Mae’n debygol o gyrraedd heb i’r cyngor drefnu dim.'],
          },
        },
      ],
      end: {
        daysAgo: 66,
        words: 'Galwad am wyth bob bore, a chwe wythnos o ailalluogi. Mae’r camau yn ei chynllun.',
        agreed: 'agreed',
      },
    },
  ],
}
