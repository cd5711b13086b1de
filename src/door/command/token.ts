import { z } from 'zod'
import { readConfig, sayFault } from '#config'
import { sayIn } from '#ground/language/say.ts'

const say = sayIn('en')

/** The stand-in's own way to a token; see door/signin/stand-in. */
const GRANT = 'https://cydofal.example/grant/account-of-the-demo'
const CLIENT = 'npm-run-token'

const Given = z.union([
  z.object({ access_token: z.string(), patient: z.string().optional() }),
  z.object({ error: z.string() }),
])

const [account, employer] = process.argv.slice(2)
process.exitCode = await token()

/**
 * `npm run token -- ACCOUNT [EMPLOYER]`: prints a token with which an app may ask /fhir in the name of an account of the
 * demo, and nothing else on standard output; how to try it goes to standard error. Asks the running server.
 */
async function token(): Promise<number> {
  if (account === undefined) return refuse(say('fhir.tokenUsage'))
  const config = readConfig()
  if (!config.ok) return refuse(config.problem.map(fault => sayFault(say, fault)).join('\n'))
  const { PORT, SEED } = config.value
  if (SEED !== 'demo') return refuse(say('fhir.tokenDemoOnly'))
  const url = `http://127.0.0.1:${PORT}`
  const answer = await ask(url, account)
  if (answer === undefined) return refuse(say('fhir.tokenNobodyThere', { url }))
  const given = Given.parse(await answer.json())
  if ('error' in given) {
    const isUnknown = given.error === 'invalid_grant'
    return refuse(
      isUnknown ? say('fhir.tokenNoAccount', { account }) : say('fhir.tokenNotGiven', { code: given.error }),
    )
  }
  const { access_token, patient } = given
  console.error(say('fhir.tokenHolds'))
  const query = patient === undefined ? '' : `?patient=${patient}`
  console.error(`  curl -H "Authorization: Bearer $(npm run -s token -- ${account})" "${url}/fhir/AuditEvent${query}"`)
  console.log(access_token)
  return 0
}

/** Undefined when no Cydofal answers there. */
async function ask(url: string, named: string): Promise<Response | undefined> {
  const body = new URLSearchParams({
    grant_type: GRANT,
    client_id: CLIENT,
    account: named,
    ...(employer && { employer }),
  })
  const sent = await fetch(`${url}/stand-in/token`, { method: 'POST', body }).catch(() => undefined)
  return sent?.headers.get('content-type')?.startsWith('application/json') ? sent : undefined
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
