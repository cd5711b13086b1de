import type en from '../en/fhir.ts'

export default {
  noToken: 'Dewch â thocyn: dim ond i ap y mae rhywun wedi rhoi benthyg ei enw iddo y mae hwn ar agor.',
  tokenRefused: 'Ni dderbynnir y tocyn hwn yma. Gofynnwch am un newydd, mewn swydd sydd gan y person o hyd.',
  issuerUnreachable:
    'Ni ellir cyrraedd pwy bynnag sy’n rhoi’r tocynnau ar hyn o bryd, felly ni ellir gwirio’r un tocyn. Rhowch gynnig arall arni ymhen ychydig funudau.',
  scopeTooNarrow: 'Ni roddwyd y tocyn ar gyfer hyn. Mae angen y cwmpas {needed}.',
  notFound: 'Nid oes dim yma y gallwch ei weld.',
  notServed: 'Ni chynigir dim yn y cyfeiriad hwn. Mae rhestr o’r hyn a gynigir yn /fhir/metadata.',
  onlyRead: 'Gellir darllen yr hyn sydd yn y cyfeiriad hwn, ond ni ellir ei newid.',
  unknownParameter:
    'Ni chynigir y paramedr {name}, felly ni chwiliwyd am ddim. Hepgorwch ef, neu gofynnwch â “Prefer: handling=lenient”.',
  unknownModifier:
    'Ni ellir gofyn y paramedr {name} fel hyn, felly ni chwiliwyd am ddim. Mae’r hyn y gellir ei ofyn yn /fhir/metadata.',
  searchTooMuch: 'Gofynnir am fwy yn {name} nag a atebir ar unwaith. Gofynnwch am lai, neu mewn sawl chwiliad.',
  codesNotTold:
    'Ni ellir dweud yma pa godau y mae {name} yn eu golygu: ni ddelir y set werthoedd na’r system godau, neu nid oes diwedd arni. Ni chwiliwyd am ddim.',
  noNamedQuery:
    'Ni chynigir ymholiadau wrth eu henwau, felly ni chwiliwyd am ddim. Hepgorwch _query, a gofynnwch drwy baramedrau.',
  containedNotSearched:
    'Ni ellir dod o hyd i’r hyn a gynhwysir mewn adnodd arall ar ei ben ei hun, felly ni chwiliwyd am ddim. Hepgorwch {name}, a gofynnwch am yr adnodd sy’n ei gynnwys.',
  noScore:
    'Nid oes sgôr i drefnu wrtho gan yr hyn a geir: mae popeth yn cyfateb, a dim byd yn well na’r gweddill. Hepgorwch _score.',
  searchBeginAgain:
    'Mae cymaint wedi newid ers y dudalen gyntaf fel na ellir rhoi’r gweddill yn ei drefn. Dechreuwch y chwiliad eto.',
  searchLeftOut: 'Ni chynigir y paramedr {name}, ac fe’i hepgorwyd: ateb y ddolen “self” yw hwn.',
  wrongValue: 'Ni ellir darllen gwerth {name}, neu mae yno ormod o weithiau.',
  parameterMissing: 'Rhowch {name}: ni chwilir am ddim hebddo.',
  everything:
    'Popeth a gedwir am un person ac y caiff pwy bynnag y mae’r tocyn yn ei enwi ei weld, a’r gweithwyr, y lleoedd a’r meddyginiaethau y cyfeirir atynt, fesul tudalen. Mae yn nhrywydd y person hwnnw fel copi a gymerwyd.',
  everythingOfOne:
    'Dywedir popeth am un person ar y tro, yn Patient/ID/$everything. Mae system yn cymryd yr hyn a gyfrannodd ei sefydliad ei hun drwy $export.',
  cursorNotTaken:
    'Ni dderbynnir y nod tudalen hwn: mae’n perthyn i ddarllenydd arall neu i chwiliad arall, neu mae Cydofal wedi’i ailgychwyn ers hynny. Dechreuwch y chwiliad eto.',
  queryTooLong: 'Caiff yr hyn a ddaw ar ôl y gofynnod fod yn {bytes} beit o hyd ar y mwyaf.',
  formatNotOffered: 'Cynigir JSON ac XML: gofynnwch am application/fhir+json neu application/fhir+xml.',
  bodyNotUnderstood:
    'Ni ellir darllen y rhan {part} o’r corff. Anfonwch Parameters FHIR R4, fel y mae’r weithred yn eu diffinio.',
  matches:
    'Pwy y gallai Patient fod, ymhlith y rhai y caiff y gweithiwr a enwir gan y tocyn eu gweld. Mae pob un a atebir yn nhrywydd y person hwnnw.',
  mergeWaits:
    'Diolch. Swyddog cofnodion sy’n penderfynu, oni bai bod rhywbeth yn sefyll yn barhaol yn erbyn iddynt fod yn gofnodion un person; nid oes dim yn cael ei gysylltu tan hynny.',
  mergeAlready: 'Un person biau’r ddau gofnod eisoes.',
  merges:
    'I ddweud mai un person biau dau gofnod: drwy source-patient a target-patient, neu drwy Patient y mae ei link yn enwi’r lleill. Mae’n aros am swyddog cofnodion; nid oes dim yn cael ei gysylltu ar air ap.',
  notUnderstood: 'Nid oeddem yn deall y cais hwn.',
  ours: 'Aeth rhywbeth o’i le ar ein hochr ni. Rhowch gynnig arall arni ymhen ychydig funudau.',
  serves:
    'Y trywydd: pwy a edrychodd ar gofnod rhywun, yn rhinwedd pa swydd, at ba ddiben, beth a welsant a beth oedd yn caniatáu hynny. Dywed y tocyn pwy sy’n gofyn; penderfynir o’r newydd bob tro beth a welant, ar sail y cytundebau a dewisiadau’r person.',
  patient: 'Trywydd pwy. Mae ei angen: ni chwilir am ddim hebddo.',
  planPatient: 'Cynllun pwy. Mae ei angen: ni chwilir am ddim hebddo.',
  servesPlans:
    'Cynllun y person ei hun, cymaint ohono ag y caiff pwy bynnag y mae’r tocyn yn ei enwi ei weld, gyda’i nodau, beth sy’n cael ei wneud atynt, pwy sy’n ei wneud, a phwy sy’n cytuno a phwy sydd ddim. Penderfynir o’r newydd bob tro beth y cânt ei weld.',
  planDocument:
    'Y cynllun fel dogfen sy’n cynnwys ei holl rannau; wrth id y cynllun, yma neu wrth Composition. Mae pwy bynnag sy’n gofyn yn cymryd copi.',
  date: 'Pryd y cofnodwyd. Caiff sefyll ddwywaith, yn ddechrau ac yn ddiwedd; diwrnod yng Nghymru yw diwrnod.',
  agent: 'Pwy a’i gwnaeth: cyfeiriad fel y mae yn agent.who.',
  outcome: 'A ganiatawyd hyn (0) ynteu a wrthodwyd (8).',
  count: 'Faint i’w rhoi ar dudalen, 200 ar y mwyaf.',
  cursor: 'O ble i ddarllen ymlaen. Cymerwch ef o’r ddolen “next” fel y mae.',
  tokenUsage:
    'Dywedwch yn enw pwy: npm run token -- CYFRIF [CYFLOGWR]. Enwir cyfrif fel yn nolenni’r dudalen flaen, er enghraifft mair-pritchard.',
  tokenDemoOnly: 'Dim ond yn y rhanbarth dychmygol y rhoddir tocynnau: rhaid i SEED fod yn demo.',
  tokenNobodyThere: 'Nid yw Cydofal yn ateb yn {url}: cychwynnwch ef yn gyntaf, neu rhowch ei borth yn PORT.',
  tokenNoAccount:
    'Nid oes cyfrif {account} a all weithredu fel hyn: gwiriwch yr enw, a chod y cyflogwr os rhoesoch un.',
  tokenNotGiven:
    'Nid yw Cydofal yn rhoi’r tocyn hwn i neb ({code}): gofynnwch ar y peiriant y mae’n rhedeg arno, ac nid drwy ddirprwy.',
  tokenHolds: 'Mae’r tocyn hwn yn para am awr. Rhowch gynnig arno:',
  subscriptionPart:
    'Ni ellir derbyn y rhan {part} o’r tanysgrifiad: dywedir beth y gellir ei dderbyn yn y dogfennau i’r rhai sy’n adeiladu yn erbyn /fhir.',
  subscriptionEndpoint:
    'Nid yw’r pwynt terfyn hwn mewn cyfeiriad, nac o dan gyfeiriad, a ganiatawyd i’r system hon. Gofynnwch i dîm integreiddio’r rhanbarth.',
  subscriptionTopic: 'Nid yw’r system hon yn cael gwybod am y pwnc hwnnw. Gofynnwch i dîm integreiddio’r rhanbarth.',
  subscriptionTooMany:
    'Mae gan y system hon gymaint o danysgrifiadau ag y caiff eu cael. Rhowch derfyn ar un yn gyntaf.',
  onlyForSockets: 'Mae systemau’n agor websocket yn y cyfeiriad hwn. Ni wneir dim arall yma.',
  subscribes:
    'Mae system a ganiatawyd yn tanysgrifio, fesul pwnc, i’r hyn sy’n digwydd i’r rhai sy’n agored iddi. Penderfynir pob digwyddiad pan fydd yn digwydd ac eto pan gaiff ei anfon.',
  takesBundles:
    'Mae system a gafodd ganiatâd yn anfon yr hyn y mae’n ei wybod am un person, yn neges neu’n drafodyn: caiff ei gadw, ac atebir pan fydd yn ddiogel. Ni ddarllenir ac ni thynnir dim ymaith drwyddo.',
  takenApplied: 'Cafodd ei dderbyn.',
  takenDuplicate: 'Roedd wedi’i dderbyn eisoes, ac nid oes effaith bellach iddo.',
  takenQuarantined: 'Mae’n ddiogel yma ac yn aros i rywun edrych arno. Peidiwch â’i anfon eto.',
  tooManyExports:
    'Mae gan y system hon gynifer o allforion ar y tro ag a ganiateir. Rhowch derfyn ar un yn gyntaf, neu arhoswch nes bod un wedi dod i ben.',
  exports:
    'Popeth y mae sefydliad y system ei hun wedi’i gyfrannu, fel yr oedd ar un adeg, yn ffeiliau â llinell i bob adnodd. Mae’n para am ddiwrnod, a phenderfynir ar bob ffeil wrth ei nôl.',
  imports:
    'Adnoddau gan system, un ar bob llinell, a anfonir ar unwaith ac a dderbynnir y naill ar ôl y llall, pob un fel petai wedi’i anfon ar ei ben ei hun. Gellir gofyn sut mae’n sefyll, a pham y gwrthodwyd llinell.',
  importByUpload:
    'Ni chyrchir dim o gyfeiriad. Anfonwch yr adnoddau eu hunain, un ar bob llinell, fel application/fhir+ndjson.',
  importTooLong: 'Nifer y llinellau a dderbynnir ar unwaith, ar y mwyaf: {lines}. Anfonwch nhw mewn sawl ffeil.',
  tooManyImports:
    'Mae sawl mewnforiad gan y system hon yn dal i gael ei dderbyn. Anfonwch ragor pan fydd un ohonynt wedi’i dderbyn.',
  takenRefused: 'Nid oedd modd ei ddarllen, ac ni chafodd ei dderbyn.',
} satisfies Record<keyof typeof en, string>
