import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

const CLEAN = `async why => { console.log('work for', why); await sleep(200); console.log('work done') }`
const HANGING = `async () => { console.log('work begun'); await sleep(30_000) }`
const FAILING = `async () => { throw new Error('the work failed') }`

test('a program that is told to stop does its work once and ends well, however often Ctrl-C arrives at first', async () => {
  const { child, output } = await running(CLEAN)
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) child.kill(signal)
  assert.deepEqual(await once(child, 'exit'), [0, null])
  // Which of them is delivered first is the kernel's affair.
  assert.match(output(), /^.*\nwork for SIG(INT|TERM)\nwork done\s*$/)
})

test('a second wish to stop ends a program that hangs', async () => {
  const { child } = await running(HANGING)
  child.kill('SIGTERM')
  await sleep(1200)
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [1, null])
})

test('when the launcher is killed the program stops in good order', async () => {
  const { child, output } = await running(CLEAN)
  child.disconnect()
  assert.deepEqual(await once(child, 'exit'), [0, null])
  assert.match(output(), /work for launcher gone\nwork done/)
})

test('when nobody reads its output any more the program still stops in good order', async () => {
  const { child } = await running(CLEAN)
  child.stdout?.destroy()
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

test('a stop that fails is not called a success', async () => {
  const { child } = await running(FAILING)
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [1, null])
})

/** A program that waits to be told to stop, and then does `work`. */
async function running(work: string): Promise<{ child: ChildProcess; output: () => string }> {
  const program = `
    import { setTimeout as sleep } from 'node:timers/promises'
    import { onStop } from ${JSON.stringify(import.meta.resolve('./stop.ts'))}
    onStop(${work})
    setInterval(() => {}, 1000)
    console.log('running')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  let text = ''
  const stdout = child.stdout?.setEncoding('utf8').on('data', part => {
    text += part
  })
  await once(stdout ?? child, 'data')
  return { child, output: () => text }
}
