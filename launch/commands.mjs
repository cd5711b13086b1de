import { say } from './words.mjs'

/**
 * What each command runs, below the root: `entry` is the program and the words it always gets, `node` the options for
 * Node itself, `dev` says that the packages for development must be installed too.
 */
export const COMMANDS = {
  start: { entry: ['src/main.ts'] },
  dev: { entry: ['src/main.ts'], node: ['--watch', '--watch-preserve-output'], dev: true },
  feed: { entry: ['src/door/command/feed.ts'] },
  token: { entry: ['src/door/command/token.ts'] },
  'walking-diary': { entry: ['seed/walking-diary/serve.ts'] },
  'app-keys': { entry: ['src/door/command/app-keys.ts'] },
  trail: { entry: ['src/door/command/trail.ts'] },
  learn: { entry: ['src/door/command/learn.ts'] },
  relink: { entry: ['src/door/command/relink.ts'] },
  link: { entry: ['src/door/command/link.ts'] },
  reset: { entry: ['src/door/command/reset.ts'] },
  test: { entry: ['test/run.ts', 'test'], dev: true },
  journeys: { entry: ['test/run.ts', 'journeys'], dev: true },
  check: { entry: ['test/run.ts', 'check'], dev: true },
  tables: { entry: ['test/run.ts', 'tables'], dev: true },
  bench: { entry: ['bench/main.ts'], dev: true },
  evidence: { entry: ['evidence/main.ts'], dev: true },
  conformance: { entry: ['evidence/conformance/main.ts'], dev: true },
}

/** Every command with one line on what it does, in the order of the table. */
export function commandList() {
  const lines = Object.keys(COMMANDS).map(name => `  ${name.padEnd(14)}${say(name)}`)
  return [say('usage'), ...lines].join('\n')
}
