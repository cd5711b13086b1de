import type { Known, Way, Ways } from './way.ts'

const FHIR = 'application/fhir+json'
const JSON_PATCH = 'application/json-patch+json'
const NOBODYS = '00000000-0000-4000-8000-000000000000'
const json = (value: unknown) => JSON.stringify(value)

/** What writes, judges or changes a resource. */
function resources({ goal }: Known): Ways {
  const way = (name: string, address: string, more: Partial<Way>): Way => ({
    name,
    address: `/fhir/${address}`,
    type: FHIR,
    as: 'worker',
    body: goal => goal,
    well: 200,
    carries: 'kept',
    ...more,
  })
  const named = (text: string) => `{"id":"${goal}",${text.slice(1)}`
  const patch = (name: string, address: string, more: Pick<Way, 'body' | 'type'>): Way => ({
    name,
    address: `/fhir/${address}`,
    method: 'PATCH',
    as: 'worker',
    well: 200,
    ...more,
  })
  const jsonPatch = { type: JSON_PATCH, body: replaced }
  const fhirpathPatch = { type: FHIR, body: replacedByPath }
  return {
    'POST /fhir/:type': [
      way('create', 'Goal', { well: 201 }),
      way('conditional create', 'Goal', { well: 201, headers: { 'if-none-exist': '_id=nothing-like-it' } }),
    ],
    'PUT /fhir/:type/:id': [
      way('update', `Goal/${goal}`, { method: 'PUT', body: named }),
      way('update as create', 'Goal/nod-newydd', {
        method: 'PUT',
        body: text => `{"id":"nod-newydd",${text.slice(1)}`,
        well: 201,
      }),
    ],
    'PUT /fhir/:type': [way('conditional update', `Goal?_id=${goal}`, { method: 'PUT' })],
    'PATCH /fhir/:type/:id': [
      patch('JSON Patch', `Goal/${goal}`, jsonPatch),
      patch('FHIRPath Patch', `Goal/${goal}`, fhirpathPatch),
    ],
    'PATCH /fhir/:type': [
      patch('conditional JSON Patch', `Goal?_id=${goal}`, jsonPatch),
      patch('conditional FHIRPath Patch', `Goal?_id=${goal}`, fhirpathPatch),
    ],
    'POST /fhir/:type/$validate': [way('$validate', 'Goal/$validate', { carries: 'judged' })],
    'POST /fhir/:type/:id/$validate': [
      way('$validate of one', `Goal/${goal}/$validate`, { carries: 'judged', body: named }),
    ],
  }
}

function replaced(): string {
  return json([{ op: 'replace', path: '/description/text', value: 'Nod arall' }])
}

function replacedByPath(): string {
  const part = [
    { name: 'type', valueCode: 'replace' },
    { name: 'path', valueString: 'Goal.description.text' },
    { name: 'value', valueString: 'Nod arall' },
  ]
  return json({ resourceType: 'Parameters', parameter: [{ name: 'operation', part }] })
}

/** Several things at once. */
function bundles({ goal }: Known): Ways {
  const entry = (resource: string, request: object) => `{"resource":${resource},"request":${json(request)}}`
  const binary = json({
    resourceType: 'Binary',
    contentType: JSON_PATCH,
    data: Buffer.from(replaced()).toString('base64'),
  })
  const patch = { method: 'PATCH', url: `Goal/${goal}` }
  const inner: Readonly<Record<string, (goal: string) => string>> = {
    create: text => entry(text, { method: 'POST', url: 'Goal' }),
    'conditional create': text => entry(text, { method: 'POST', url: 'Goal', ifNoneExist: '_id=nothing-like-it' }),
    update: text => entry(`{"id":"${goal}",${text.slice(1)}`, { method: 'PUT', url: `Goal/${goal}` }),
  }
  const patches: Readonly<Record<string, (goal: string) => string>> = {
    'JSON Patch': () => entry(binary, patch),
    'FHIRPath Patch': () => entry(replacedByPath(), patch),
  }
  const ways = (type: 'batch' | 'transaction') =>
    Object.entries({ ...inner, ...patches }).map(
      ([name, body]): Way => ({
        name: `${name} in a ${type}`,
        address: '/fhir',
        type: FHIR,
        as: 'worker',
        body: text => `{"resourceType":"Bundle","type":"${type}","entry":[${body(text)}]}`,
        well: 200,
        ...(name in inner && { carries: 'kept' }),
        ...(type === 'batch' && { answersEach: 'in a bundle' }),
      }),
    )
  // A message is kept as it came, so that its sender can be told what was wrong with it: nothing of it is done.
  const message = (address: string): Way => ({
    name: `a message to ${address}`,
    address,
    type: FHIR,
    as: 'messenger',
    body: () => json({ resourceType: 'Bundle', type: 'message', entry: [] }),
    well: 422,
    keeps: /^message/,
  })
  return {
    'POST /fhir': [...ways('transaction'), ...ways('batch'), message('/fhir')],
    'POST /fhir/$process-message': [message('/fhir/$process-message')],
  }
}

