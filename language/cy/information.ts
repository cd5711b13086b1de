import type en from '../en/information.ts'

export default {
  about: 'Ynghylch Cydofal',
  aboutLede:
    'Cydofal yw’r cofnod gwaith a rennir rhwng iechyd, gofal cymdeithasol a thai mewn rhanbarth. Mae pob sefydliad yn cadw ei systemau ei hun; yma maen nhw’n gweithio gyda’i gilydd, ac yma mae’r person a’r teulu’n dal y cynllun.',
  aboutName: 'Dau air sydd yn yr enw: cyd a gofal. Gofalu gyda’n gilydd yw’r ystyr.',
  promises: 'Chwe addewid',
  promisePlan: 'Y person sy’n dal y cynllun',
  promisePlanMeans:
    'Eich geiriau chi sy’n dod gyntaf. Rydych chi a’r rhai a ddewiswch yn darllen y cynllun, yn cynnig newidiadau iddo, ac yn cytuno neu’n anghytuno ag ef yn eich geiriau eich hun.',
  promiseClause: 'Ni rennir dim heb gymal, ac ni rennir dim o’r golwg',
  promiseClauseMeans:
    'Mae pob golwg ar gofnod yn dibynnu ar gymal mewn cytundeb a lofnodwyd neu ar eich dewis chi. Gallwch ddarllen pa un oedd hwnnw, a phwy a edrychodd.',
  promiseLost: 'Ni chollir dim, ac nid oes dim yn aros heb i neb ei weld',
  promiseLostMeans:
    'Mae’r hyn y mae system sefydliad yn ei anfon, ac yr ydym wedi dweud inni ei dderbyn, yn cael ei gadw ac yn dod i rym unwaith. Mae’r hyn na ellir ei ddeall yn aros, gyda’r rheswm, gan rywun sy’n gyfrifol amdano.',
  promiseLinked: 'Mae pobl yn cael eu cysylltu, byth eu cyfuno',
  promiseLinkedMeans:
    'Mae cofnod pob sefydliad amdanoch yn aros yn gyfan. Cysylltir cofnodion sydd am yr un person, gan roi’r rheswm, a gellir dadwneud cyswllt a oedd yn anghywir.',
  promiseWord: 'Gellir dal y bartneriaeth at ei gair',
  promiseWordMeans:
    'Gall unrhyw un ddarllen yr hyn y mae’r sefydliadau wedi cytuno arno a phwy sydd wedi llofnodi. Mae eu bwrdd yn gweld sut mae’r rhannu’n gweithio heb weld yr un person.',
  promiseLanguage: 'Cymraeg a Saesneg, o’r dechrau',
  promiseLanguageMeans:
    'Mae’r Gymraeg a’r Saesneg yn gydradd: mae pob tudalen yn dweud popeth yn y ddwy. Mae pob tudalen yn gweithio heb sgriptiau, gyda bysellfwrdd yn unig, ac ar sgrin fach.',
  toAgreements: 'Darllen y cytundebau rhannu',

  accessibility: 'Datganiad hygyrchedd',
  accessibilityLede:
    'Mae’r datganiad hwn yn ymwneud â Cydofal fel y mae Partneriaeth Ranbarthol Glan Hafren yn ei redeg. Fe’i gwneir o dan Reoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018.',
  usable: 'Yr hyn y dylech allu ei wneud',
  usableZoom: 'gwneud y testun bedair gwaith yn fwy heb orfod sgrolio o ochr i ochr',
  usableKeyboard: 'cyrraedd popeth a gwneud popeth gyda bysellfwrdd yn unig',
  usableReader: 'cael darllen y tudalennau yn uchel gan ddarllenydd sgrin',
  usableColours: 'newid lliwiau, bylchau a ffont a dal i ddefnyddio popeth',
  usableScripts: 'defnyddio pob tudalen â sgriptiau wedi’u diffodd',
  usableLanguage: 'darllen popeth y mae Cydofal ei hun yn ei ddweud yn Gymraeg neu yn Saesneg',
  compliance: 'I ba raddau y mae’n bodloni’r rheolau',
  partlyCompliant:
    'Mae Cydofal yn cydymffurfio’n rhannol â Chanllawiau Hygyrchedd Cynnwys y We, fersiwn 2.2, lefel AA. Mae’n methu yn y ffyrdd a restrir yma.',
  limits: 'Yr hyn y gwyddom nad yw’n iawn',
  limitReload:
    'Pan fydd sgriptiau wedi’u diffodd, mae’r tudalennau a gedwir yn gyfredol yn eu hail-lwytho eu hunain unwaith y funud, ac ni allwch atal hynny. Mae hyn yn methu maen prawf llwyddo 2.2.1, amseru addasadwy.',
  limitLanguage:
    'Dangosir yr hyn y mae systemau ysbytai’n ei anfon, fel ward neu reswm, yn yr iaith yr ysgrifennwyd ef ynddi, heb ei farcio â’r iaith honno. Mae hyn yn methu maen prawf llwyddo 3.1.2, iaith rhannau.',
  limitSignIn:
    'Mae’r tudalennau lle rydych yn rhoi eich cyfrinair yn perthyn i’r gwasanaeth yr ydych yn mewngofnodi ag ef. Maent y tu allan i’r datganiad hwn.',
  noBurden: 'Nid ydym yn dweud y byddai cywiro’r rhain yn faich anghymesur. Rydym yn bwriadu eu cywiro.',
  tested: 'Sut y’i profwyd',
  testedHow:
    'Mae’r rhai sy’n gwneud Cydofal yn gwirio ei dudalennau mewn porwr gydag axe-core, rhaglen sy’n chwilio am ddiffygion hygyrchedd, yn Gymraeg ac yn Saesneg, ar sgrin lydan ac ar un gul.',
  notTested:
    'Nid yw wedi’i brofi eto gan bobl sy’n defnyddio technoleg gynorthwyol bob dydd, na chan neb sy’n annibynnol ar y rhai sy’n ei wneud. Dim ond rhai o’r diffygion y mae rhaglen yn dod o hyd iddynt.',
  feedback: 'Dywedwch wrthym, neu gwynwch',
  feedbackHow:
    'Os nad yw rhywbeth yn gweithio i chi, neu os oes arnoch angen yr hyn sydd yma ar ffurf arall fel print bras, testun hawdd ei ddeall, Iaith Arwyddion Prydain neu recordiad, ysgrifennwch at Swyddfa’r Bartneriaeth. Cewch ateb o fewn 10 diwrnod gwaith.',
  feedbackNotHappy:
    'Os nad ydych yn fodlon ar yr ateb, trowch at y Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS). Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi’r rheoliadau.',
  prepared: 'Paratowyd y datganiad hwn ar {day}.',

  privacy: 'Preifatrwydd a chwcis',
  privacyLede:
    'Mae Cydofal yn dod â’r hyn y mae sefydliadau eisoes yn ei ddal amdanoch at ei gilydd. Nid yw’n agor ond yr hyn y mae eu cytundebau, neu chi eich hun, yn ei ganiatáu.',
  answerable: 'Pwy sy’n gyfrifol amdano',
  answerableWho:
    'Mae pob sefydliad yn gyfrifol am yr hyn a roddodd i mewn. Mae’r cytundebau’n dweud pwy sy’n rhoi beth i bwy, at ba ddiben, ac o dan ba gyfraith.',
  kept: 'Yr hyn a gedwir',
  keptSent: 'yr hyn a anfonodd systemau pob sefydliad amdanoch, pob fersiwn ohono',
  keptPlan: 'eich cynllun: eich geiriau chi, a’r hyn y gwnaeth eraill ei gynnig, cytuno ag ef neu anghytuno ag ef',
  keptChoices: 'eich dewisiadau ynghylch pwy gaiff weld beth',
  keptLooks: 'pob golwg ar eich cofnod',
  keptAccount: 'os ydych yn mewngofnodi: eich enw, eich iaith, a’ch sesiynau hyd at wythnos ar ôl iddynt ddod i ben',
  keptForms: 'yr hyn yr oeddech wedi’i deipio mewn ffurflen pan ddaeth eich sesiwn i ben, am awr, i chi yn unig',
  keptLong:
    'Ni chaiff yr hyn a ddigwyddodd byth ei newid na’i ddileu: saif cywiriad wrth ei ochr. Rheolau pob sefydliad ei hun sy’n dweud am faint y cedwir ei gofnodion.',
  trail: 'Pwy a edrychodd',
  trailHow:
    'Cofnodir pob golwg ynghyd â’r hyn a ddangoswyd: pwy oedd yno, i bwy y mae’n gweithio, ym mha swydd, at ba ddiben, a’r cymal neu’r dewis a’i caniataodd. Cofnodir pob gwrthod hefyd. Pan fyddwch yn mewngofnodi, mae “Pwy sydd wedi edrych” yn dangos y cyfan i chi.',
  rights: 'Eich hawliau',
  rightRead:
    'Cewch ddarllen yr hyn a ddelir amdanoch. Mae’r rhan fwyaf ohono ar eich tudalennau eich hun; am y gweddill, gofynnwch i’r sefydliad.',
  rightCorrect: 'Cewch fynnu cywiro’r hyn sy’n anghywir, gan y sefydliad sy’n ei ddal.',
  rightRefuse: 'Cewch wrthwynebu’r hyn a wneir â’r hyn a ddelir amdanoch, a chewch ddweud pwy nad yw i’w weld.',
  rightComplain:
    'Cewch gwyno wrth y sefydliad, ac wrth y Comisiynydd Gwybodaeth, sy’n goruchwylio diogelu data yn y Deyrnas Unedig.',
  leaving: 'Gadael yn sydyn',
  leavingHow: 'Pwyswch “Gadael yn sydyn”, neu’r fysell Escape deirgwaith o fewn pum eiliad.',
  leavingShows:
    'Fe welwch galendr nad yw’n dweud beth oeddech chi’n ei ddarllen, ac mae pob tab arall o Cydofal yn gadael hefyd.',
  leavingBack: 'Rydych wedi allgofnodi. Nid yw mynd yn ôl yn agor dim: gofynnir i chi eto pwy ydych chi.',
  leavingKept:
    'Efallai y bydd y porwr ei hun yn dal i restru cyfeiriadau tudalennau a agorwyd gennych o’r blaen. Os oes rhywun yn edrych ar eich dyfais, gofynnwch i ffrind neu weithiwr rydych yn ymddiried ynddo sut mae clirio’i hanes, neu defnyddiwch ddyfais arall.',
  cookies: 'Cwcis',
  cookiesNeeded:
    'Dyma’r unig bethau y mae Cydofal yn eu cadw yn eich porwr. Ni all y tudalennau weithio hebddynt, felly ni ofynnir i chi amdanynt. Nid oes neb yn eich dilyn, ac ni ddaw dim oddi wrth neb arall.',
  cookie: 'Cwci',
  cookieFor: 'I beth y mae',
  cookieLasts: 'Am faint y mae’n para',
  cookieSession: 'gwybod eich bod wedi mewngofnodi',
  cookieSessionLasts:
    'nes i chi gau’r porwr neu allgofnodi; nid yw’n agor dim ar ôl 12 awr, nac ar ôl cyfnod heb ei ddefnyddio',
  cookieSigningIn: 'dod â chi yn ôl i’r dudalen iawn wrth i chi fewngofnodi',
  cookieSigningInLasts: '10 munud',
  cookieLeft: 'gwneud yn siŵr y gofynnir i chi eto pwy ydych chi, ar ôl gadael yn sydyn',
  cookieLeftLasts: 'nes i chi fewngofnodi nesaf, ac un diwrnod ar y mwyaf',
  cookieLanguage: 'cofio’r iaith a ddewisoch',
  cookieLanguageLasts: 'blwyddyn',
} satisfies Record<keyof typeof en, string>
