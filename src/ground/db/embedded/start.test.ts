import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { isAlive } from '#ground/alive.ts'
import { type Embedded, findEmbedded, startEmbedded } from './start.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cydofal-embedded-')))
const pidFile = join(folder, 'postgres', 'postmaster.pid')
const NO_PROCESS = 2 ** 30
let first: Embedded

before(async () => {
  // What a start leaves that was killed while it made the database.
  mkdirSync(join(folder, `postgres.new-${NO_PROCESS}`, 'cluster', 'base'), { recursive: true })
  first = await started()
})

after(async () => {
  const left = existsSync(pidFile) ? postmasterPid() : undefined
  if (left && isAlive(left)) process.kill(left, 'SIGQUIT')
  while (left && isAlive(left)) await sleep(50)
  rmSync(folder, { recursive: true, force: true })
})

test('the first start makes a database that keeps Welsh words as they are written', async () => {
  const [row] = await ask(first.url, `select 'tŷ, ŵyr, môr' as words, current_setting('server_encoding') as encoding`)
  assert.deepEqual(row, { words: 'tŷ, ŵyr, môr', encoding: 'UTF8' })
  assert.equal(first.adopted, false)
})

test('what a start left half made is cleared away', () => {
  assert.deepEqual(
    readdirSync(folder).filter(name => name.includes('.new-')),
    [],
  )
})

test('what is acknowledged is on the disk, and every page carries a checksum', async () => {
  const settings = await ask(
    first.url,
    `select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')`,
  )
  assert.equal(settings.length, 4)
  for (const { name, setting } of settings) assert.equal(setting, 'on', String(name))
})

test('the application has no right beyond its own database', async () => {
  const [role] = await ask(first.url, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user')
  assert.deepEqual(role, { rolsuper: false, rolcreaterole: false })
  await assert.rejects(ask(first.url, `select pg_read_file('/etc/passwd')`), /permission denied/)
})

test('the password is kept where only its owner reads it, and none gets in without', async () => {
  assert.equal(statSync(join(folder, 'postgres-password')).mode & 0o077, 0)
  const wrong = new URL(first.url)
  wrong.password = 'cyfrinair'
  await assert.rejects(ask(wrong.href, 'select 1'), /password authentication failed/)
})

test('a second Cydofal on the same data is turned away, and the first works on', async () => {
  const second = await startEmbedded({ folder, say: () => {} })
  assert.deepEqual(second, { ok: false, problem: { code: 'anotherCydofal', folder } })
  assert.deepEqual(await ask(first.url, 'select 1 as one'), [{ one: 1 }])
})

test('a command beside the running Cydofal finds its database', () => {
  assert.equal(findEmbedded(folder), first.url)
})

test('a database that is killed comes back by itself at the same address with all that was acknowledged', async () => {
  await ask(first.url, `create table visit (who text); insert into visit values ('Mair Pritchard')`)
  const killed = postmasterPid()
  process.kill(killed, 'SIGKILL')
  await until(() => existsSync(pidFile) && postmasterPid() !== killed)
  await until(() =>
    ask(first.url, 'select 1').then(
      rows => rows.length === 1,
      () => false,
    ),
  )
  assert.deepEqual(await ask(first.url, 'select who from visit'), [{ who: 'Mair Pritchard' }])
})

test('stopping leaves no process and nothing to recover', async () => {
  const pid = postmasterPid()
  await first.stop()
  assert.equal(isAlive(pid), false)
  assert.equal(existsSync(pidFile), false)
  assert.equal(findEmbedded(folder), undefined)
})

test('a Cydofal that is killed leaves its database running, and the next takes it over', async () => {
  const { cydofal, url } = await cydofalOfItsOwn()
  const pid = postmasterPid()
  cydofal.kill('SIGKILL')
  await once(cydofal, 'exit')
  assert.ok(isAlive(pid), 'the database outlives the kill')

  const said: string[] = []
  const next = await started(said)
  assert.equal(next.adopted, true)
  assert.equal(next.url, url)
  assert.deepEqual(said, ['databaseAdopted'])
  await next.stop()
  assert.equal(isAlive(pid), false)
})

test('when Cydofal and its database are killed together, the next start recovers', async () => {
  const { cydofal } = await cydofalOfItsOwn()
  cydofal.kill('SIGKILL')
  process.kill(postmasterPid(), 'SIGKILL')
  await once(cydofal, 'exit')

  const said: string[] = []
  const next = await started(said)
  assert.equal(next.adopted, false)
  assert.deepEqual(said, ['databaseRecovering'])
  assert.deepEqual(await ask(next.url, 'select who from visit'), [{ who: 'Mair Pritchard' }])
  await next.stop()
})

test('a number left over that now belongs to another process does not keep the database from starting', async () => {
  writeFileSync(pidFile, `${process.pid}\n${join(folder, 'postgres')}\n1795365102\n54321\n\n127.0.0.1\n`)
  const next = await started()
  assert.equal(next.adopted, false)
  await next.stop()
})

async function started(said: string[] = []): Promise<Embedded> {
  const outcome = await startEmbedded({ folder, say: progress => said.push(progress) })
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

/** A process that starts the database and then waits to be killed. */
async function cydofalOfItsOwn(): Promise<{ cydofal: ChildProcess; url: string }> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(import.meta.resolve('./start.ts'))}
    const started = await startEmbedded({ folder: ${JSON.stringify(folder)}, say: () => {} })
    console.log(started.ok ? started.value.url : JSON.stringify(started))`
  const cydofal = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  })
  const [line] = await once(cydofal.stdout.setEncoding('utf8'), 'data')
  return { cydofal, url: String(line).trim() }
}

function postmasterPid(): number {
  return Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0])
}

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 200; looks++) {
    if (await happened()) return
    await sleep(50)
  }
  assert.fail('it did not happen within ten seconds')
}
