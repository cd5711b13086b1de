import { check } from './check.ts'
import { writeGenerated } from './generate/generated.ts'
import { runTests } from './runner.ts'

/** Unit and database tests, which share one process, one database server and one template to copy. */
const TESTS = [
  'src/**/*.test.{ts,tsx}',
  'seed/**/*.test.ts',
  'bench/**/*.test.ts',
  'evidence/**/*.test.ts',
  'test/*.test.ts',
  'launch/*.test.mjs',
]

/** The product as people meet it, in a browser. They have a process of their own. */
const JOURNEYS = ['test/journeys/*.test.ts']

/** What `node run.mjs` may ask for (launch/commands.mjs), and the first half of `test`. Each answers whether it went well. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => boolean | Promise<boolean>>> = {
  test: args => (args.length > 0 ? runTests(args) : both()),
  units: () => units(),
  journeys: args => journeys(args),
  tables: () => tables(),
  check,
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (command === undefined) {
  console.error(`test/run.ts does not know ${name}: it knows ${Object.keys(COMMANDS).join(', ')}.`)
  process.exitCode = 1
} else if (!(await command(args))) process.exitCode = 1

/** The journeys are run also when a test has failed: whoever waits for both wants to know of both. */
async function both(): Promise<boolean> {
  const tested = await units()
  return (await journeys([])) && tested
}

function units(): Promise<boolean> {
  console.log('Running the unit and database tests ...')
  return runTests(TESTS)
}

function journeys(patterns: readonly string[]): Promise<boolean> {
  console.log('Running the journeys in a browser ...')
  return runTests(patterns.length > 0 ? patterns : JOURNEYS)
}

async function tables(): Promise<boolean> {
  console.log('Migrating an empty database and writing what is generated from it ...')
  const changed = await writeGenerated()
  console.log(changed.length === 0 ? 'Nothing has changed.' : `Written: ${changed.join(', ')}.`)
  return true
}
