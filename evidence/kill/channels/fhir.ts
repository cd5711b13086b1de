import type { Line } from '../senders.ts'
import { letters, momentOf, type Step } from '../stories.ts'
import { ask, type Channel } from './channel.ts'

/** The system of the demo that sends FHIR, and how it comes to a token; see door/signin/stand-in. */
const CLIENT = 'cyfeirio-llanfeilir'
const GRANT = {
  grant_type: 'https://cydofal.example/grant/account-of-the-demo',
  client_id: 'npm-run-token',
  account: CLIENT,
}
const SYSTEM = 'https://stori.example'

/** A surgery's system: bundles with a token of its own. 200 says that one is safe and counts. */
export const FHIR: Channel = {
  name: 'fhir',
  lines: 4,
  peopleEach: 3,
  atOnce: false,
  share: 20,
  from: 100_000,
  open: arena => fhirLine(() => arena.url),
}

function fhirLine(url: () => string): Line {
  let token: string | undefined
  const given = async () => {
    const answer = await ask(`${url()}/stand-in/token`, { method: 'POST', body: new URLSearchParams(GRANT) })
    const said = (await answer?.json().catch(() => undefined)) as { readonly access_token?: string } | undefined
    return said?.access_token
  }
  return {
    async send(steps) {
      for (const step of steps) {
        token ??= await given()
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' }
        const answer = await ask(`${url()}/fhir/$process-message`, { method: 'POST', headers, body: bundleOf(step) })
        await answer?.arrayBuffer().catch(() => undefined)
        // Of the one who gave it out nothing is left after a kill.
        if (answer?.status === 401) token = undefined
        if (answer?.status !== 200) return false
      }
      return true
    },
    close() {},
  }
}

/** What a surgery found of somebody this time, under the number of the same finding. */
function bundleOf({ person, step }: Step): string {
  const subject = `urn:uuid:00000000-0000-4000-8000-${String(person).padStart(12, '0')}`
  const bundle = {
    resourceType: 'Bundle',
    identifier: { system: `${SYSTEM}/bundle`, value: `F${person}-${step}` },
    type: 'transaction',
    timestamp: momentOf(step).toISOString(),
    entry: [
      {
        fullUrl: subject,
        resource: {
          resourceType: 'Patient',
          identifier: [{ system: `${SYSTEM}/patient`, value: `F${person}` }],
          name: [{ family: `Ffynnon${letters(person)}`, given: ['Stori'] }],
          birthDate: `${1930 + (person % 70)}-04-18`,
        },
        request: { method: 'PUT', url: `Patient/F${person}` },
      },
      {
        fullUrl: `${SYSTEM}/Observation/F${person}`,
        resource: {
          resourceType: 'Observation',
          identifier: [{ system: `${SYSTEM}/observation`, value: `F${person}` }],
          status: 'final',
          code: { text: 'Timed up and go' },
          subject: { reference: subject },
          valueString: `Step ${step}`,
        },
        request: { method: 'PUT', url: `Observation/F${person}` },
      },
    ],
  }
  return JSON.stringify(bundle)
}
