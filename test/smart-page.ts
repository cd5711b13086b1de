import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const LIBRARY = new URL('../node_modules/fhirclient/build/fhir-client.js', import.meta.url)

/** A foreign app: pages of somebody else's, on a machine of somebody else's, that use `fhirclient` as it is published. */
export interface SmartPage {
  readonly origin: string
  stop(): Promise<void>
}

/**
 * What the app does where people are led back to: it reads for whom it was opened, and their plan and measurements; writes a goal
 * for them, changes it both ways and takes it back; and says what it was answered.
 */
const BACK = `
  const goalOf = client => ({
    resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Cerdded' },
    subject: { reference: 'Patient/' + client.patient.id },
  })
  async function tellOf(client) {
    const { patient, user } = client
    const plan = await client.request('CarePlan?patient=' + patient.id)
    const { name } = await patient.read()
    const measured = await patient.request('Observation', { flat: true, pageLimit: 0 })
    const goal = await client.create(goalOf(client))
    await client.update({ ...goal, description: { text: 'Cerdded eto' } })
    const patched = await client.patch('Goal/' + goal.id, [{ op: 'replace', path: '/lifecycleStatus', value: 'on-hold' }])
    await client.delete('Goal/' + goal.id)
    const gone = await client.request('Goal/' + goal.id).then(() => 200, fault => fault.statusCode ?? fault.status)
    return {
      patient: patient.id, user: user.fhirUser, found: plan.entry ? plan.entry.length : 0, family: name[0].family,
      measured: measured.length, goal: patched.description.text + ', ' + patched.lifecycleStatus, gone,
    }
  }
  FHIR.oauth2.ready().then(tellOf)
    .then(told => { document.querySelector('main').textContent = JSON.stringify(told) })
    .catch(fault => { document.querySelector('main').textContent = 'fault: ' + fault.message })`

/** Starts one on a free port of this machine; it asks the product at `url`, standalone at `/`, and from there at `/launch`. */
export async function smartPage(url: string, client: string, scope: string): Promise<SmartPage> {
  const library = readFileSync(LIBRARY)
  const begin = (more: object) =>
    `FHIR.oauth2.authorize(${JSON.stringify({ clientId: client, scope, redirectUri: '/back', ...more })})`
  const pages: Readonly<Record<string, string>> = {
    '/': begin({ iss: `${url}/fhir` }),
    '/launch': begin({ scope: scope.replace('launch/patient', 'launch') }),
    '/back': BACK,
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app.invalid')
    if (pathname === '/fhir-client.js') return response.setHeader('content-type', 'text/javascript').end(library)
    const script = pages[pathname]
    if (script === undefined) return response.writeHead(404).end()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return response.end(
      `<!DOCTYPE html><html lang="en"><title>Golwg</title><main>…</main><script src="/fhir-client.js"></script><script>${script}</script></html>`,
    )
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise(stopped => void server.close(() => stopped())),
  }
}
