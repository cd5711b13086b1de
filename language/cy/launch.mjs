// What the launcher says before any package is there. Plain JavaScript, because Node 20 cannot read the others.
export default {
  installing: "Wrthi'n gosod pecynnau (unwaith; tua hanner munud) ...",
  diskFull: 'Nid oedd modd gosod y pecynnau am fod y ddisg yn llawn: rhyddhewch le (tua 1 GB) a chychwynnwch eto.',
  notWritable:
    "Nid oedd modd gosod y pecynnau am na chaiff y cyfrif hwn ysgrifennu yn {folder}: rhowch yr hawl honno iddo, neu defnyddiwch eich copi eich hun o'r ffolder.",
  noNetwork:
    "Nid oedd modd nôl y pecynnau: gwiriwch y cysylltiad rhwydwaith (a'r dirprwy neu'r gofrestrfa y mae npm wedi'i osod i'w defnyddio) a chychwynnwch eto.",
  noNpm: 'Ni chafwyd hyd i npm: gosodwch Node gydag npm o https://nodejs.org a chychwynnwch eto.',
  npmFailed: 'Nid oedd modd gosod y pecynnau: darllenwch neges npm uchod, cywirwch y broblem a chychwynnwch eto.',
  npmStopped: 'Cafodd y gwaith o osod y pecynnau ei atal: cychwynnwch eto i fwrw ymlaen ag ef.',
  packagesIncomplete:
    'Gadawodd npm rai pecynnau allan, yn fwyaf tebygol am fod y rhwydwaith wedi methu: dilëwch {folder}/node_modules a chychwynnwch eto.',
  noNode:
    "Node {version} yw hwn, ac nid oes un mwy newydd wedi'i becynnu ar gyfer y math hwn o gyfrifiadur: gosodwch Node 24.12 neu ddiweddarach o https://nodejs.org a chychwynnwch eto.",
  nodeDoesNotRun:
    "Nid yw'r Node yn {node} yn rhedeg ar y cyfrifiadur hwn ({reason}): gosodwch Node 24.12 neu ddiweddarach o https://nodejs.org a chychwynnwch eto.",
  unknownCommand: "Nid oes gorchymyn o'r enw {name}.",
  usage: "Defnyddiwch: node run.mjs GORCHYMYN [DADLEUON], lle mae GORCHYMYN yn un o'r rhain:",
  start: "rhedeg Cydofal: y gronfa ddata, y rhanbarth dychmygol a'r gweinydd gwe",
  dev: 'yr un peth, gan ailgychwyn bob tro y caiff ffeil ffynhonnell ei chadw',
  feed: "anfon negeseuon HL7, o ffeiliau neu ffolderi, at y Cydofal sy'n rhedeg",
  token: 'argraffu tocyn y gall ap ei ddefnyddio i ofyn i /fhir yn enw un o gyfrifon y rhanbarth dychmygol',
  'walking-diary': 'rhedeg ap y rhanbarth dychmygol, i agor cofnod gydag ef, yn http://localhost:9090',
  'app-keys': "rhoi allwedd newydd o flaen y rhai sy'n llofnodi i apiau pwy yw rhywun (rotate)",
  trail: "gwirio'r trywydd yn erbyn ei sêl, rhoi cofnodiad i rywun, derbyn tyst, neu ddileu cofnodiad",
  learn: 'dysgu model paru o holl gofnodion y rhanbarth, a rhoi cynnig arno heb gysylltu neb',
  relink: "cymharu holl gofnodion y rhanbarth yn ôl y model sydd mewn grym, a'u cysylltu neu ofyn",
  link: 'cysylltu cofnodion un neu ddwy ffeil CSV sydd am yr un person',
  reset: "taflu'r data a phlannu'r rhanbarth dychmygol o'r newydd",
  test: 'rhedeg pob prawf, gan gynnwys y teithiau porwr',
  journeys: 'rhedeg y teithiau porwr yn unig',
  check: 'fformat, lint, mathau a phob prawf: y bar cyfan',
  tables: "ysgrifennu mathau'r tablau a schema.sql o'r newydd o'r mudiadau",
  bench: 'mesur un rhan, a enwir gan y ddadl',
  evidence: 'rhoi un honiad ar brawf dro ar ôl tro, a enwir gan y ddadl',
  conformance:
    "cymharu'r hyn y mae /fhir yn ei dderbyn ac yn ei wrthod â'r hyn a gyhoeddwyd fel FHIR, neu â ffolderi o adnoddau",
}
