/**
 * Why there is no embedded database. Each code is a key of `language/{en,cy}/start.ts`, and the other members are
 * that sentence's arguments, so that a problem is said as it is: `say(problem.code, problem)`.
 */
export type EmbeddedProblem =
  | { readonly code: 'folderNotWritable'; readonly folder: string; readonly account: string }
  | { readonly code: 'diskFull'; readonly folder: string }
  | { readonly code: 'noDatabaseForPlatform'; readonly platform: string }
  | { readonly code: 'databaseDoesNotRun'; readonly reason: string }
  | { readonly code: 'cannotLeaveRoot'; readonly folder: string }
  | { readonly code: 'databaseDidNotStart'; readonly log: string; readonly lastLines: string }
  | { readonly code: 'databaseOtherVersion'; readonly folder: string; readonly found: string; readonly ours: string }
  | { readonly code: 'passwordMissing'; readonly file: string; readonly folder: string }
  | { readonly code: 'passwordWrong'; readonly file: string }
  | { readonly code: 'anotherCydofal'; readonly folder: string }

/** What is going on, told as it begins. Each is a key of `language/{en,cy}/start.ts` without arguments. */
export type EmbeddedProgress =
  | 'databaseCreating'
  | 'databaseStarting'
  | 'databaseRecovering'
  | 'databaseAdopted'
  | 'databaseLost'
  | 'databaseBack'
