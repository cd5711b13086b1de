import assert from 'node:assert/strict'
import type { Bundle, FhirResource, Patient } from 'fhir/r4.js'
import { r4Terminology } from '#ground/fhir/terminology/r4.ts'
import type { OfType } from '#record/chart/read-resources.ts'
import { region, whoIsNamed } from '#test/kit.ts'
import type { FhirMeans } from '../means.ts'
import { type Answer, bundleOf, ORIGIN, type TestDoor, testDoor } from '../test-door.ts'

/** A region in which a surgery’s system has written down two people with Welsh names, and what was measured of them. */
export async function searchedRegion(terminology: FhirMeans['terminology'] = r4Terminology) {
  const here = await region()
  const door = await testDoor(here.store, whoIsNamed, async () => ({ outcome: 'applied' }), terminology)

  const SURGERY = 'cyfeirio-llanfeilir'
  const OWN = 'https://llanfeilir.example/id'
  /** Of those whom this file has made. */
  const OURS = `identifier=${OWN}|`

  /** The surgery's system, for itself: it finds what the surgery has contributed. */
  const surgery = await door.issuer.token({
    ...door.issuer.claims(SURGERY, here.clock.now()),
    client_id: SURGERY,
    scope: 'system/*.cruds',
  })
  const as = (account: string, post?: string, scope = 'user/*.cruds') =>
    door.issuer.token({ ...door.issuer.claims(account, here.clock.now(), post), scope })
  const sioned = await as('sioned-evans', (await here.visitorOf('sioned-evans')).post?.id)

  const { kept, put, search, follow, finds } = asks(door, surgery)
  const gwyneth = await kept('Patient', {
    identifier: [{ system: OWN, value: 'L-1' }],
    name: [{ family: 'Tŷ Gwyn', given: ['Gwŷneth'] }],
    gender: 'female',
    birthDate: '1941-03-29',
    address: [{ city: 'Llanfeilir', postalCode: 'ZZ99 1AA' }],
  })
  const sian = await kept('Patient', {
    identifier: [{ system: OWN, value: 'L-2' }],
    name: [{ family: 'Ŵyn', given: ['Siân'], text: 'Siân Ŵyn' }],
    gender: 'female',
    birthDate: '1950-10-25',
  })
  const ward = await kept('Location', {
    status: 'active',
    name: 'Ystafell Ŷd',
    position: { latitude: 52.4, longitude: -3.5 },
  })
  const [pressure, weight, late] = await measured(kept, gwyneth, sian)

  return {
    here,
    door,
    surgery,
    as,
    sioned,
    OURS,
    OWN,
    LOINC,
    gwyneth,
    sian,
    ward,
    pressure,
    weight,
    late,
    kept,
    put,
    search,
    follow,
    finds,
  }
}

/** A pressure, a weight on the night that the clocks go back, and a weight without a value. */
async function measured(kept: ReturnType<typeof asks>['kept'], gwyneth: Patient, sian: Patient) {
  return [
    await kept('Observation', {
      ...observation(gwyneth, '85354-9', '2026-03-29T00:30:00Z'),
      component: [
        { code: coded('8480-6'), valueQuantity: mmHg(140) },
        { code: coded('8462-4'), valueQuantity: mmHg(90) },
      ],
    }),
    await kept('Observation', {
      ...observation(sian, '29463-7', '2026-10-25'),
      valueQuantity: { value: 61.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
    }),
    await kept('Observation', {
      ...observation(sian, '29463-7', '2026-11-01'),
      status: 'amended',
      note: [{ text: 'Wedi blino' }],
    }),
  ] as const
}

/** What a system may be asked to do over and over. */
function asks(door: TestDoor, surgery: string) {
  async function kept<Type extends FhirResource['resourceType']>(
    resourceType: Type,
    resource: object,
  ): Promise<OfType<Type>> {
    const answer = await door.ask(`/fhir/${resourceType}`, surgery, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify({ resourceType, ...resource }),
    })
    assert.equal(answer.status, 201, answer.text)
    return answer.resource as OfType<Type>
  }

  async function put(resource: Patient): Promise<void> {
    const answer = await door.ask(`/fhir/Patient/${resource.id}`, surgery, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(resource),
    })
    assert.equal(answer.status, 200, answer.text)
  }

  async function search(path: string): Promise<Bundle> {
    return okOf(await door.ask(`/fhir/${path}`.replace('/?', '?'), surgery))
  }

  async function follow(page: Bundle, relation: string): Promise<Bundle> {
    return okOf(await door.ask(linkOf(page, relation)!.replace(ORIGIN, ''), surgery))
  }

  async function finds(path: string, expected: readonly FhirResource[]): Promise<void> {
    const [address, query] = path.split('?')
    const encoded = (query ?? '').replaceAll('"', '%22').replaceAll(' ', '%20')
    assert.deepEqual(
      ids(await search(`${address}?${encoded}`)).toSorted(),
      expected.map(({ id }) => id).toSorted(),
      path,
    )
  }

  return { kept, put, search, follow, finds }
}

/** The system of what is measured. */
export const LOINC = 'http://loinc.org'

/** A LOINC code. */
export function coded(code: string) {
  return { coding: [{ system: LOINC, code }] }
}

/** A pressure. */
export function mmHg(value: number) {
  return { value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' }
}

/** What was measured of somebody. */
export function observation(patient: Patient, code: string, when: string) {
  return {
    status: 'final',
    code: coded(code),
    subject: { reference: `Patient/${patient.id}` },
    effectiveDateTime: when,
  }
}

/** The bundle that was answered; nothing was wrong. */
export function okOf(answer: Answer): Bundle {
  assert.equal(answer.status, 200, answer.text)
  return bundleOf(answer)
}

/** Where a link of a page leads. */
export function linkOf(page: Bundle, relation: string): string | undefined {
  return page.link?.find(link => link.relation === relation)?.url
}

/** The ids of what was found, in its order. */
export function ids(page: Bundle): (string | undefined)[] {
  return (page.entry ?? []).filter(one => one.search?.mode === 'match').map(({ resource }) => resource?.id)
}

/** The ids of what was found, and of what came with it. */
export function modes(page: Bundle) {
  const of = (mode: string) =>
    (page.entry ?? [])
      .filter(one => one.search?.mode === mode)
      .map(({ resource }) => resource?.id)
      .toSorted()
  return { match: of('match'), include: of('include') }
}
