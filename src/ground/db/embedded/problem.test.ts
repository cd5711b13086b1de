import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { IntlMessageFormat } from 'intl-messageformat'
import cy from '#language/cy/start.ts'
import en from '#language/en/start.ts'
import type { EmbeddedProblem, EmbeddedProgress } from './problem.ts'
import { startEmbedded } from './start.ts'

const start = (folder: string) => startEmbedded({ folder, say: () => {} })

test('a data folder that cannot be written is named, with the account that may not', async t => {
  const parent = temporary(t)
  const aFile = join(parent, 'data')
  writeFileSync(aFile, '')
  const account = userInfo().username
  const expected = { ok: false, problem: { code: 'folderNotWritable', folder: aFile, account } }
  assert.deepEqual(await start(aFile), expected)

  if (process.getuid?.() === 0) return t.diagnostic('root may write everywhere: a closed folder cannot be tried')
  const closed = join(parent, 'closed')
  mkdirSync(closed, { mode: 0o500 })
  assert.deepEqual(await start(closed), { ok: false, problem: { ...expected.problem, folder: closed } })
})

test('a folder that can never be made is refused at once, and not tried for ever', async t => {
  if (process.platform !== 'linux') return t.skip('there is no /proc')
  const started = await startEmbedded({ folder: '/proc/cydofal', say: () => {} })
  assert.ok(!started.ok)
  assert.equal(started.problem.code, 'folderNotWritable')
})

test('data made by another PostgreSQL is left alone', async t => {
  const folder = temporary(t)
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '19\n')
  writeFileSync(join(folder, 'postgres-password'), 'cyfrinair')
  const problem = { code: 'databaseOtherVersion', folder, found: '19', ours: '18' }
  assert.deepEqual(await start(folder), { ok: false, problem })
})

test('data whose password file is gone is left alone', async t => {
  const folder = temporary(t)
  mkdirSync(join(folder, 'postgres'))
  const problem = { code: 'passwordMissing', file: join(folder, 'postgres-password'), folder }
  assert.deepEqual(await start(folder), { ok: false, problem })
})

test('every problem and every step is said in one line in both languages', () => {
  for (const [language, words] of [['en', en] as const, ['cy', cy] as const]) {
    for (const problem of ONE_OF_EACH) {
      const said = new IntlMessageFormat(words[problem.code], language).format({ ...problem })
      assert.match(String(said), /^[^{}\n]+$/)
      for (const detail of Object.values(problem).slice(1))
        assert.ok(String(said).includes(detail), `${said}: ${detail}`)
    }
    for (const step of Object.keys(STEPS) as EmbeddedProgress[]) assert.match(words[step], /^[^{}\n]+$/)
  }
})

const ONE_OF_EACH: EmbeddedProblem[] = Object.values({
  folderNotWritable: { code: 'folderNotWritable', folder: '/data', account: 'mair' },
  diskFull: { code: 'diskFull', folder: '/data' },
  noDatabaseForPlatform: { code: 'noDatabaseForPlatform', platform: 'linux-s390x' },
  databaseDoesNotRun: { code: 'databaseDoesNotRun', reason: 'not found' },
  cannotLeaveRoot: { code: 'cannotLeaveRoot', folder: '/data' },
  databaseDidNotStart: { code: 'databaseDidNotStart', log: '/data/postgres.log', lastLines: 'FATAL' },
  databaseOtherVersion: { code: 'databaseOtherVersion', folder: '/data', found: '19', ours: '18' },
  passwordMissing: { code: 'passwordMissing', file: '/data/postgres-password', folder: '/data' },
  passwordWrong: { code: 'passwordWrong', file: '/data/postgres-password' },
  anotherCydofal: { code: 'anotherCydofal', folder: '/data' },
} satisfies { [Code in EmbeddedProblem['code']]: EmbeddedProblem & { code: Code } })

const STEPS: Record<EmbeddedProgress, true> = {
  databaseCreating: true,
  databaseStarting: true,
  databaseRecovering: true,
  databaseAdopted: true,
  databaseLost: true,
  databaseBack: true,
}

function temporary(t: { after(work: () => void): void }): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cydofal-problem-')))
  t.after(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
