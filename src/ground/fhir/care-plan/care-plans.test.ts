import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type ReadCarePlans, readCarePlans } from './care-plans.ts'
import { type Leaf, leavesOf } from './rest.ts'

/** Care plans that others have published. */
const SHARED = process.env.CYDOFAL_SHARED_DATA ?? '../shared/data'
const files = existsSync(SHARED)
  ? ['care-plans', 'synthea-r4', 'uk-core/examples/json', 'wales-fhir', 'fhir-conformance/validator-cases']
      .map(folder => join(SHARED, folder))
      .filter(folder => existsSync(folder))
      .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
      .filter(name => name.endsWith('.json') && /"resourceType"\s*:\s*"CarePlan"/.test(readFileSync(name, 'utf8')))
  : []

test('every care plan that others have published opens, and what is not shown of it is left to be opened', {
  skip: files.length === 0 && `there is no material at ${SHARED}`,
}, context => {
  let [plans, shown, rest] = [0, 0, 0]
  for (const name of files) {
    const bytes = readFileSync(name)
    const read = readCarePlans(bytes)
    assert.ok(typeof read === 'object', `${name}: ${JSON.stringify(read)}`)
    assert.deepEqual(lostOf(JSON.parse(bytes.toString()), read), [], name)
    const left = read.rest.reduce((sum, { leaves }) => sum + leaves.length, 0)
    plans += read.plans.length
    rest += left
    shown += leavesOf(JSON.parse(bytes.toString()), '').length - left
    for (const plan of read.plans) assert.ok(plan.activities.length + plan.goals.length + plan.notes.length > 0, name)
  }
  assert.ok(plans >= files.length)
  context.diagnostic(`${files.length} files, ${plans} plans: ${shown} values shown, ${rest} to be opened, none lost`)
})

const PLAN = {
  resourceType: 'CarePlan',
  title: 'Cynllun gofal',
  subject: { display: 'Nesta' },
  goal: [{ display: 'Cerdded at y siop' }],
  activity: [
    { reference: { reference: 'ServiceRequest/1', display: 'Physio' } },
    { detail: { code: { text: 'Dawnsio' }, status: 'scheduled', description: 'Bob nos Iau' } },
  ],
  extension: [{ url: 'https://lle.arall', valueString: 'rhywbeth' }],
}
const BUNDLE = {
  resourceType: 'Bundle',
  type: 'document',
  entry: [
    { fullUrl: 'urn:uuid:1', resource: PLAN },
    { resource: { resourceType: 'ServiceRequest', id: '1', code: { text: 'Ffisiotherapi' }, status: 'active' } },
  ],
}

test('what a plan refers to is shown with it, by the name the plan has for it', () => {
  const read = readCarePlans(bytesOf(BUNDLE)) as ReadCarePlans
  const [plan] = read.plans
  assert.deepEqual(
    plan?.activities.map(({ words, facts }) => [words, facts.map(({ value }) => value)]),
    [
      ['Physio', ['active', 'Ffisiotherapi']],
      ['Dawnsio', ['scheduled', 'Bob nos Iau']],
    ],
  )
  assert.deepEqual(plan?.goals, [{ words: 'Cerdded at y siop', language: undefined, facts: [] }])
  const left = read.rest.flatMap(({ leaves }) => leaves.map(({ value }) => value))
  assert.ok(left.includes('rhywbeth') && left.includes('urn:uuid:1'))
})

test('what is said to be shown and is not would be seen to be lost', () => {
  const read = readCarePlans(bytesOf(BUNDLE)) as ReadCarePlans
  const [plan] = read.plans
  assert.deepEqual(lostOf(BUNDLE, read), [])
  const withoutGoals = { ...read, plans: [{ ...plan!, goals: [] }] }
  assert.deepEqual(
    lostOf(BUNDLE, withoutGoals).map(({ value }) => value),
    ['Cerdded at y siop'],
  )
})

test('what is no care plan says which kind of thing it is not', () => {
  const deep = JSON.stringify({ resourceType: 'CarePlan', x: 0 }).replace('0', `${'['.repeat(90)}${']'.repeat(90)}`)
  for (const [text, problem] of [
    ['', 'otherPlan.notJson'],
    ['<CarePlan/>', 'otherPlan.notJson'],
    ['\u00ff', 'otherPlan.notFhir'],
    ['7', 'otherPlan.notFhir'],
    ['[{"resourceType":"CarePlan"}]', 'otherPlan.notFhir'],
    ['{"resourceType":"Patient"}', 'otherPlan.noPlan'],
    ['{"resourceType":"Bundle","entry":"x"}', 'otherPlan.noPlan'],
    [deep, 'otherPlan.tooDeep'],
  ] as const) {
    const bytes = text === '\u00ff' ? Buffer.from('{"a":"\u00ff"}') : Buffer.from(text)
    assert.equal(readCarePlans(bytes), problem, text.slice(0, 40))
  }
  assert.equal(readCarePlans(Buffer.from([0x7b, 0xff, 0x7d])), 'otherPlan.notJson')
})

test('whatever stands where it should not, the rest is read', () => {
  for (const odd of [null, 7, 'x', [], {}, [null], [[]], { reference: 7 }, { reference: '#x' }]) {
    for (const name of [
      'title',
      'subject',
      'goal',
      'activity',
      'careTeam',
      'addresses',
      'note',
      'author',
      'contained',
    ]) {
      const read = readCarePlans(bytesOf({ ...PLAN, [name]: odd }))
      assert.ok(typeof read === 'object', `${name}: ${JSON.stringify(odd)}`)
      assert.deepEqual(lostOf({ ...PLAN, [name]: odd }, read), [], `${name}: ${JSON.stringify(odd)}`)
    }
  }
})

function bytesOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

/** Every value that is neither among what is left nor stands in what is shown. */
function lostOf(document: unknown, { plans, rest }: ReadCarePlans): Leaf[] {
  const shown = textsIn(plans).join('\n')
  const left = Map.groupBy(
    rest.flatMap(({ leaves }) => leaves),
    keyOf,
  )
  return entriesIn(document)
    .flatMap(one => leavesOf(one, ''))
    .filter(leaf => {
      const same = left.get(keyOf(leaf))
      if (same !== undefined && same.length > 0) return same.pop() === undefined
      const told = leaf.path === 'sourceAttachment.data' ? Buffer.from(leaf.value, 'base64').toString() : leaf.value
      return !shown.includes(told.trim())
    })
}

function entriesIn(document: unknown): unknown[] {
  const { resourceType, entry } = document as { resourceType: string; entry?: { resource?: unknown }[] }
  if (resourceType !== 'Bundle') return [document]
  const around = { ...(document as object), entry: (entry ?? []).map(one => ({ ...one, resource: undefined })) }
  return [JSON.parse(JSON.stringify(around)), ...(entry ?? []).map(({ resource }) => resource)]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function keyOf({ path, value }: Leaf): string {
  return `${path} ${value}`
}
