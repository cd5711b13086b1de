import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'
import type { Asked, Job, Times } from './load.ts'
import { type Known, MIX, OPERATIONS, type Operation, type Request } from './requests.ts'

/*
 * The process that asks: apart from the one that is measured, so that neither waits for the other's JavaScript. It knows
 * one server, keeps its connections open, and counts its requests so that none is asked twice.
 */

const [address = '', token = ''] = process.argv.slice(2)
const isSecure = address.startsWith('https:')
const agent = new (isSecure ? SecureAgent : PlainAgent)({ keepAlive: true, maxSockets: 512 })
const known = { patients: [], observations: [] } satisfies Known as {
  patients: { id: string; number: number }[]
  observations: string[]
}
let next = 1

process.on('message', (job: Job) => {
  void run(job).then(
    times => process.send?.(times),
    (fault: unknown) => process.send?.({ fault: String(fault) }),
  )
})

function run(job: Job): Promise<Times> {
  if (job.kind === 'plant') return plant(job.transactions)
  return job.kind === 'closed' ? closed(job) : open(job)
}

/** Puts people and what was measured of them there, and remembers them. */
async function plant(transactions: number): Promise<Times> {
  const times: number[] = []
  for (let done = 0; done < transactions; done++) {
    const number = next++
    const from = performance.now()
    const answer = await ask(OPERATIONS.transaction_10(number))
    times.push(performance.now() - from)
    const { entry } = JSON.parse(answer) as { entry: { response: { location: string } }[] }
    for (const { response } of entry) {
      const [, type, id = ''] = /(Patient|Observation)\/([^/]+)/.exec(response.location) ?? []
      if (type === 'Patient') known.patients.push({ id, number })
      else known.observations.push(id)
    }
  }
  return { times, seconds: 0 }
}

/** So many who each ask one thing after the other, for so long. */
async function closed({
  operation,
  concurrency,
  seconds,
  address: elsewhere,
}: Extract<Job, { kind: 'closed' }>): Promise<Times> {
  const from = performance.now()
  const until = from + seconds * 1000
  const times: number[] = []
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < until) {
        const asked = performance.now()
        await ask(requestOf(operation), elsewhere)
        times.push(performance.now() - asked)
      }
    }),
  )
  return { times, seconds: (performance.now() - from) / 1000 }
}

/** Everything in turn at a fixed rate, whether or not what came before is answered. Milliseconds from when each was due. */
async function open({ rate, seconds }: Extract<Job, { kind: 'open' }>): Promise<Times> {
  const start = performance.now()
  const times = await Promise.all(
    Array.from({ length: Math.ceil(rate * seconds) }, async (_, index) => {
      const due = start + (index * 1000) / rate
      await wait(Math.max(0, due - performance.now()))
      await ask(requestOf('mix'))
      return performance.now() - due
    }),
  )
  return { times, seconds }
}

function requestOf(asked: Asked): Request {
  const number = next++
  const operation: Operation = asked === 'mix' ? MIX[number % MIX.length]! : asked
  return OPERATIONS[operation](number, known)
}

/** The text of an answer; what is not answered as it should be ends the measuring. */
function ask({ method, path, body }: Request, at = address): Promise<string> {
  const url = path === '' ? at : `${at}/${path}`
  const expected = method === 'POST' && path !== '' ? 201 : 200
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    accept: 'application/fhir+json',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
    ...(text !== undefined && {
      'content-type': 'application/fhir+json',
      'content-length': String(Buffer.byteLength(text)),
    }),
  }
  return new Promise((resolve, reject) => {
    const asked = (isSecure ? secureRequest : plainRequest)(url, { method, agent, headers }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const said = String(Buffer.concat(parts))
        const { statusCode = 0 } = answer
        if (statusCode === expected) resolve(said)
        else reject(new Error(`${method} ${path} was answered ${statusCode}: ${said.slice(0, 500)}`))
      })
    })
    asked.on('error', reject)
    asked.end(text)
  })
}
