import type en from '#language/en/start.ts'

export default {
  databaseCreating: "Wrthi'n creu'r gronfa ddata (y tro cyntaf yn unig) ...",
  databaseStarting: "Wrthi'n cychwyn y gronfa ddata ...",
  databaseRecovering: "Daeth y gronfa ddata i stop yn ddirybudd y tro diwethaf, ac mae'n ei hadfer ei hun ...",
  databaseAdopted: "Roedd y gronfa ddata'n dal i redeg, a defnyddir hi fel y mae.",
  databaseLost: "Mae'r gronfa ddata wedi stopio'n annisgwyl; wrthi'n ei hailgychwyn ...",
  databaseBack: "Mae'r gronfa ddata'n rhedeg eto.",
  stopping: "Wrthi'n stopio ...",
  stopped: 'Wedi stopio.',
  // Part of the interface: other programs look for these very words, so they are the same in both languages.
  ready: 'Cydofal is ready: {url}',

  folderNotWritable:
    "Ni all Cydofal ysgrifennu yn {folder}: rhowch hawl i'r cyfrif {account} ysgrifennu yno, neu enwch ffolder arall yn DATA_DIR.",
  diskFull:
    "Mae'r ddisg sy'n dal {folder} yn llawn: rhyddhewch le arni (tua 200 MB i ddechrau) a chychwynnwch Cydofal eto.",
  noDatabaseForPlatform:
    'Nid oes gan Cydofal gronfa ddata ar gyfer y math hwn o gyfrifiadur ({platform}): rhowch gyfeiriad gweinydd PostgreSQL 18 yn DATABASE_URL.',
  databaseDoesNotRun:
    "Nid yw'r gronfa ddata a ddaw gyda Cydofal yn rhedeg ar y cyfrifiadur hwn ({reason}): rhowch gyfeiriad gweinydd PostgreSQL 18 yn DATABASE_URL.",
  cannotLeaveRoot:
    "Nid yw'r gronfa ddata yn fodlon rhedeg fel root, ac ni ellir defnyddio unrhyw gyfrif arall ar ei chyfer yn {folder}: rhedwch Cydofal o gyfrif cyffredin.",
  databaseDidNotStart: 'Ni chychwynnodd y gronfa ddata; mae ei chofnod, {log}, yn gorffen gyda: {lastLines}',
  databaseOtherVersion:
    "Crëwyd y data yn {folder} gan PostgreSQL {found}, ond PostgreSQL {ours} a ddaw gyda'r Cydofal hwn: defnyddiwch y Cydofal a'i creodd, neu enwch ffolder arall yn DATA_DIR.",
  passwordMissing:
    "Mae ffeil cyfrinair y gronfa ddata, {file}, ar goll: dewch â hi yn ôl o gopi, neu symudwch {folder} o'r neilltu i ddechrau gyda chronfa ddata wag.",
  passwordWrong: "Nid yw'r cyfrinair yn {file} yn agor y gronfa ddata: dewch â'r ffeil sy'n perthyn iddi yn ôl o gopi.",
  anotherCydofal:
    'Mae Cydofal arall eisoes yn rhedeg ar y data yn {folder}: stopiwch hwnnw yn gyntaf, neu enwch ffolder arall yn DATA_DIR.',

  portBusy: 'Mae rhaglen arall yn defnyddio porth {port}: stopiwch y rhaglen honno, neu rhowch rif arall yn PORT.',
  mllpPortBusy:
    'Mae rhaglen arall yn defnyddio porth {port}, sydd ar gyfer negeseuon HL7: stopiwch y rhaglen honno, neu rhowch rif arall yn MLLP_PORT.',
  mllpTlsPortBusy:
    'Mae rhaglen arall yn defnyddio porth {port}, sydd ar gyfer negeseuon HL7 dros TLS: stopiwch y rhaglen honno, neu rhowch rif arall yn MLLP_TLS_PORT.',
  mllpTlsWrong:
    'Ni ellir defnyddio’r dystysgrif na’r allwedd ar gyfer negeseuon HL7 dros TLS ({reason}): cywirwch y ffeiliau yn MLLP_TLS_CERT_FILE, MLLP_TLS_KEY_FILE ac MLLP_TLS_CA_FILE.',
  databaseUnreachable:
    "Ni ellir cyrraedd y gronfa ddata yn {host}, sef y cyfeiriad yn DATABASE_URL: gwiriwch y cyfeiriad a'r rhwydwaith.",
  databaseRefused:
    "Nid oes dim yn ateb yn {host}, lle mae'r gronfa ddata yn ôl DATABASE_URL: gwiriwch y porth, a bod PostgreSQL yn rhedeg yno.",
  databasePasswordRefused:
    "Nid yw'r gronfa ddata yn {host} yn derbyn yr enw defnyddiwr a'r cyfrinair yn DATABASE_URL: cywirwch nhw a chychwynnwch Cydofal eto.",
  databaseUnknown:
    "Nid oes cronfa ddata o'r enw {database} yn {host}: crëwch hi, neu cywirwch ei henw yn DATABASE_URL.",
  databaseNewer:
    'Cydofal mwy newydd a ddefnyddiodd y gronfa ddata ddiwethaf (mae hi ar gam {found}, a hyd at {known} y mae hwn yn ei adnabod): cychwynnwch yr un mwy newydd.',
  databaseDiffers:
    'Gwnaed y gronfa ddata â thestun gwahanol o gam {step} i’r un sydd gan y Cydofal hwn: defnyddiwch y Cydofal a’i gwnaeth, neu adfer copi.',
  databaseRoleMissing:
    'Ni all y cyfrif {account} greu {role}, sef y rôl y mae Cydofal yn gweithio ynddi, na mynd iddi: gofynnwch i un o weinyddwyr y gronfa ddata redeg "create role {role} nologin; grant {role} to {account}", neu un o’r ddau yn ôl yr angen, a chychwynnwch Cydofal eto.',
  databaseRoleTooMuch:
    'Mae gan y rôl {role} hawl i newid neu ddileu rhesi yn {table}, lle mae’r hyn sydd wedi digwydd yn cael ei gadw am byth: tynnwch yr hawl honno oddi arni ("revoke update, delete, truncate, references, trigger on {table} from {role}") a chychwynnwch Cydofal eto.',
  trailKeyWrong:
    'Nid yw’r ffeil {file} yn dal allwedd breifat Ed25519 i selio’r trywydd â hi: dewch â’r un iawn yn ôl o gopi, neu enwch ffeil arall yn TRAIL_KEY_FILE.',
  trailKeyOther:
    'Seliwyd trywydd y gronfa ddata hon ag allwedd wahanol i’r un yn {file}: dewch â’r allwedd honno yn ôl o gopi, oherwydd nid yw’r tystion yn derbyn yr un arall.',
  planting: 'Wrthi’n plannu rhanbarth dychmygol Glan Hafren ...',
  audienceMissing:
    'Mae FHIR_ISSUER yn dweud tocynnau pwy sy’n agor /fhir, ond nid yw FHIR_AUDIENCE yn dweud pa enw sydd ganddynt ar y Cydofal hwn, felly byddai tocyn a roddwyd ar gyfer system arall yn agor hon: rhowch yr enw hwnnw (aud y tocynnau) yn FHIR_AUDIENCE, neu tynnwch FHIR_ISSUER allan.',
  issuerMissing:
    'Mae FHIR_AUDIENCE wedi’i osod, ond nid yw FHIR_ISSUER yn dweud tocynnau pwy i’w derbyn: rhowch gyfeiriad pwy bynnag sy’n eu rhoi yn FHIR_ISSUER, neu tynnwch FHIR_AUDIENCE allan.',
  mailFromMissing:
    'Mae SMTP_URL yn dweud ble mae negeseuon e-bost yn mynd allan, ond nid yw MAIL_FROM yn dweud gan bwy, a byddai’r rhan fwyaf sy’n eu cael yn eu gwrthod: rhowch un o gyfeiriadau’r rhanbarth yn MAIL_FROM, neu tynnwch SMTP_URL allan.',
  terminologyWrong:
    'Ni ellir darllen {file} fel adnodd FHIR R4: cywirwch ef, neu tynnwch ei ffolder o FHIR_TERMINOLOGY_DIRS.',
  profileNotHeld:
    'Mae FHIR_PROFILES yn galw am y proffil {profile}, ond ni ellir ei ddefnyddio: rhowch ei ddiffiniad, a’r rhai y mae’n seiliedig arnynt, mewn ffolder yn FHIR_TERMINOLOGY_DIRS, neu tynnwch ef allan.',
  mllpTlsHalf:
    'Mae rhai o’r gosodiadau ar gyfer negeseuon HL7 dros TLS yno, ond mae {setting} ar goll: gosodwch MLLP_TLS_PORT, MLLP_TLS_CERT_FILE ac MLLP_TLS_KEY_FILE gyda’i gilydd, neu tynnwch bob un allan.',
  settingWrong: 'Nid yw’r gosodiad {setting} yn gywir: {fault}.',
  listeningTls: 'Yn gwrando am negeseuon HL7 dros TLS ar borth {port}.',
  listening: 'Yn gwrando am negeseuon HL7 ar borth {port}.',
} satisfies Record<keyof typeof en, string>
