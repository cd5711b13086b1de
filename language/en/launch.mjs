// What the launcher says before any package is there. Plain JavaScript, because Node 20 cannot read the others.
export default {
  installing: 'Installing packages (once; about half a minute) ...',
  diskFull: 'The packages could not be installed because the disk is full: make room (about 1 GB) and start again.',
  notWritable:
    'The packages could not be installed because this account may not write in {folder}: give it that right, or use a copy of the folder of your own.',
  noNetwork:
    'The packages could not be fetched: check the network connection (and the proxy or registry that npm is set to) and start again.',
  noNpm: 'npm was not found: install Node with npm from https://nodejs.org and start again.',
  npmFailed: 'The packages could not be installed: read what npm says above, put it right and start again.',
  npmStopped: 'Installing the packages was stopped: start again to go on with it.',
  packagesIncomplete:
    'npm left some packages out, most likely because the network failed: delete {folder}/node_modules and start again.',
  noNode:
    'This is Node {version}, and no newer one comes packaged for this kind of computer: install Node 24.12 or later from https://nodejs.org and start again.',
  nodeDoesNotRun:
    'The Node at {node} does not run on this computer ({reason}): install Node 24.12 or later from https://nodejs.org and start again.',
  unknownCommand: 'There is no command named {name}.',
  usage: 'Use: node run.mjs COMMAND [ARGUMENTS], where COMMAND is one of these:',
  start: 'run Cydofal: database, invented region and web server',
  dev: 'the same, starting again whenever a source file is saved',
  feed: 'send HL7 messages, from files or folders, to the running Cydofal',
  token: 'print a token with which an app may ask /fhir in the name of an account of the demo',
  'walking-diary': 'run the app of the invented region, to open a record with, at http://localhost:9090',
  'app-keys': 'put a new key before those that sign for apps who somebody is (rotate)',
  trail: 'check the trail against its seal, hand an entry over, let a witness in, or erase an entry',
  learn: 'learn a model of matching from all records of the region, and try it without linking anybody',
  relink: 'compare all records of the region by the model in force, and link or ask',
  link: 'link the records of one or two CSV files that are about one person',
  reset: 'throw the data away and plant the invented region afresh',
  test: 'run every test, the browser journeys included',
  journeys: 'run the browser journeys alone',
  check: 'format, lint, types and every test: the whole bar',
  tables: 'write the table types and schema.sql anew from the migrations',
  bench: 'measure one part, named by the argument',
  evidence: 'try one claim over and over, named by the argument',
  conformance: 'compare what /fhir takes and refuses with what was published as FHIR, or with folders of resources',
}