/** What is asked with Parameters, or with something else that is not kept. */
function asked(address: string, parameter: readonly object[], more: Partial<Way> = {}): readonly Way[] {
  const body = () => json({ resourceType: 'Parameters', parameter })
  return [{ name: address, address: `/fhir/${address}`, type: FHIR, as: 'worker', body, well: 200, ...more }]
}

function ofCodes(): Ways {
  const gender = { name: 'system', valueUri: 'http://hl7.org/fhir/administrative-gender' }
  const genders = { name: 'url', valueUri: 'http://hl7.org/fhir/ValueSet/administrative-gender' }
  const female = { name: 'code', valueCode: 'female' }
  const [one, other] = ['codeA', 'codeB'].map(name => ({ name, valueCode: 'female' }))
  const map = { name: 'url', valueUri: 'http://hl7.org/fhir/ConceptMap/cm-administrative-gender-v3' }
  return {
    'POST /fhir/ValueSet/$expand': asked('ValueSet/$expand', [genders]),
    'POST /fhir/ValueSet/$validate-code': asked('ValueSet/$validate-code', [genders, gender, female]),
    'POST /fhir/CodeSystem/$validate-code': asked('CodeSystem/$validate-code', [{ ...gender, name: 'url' }, female]),
    'POST /fhir/CodeSystem/$lookup': asked('CodeSystem/$lookup', [gender, female]),
    'POST /fhir/CodeSystem/$subsumes': asked('CodeSystem/$subsumes', [gender, one!, other!]),
    'POST /fhir/ConceptMap/$translate': asked('ConceptMap/$translate', [map, gender, female]),
  }
}

function ofPeople({ record }: Known): Ways {
  const described = { name: 'resource', resource: { resourceType: 'Patient', name: [{ family: 'Neb' }] } }
  const source = { name: 'source-patient', valueReference: { reference: `Patient/${NOBODYS}` } }
  const target = { name: 'target-patient', valueReference: { reference: `Patient/${record}` } }
  const goals = { name: '_type', valueString: 'Goal' }
  return {
    'POST /fhir/Patient/$match': asked('Patient/$match', [described]),
    'POST /fhir/Patient/$merge': asked('Patient/$merge', [source, target], { well: 404 }),
    'POST /fhir/Patient/$everything': asked('Patient/$everything', [], { well: 400 }),
    'POST /fhir/Patient/:record/$everything': asked(`Patient/${record}/$everything`, [goals]),
    'POST /fhir/Patient/:record/$summary': asked(`Patient/${record}/$summary`, []),
  }
}

function ofSystems({ subscription }: Known): Ways {
  const exporting = { as: 'partner', well: 202 } as const
  const subscribing = { as: 'partner', body: () => json(SUBSCRIPTION) } as const
  // Neither is listened to by a socket.
  const listening = { as: 'partner', well: 404 } as const
  const one = `Subscription/${subscription}`
  return {
    'POST /fhir/$export': asked('$export', [], exporting),
    'POST /fhir/Patient/$export': asked('Patient/$export', [], exporting),
    'POST /fhir/Group/:group/$export': asked('Group/nobody/$export', [], { ...exporting, well: 404 }),
    'POST /fhir/Subscription': asked('Subscription', [], { ...subscribing, well: 201 }),
    'PUT /fhir/Subscription/:subscription': asked(one, [], { ...subscribing, method: 'PUT' }),
    'POST /fhir/Subscription/$get-ws-binding-token': asked('Subscription/$get-ws-binding-token', [], listening),
    'POST /fhir/Subscription/:subscription/$get-ws-binding-token': asked(`${one}/$get-ws-binding-token`, [], listening),
    'POST /fhir/$import': asked('$import', [], {
      as: 'surgery',
      type: 'application/fhir+ndjson',
      body: text => `{"id":"wedi-cyrraedd",${text.slice(1)}`,
      well: 202,
      carries: 'kept',
      answersEach: 'later',
      // That a file came is kept, and why each of its lines was refused.
      keeps: /^bulk_import/,
    }),
  }
}

/** What a system asks to be told of. */
export const SUBSCRIPTION = {
  resourceType: 'Subscription',
  status: 'requested',
  reason: 'To hear of what happens',
  criteria: 'https://cydofal.example/fhir/SubscriptionTopic/admission',
  channel: { type: 'rest-hook', endpoint: 'https://gwennol.example/hooks/', payload: 'application/fhir+json' },
}

/** Every way in for a body of JSON, by its route. A route that is not here fails the test. */
export function waysIn(known: Known): Ways {
  return { ...resources(known), ...bundles(known), ...ofCodes(), ...ofPeople(known), ...ofSystems(known) }
}
