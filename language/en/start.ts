/** What is said on the console while Cydofal starts and stops, and why it does not start. */
export default {
  databaseCreating: 'Making the database (the first time only) ...',
  databaseStarting: 'Starting the database ...',
  databaseRecovering: 'The database was cut off last time and is putting itself right ...',
  databaseAdopted: 'The database was still running and is used as it is.',
  databaseLost: 'The database has stopped unexpectedly; starting it again ...',
  databaseBack: 'The database is running again.',
  stopping: 'Stopping ...',
  stopped: 'Stopped.',
  ready: 'Cydofal is ready: {url}',

  folderNotWritable:
    'Cydofal cannot write in {folder}: let the account {account} write there, or name another folder in DATA_DIR.',
  diskFull:
    'The disk that holds {folder} is full: make room on it (about 200 MB to begin with) and start Cydofal again.',
  noDatabaseForPlatform:
    'Cydofal brings no database for this kind of computer ({platform}): put the address of a PostgreSQL 18 server in DATABASE_URL.',
  databaseDoesNotRun:
    'The database that Cydofal brings does not run on this computer ({reason}): put the address of a PostgreSQL 18 server in DATABASE_URL.',
  cannotLeaveRoot:
    'The database will not run as root, and no other account can be used for it in {folder}: run Cydofal from an ordinary account.',
  databaseDidNotStart: 'The database did not start; its log, {log}, ends with: {lastLines}',
  databaseOtherVersion:
    'The data in {folder} was made by PostgreSQL {found}, but this Cydofal brings PostgreSQL {ours}: use the Cydofal that made it, or name another folder in DATA_DIR.',
  passwordMissing:
    "The database's password file, {file}, is missing: bring it back from a copy, or move {folder} out of the way to begin with an empty database.",
  passwordWrong:
    'The password in {file} does not open the database: bring back the file that belongs to it from a copy.',
  anotherCydofal:
    'Another Cydofal is already running on the data in {folder}: stop that one first, or name another folder in DATA_DIR.',

  portBusy: 'Port {port} is in use by another program: stop that program, or put another number in PORT.',
  mllpPortBusy:
    'Port {port}, for HL7 messages, is in use by another program: stop that program, or put another number in MLLP_PORT.',
  mllpTlsPortBusy:
    'Port {port}, for HL7 messages over TLS, is in use by another program: stop that program, or put another number in MLLP_TLS_PORT.',
  mllpTlsWrong:
    'The certificate or key for HL7 messages over TLS cannot be used ({reason}): correct the files in MLLP_TLS_CERT_FILE, MLLP_TLS_KEY_FILE and MLLP_TLS_CA_FILE.',
  databaseUnreachable:
    'The database at {host}, as DATABASE_URL has it, cannot be reached: check the address and the network.',
  databaseRefused:
    'Nothing answers at {host}, where DATABASE_URL says the database is: check the port, and that PostgreSQL is running there.',
  databasePasswordRefused:
    'The database at {host} does not accept the user name and password in DATABASE_URL: correct them and start Cydofal again.',
  databaseUnknown: 'There is no database named {database} at {host}: make it, or correct its name in DATABASE_URL.',
  databaseNewer:
    'The database was last used by a newer Cydofal (it is at step {found}, and this one knows up to {known}): start the newer one.',
  databaseDiffers:
    'The database was made with another text of step {step} than this Cydofal has: use the Cydofal that made it, or bring back a copy.',
  databaseRoleMissing:
    'The account {account} cannot make or enter {role}, the role that Cydofal works as: have an administrator of the database run "create role {role} nologin; grant {role} to {account}", if need be one of the two, and start Cydofal again.',
  databaseRoleTooMuch:
    'The role {role} may change or remove rows of {table}, where what has happened is kept for ever: take that right away from it ("revoke update, delete, truncate, references, trigger on {table} from {role}") and start Cydofal again.',
  trailKeyWrong:
    'The file {file} does not hold an Ed25519 private key to seal the trail with: bring the right one back from a copy, or name another file in TRAIL_KEY_FILE.',
  trailKeyOther:
    'The trail of this database was sealed with another key than the one in {file}: bring that key back from a copy, because the witnesses accept no other.',
  planting: 'Planting the invented region of Glan Hafren ...',
  audienceMissing:
    'FHIR_ISSUER says whose tokens open /fhir, but FHIR_AUDIENCE does not say by what name they call this Cydofal, so a token given for another system would open this one: set FHIR_AUDIENCE to that name (the aud of the tokens), or take FHIR_ISSUER out.',
  issuerMissing:
    'FHIR_AUDIENCE is set, but FHIR_ISSUER does not say whose tokens to take: set FHIR_ISSUER to the address of whoever gives them out, or take FHIR_AUDIENCE out.',
  mailFromMissing:
    'SMTP_URL says where mails go out, but MAIL_FROM does not say from whom, and most who get them would refuse them: set MAIL_FROM to an address of the region’s, or take SMTP_URL out.',
  terminologyWrong:
    '{file} cannot be read as a resource of FHIR R4: correct it, or take its folder out of FHIR_TERMINOLOGY_DIRS.',
  profileNotHeld:
    'The profile {profile} is turned on by FHIR_PROFILES and cannot be used: put its definition, and those it is made from, into a folder of FHIR_TERMINOLOGY_DIRS, or take it out.',
  mllpTlsHalf:
    'Some of the settings for HL7 messages over TLS are there, but {setting} is missing: set MLLP_TLS_PORT, MLLP_TLS_CERT_FILE and MLLP_TLS_KEY_FILE together, or take them all out.',
  settingWrong: 'The setting {setting} is not right: {fault}.',
  listeningTls: 'Listening for HL7 messages over TLS on port {port}.',
  listening: 'Listening for HL7 messages on port {port}.',
} as const
