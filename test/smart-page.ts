import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const LIBRARY = new URL('../node_modules/fhirclient/build/fhir-client.js', import.meta.url)

/** A foreign app: pages of somebody else's, on a machine of somebody else's, that use `fhirclient` as it is published. */
export interface SmartPage {
  readonly origin: string
  stop(): Promise<void>
}

/** What the app does where people are led back to: it says for whom it was opened, and what it was answered. */
const BACK = `
  FHIR.oauth2.ready()
    .then(client => client.request('CarePlan?patient=' + client.patient.id)
      .then(plan => ({ patient: client.patient.id, user: client.user.fhirUser, found: plan.entry ? plan.entry.length : 0 })))
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
