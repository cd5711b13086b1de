import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentReference } from 'fhir/r4.js'
import { matchesGolden, resourcesWritten } from '#test/golden.ts'
import { region } from '#test/kit.ts'
import { MAIR, tell } from '../test-tell.ts'

const here = await region()
let documents = 0

test('the letter that goes home with Mair is kept with every word of it', async () => {
  await here.send('mair-letter.hl7')
  matchesGolden(
    new URL('golden/mair-letter.json', import.meta.url),
    await resourcesWritten(here.store, 'DOC0000020418'),
  )
  assert.match(textOf(await documentOf('26D0071544')), /Mae hi’n cerdded â ffrâm/)
})

test('a letter that comes as a file is kept byte for byte', async () => {
  const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255, 10])
  await letter('T02', 'FILE1', '10', [`ED|L||^application^pdf^Base64^${bytes.toString('base64')}`])
  const [content] = (await documentOf('FILE1')).content
  assert.equal(content?.attachment.contentType, 'application/pdf')
  assert.deepEqual(Buffer.from(content?.attachment.data ?? '', 'base64'), bytes)
})

test('a letter that should have come and did not, or cannot be read, is put aside and nothing of it is kept', async () => {
  assert.equal(await letter('T02', 'NONE1', '10', []), 'mdm.noContent')
  assert.equal(await letter('T02', 'NONE2', '10', ['ED|L||^application^pdf^Base64^half a letter!']), 'mdm.noContent')
  assert.equal(await letter('T02', '', '10', ['TX|L||Words']), 'mdm.noDocument')
  assert.equal(await letter('T10', 'NONE3', '10', ['TX|L||Words']), 'mdm.noParent')
})

test('that a letter was signed changes its state and leaves every word of it', async () => {
  await letter('T02', 'SIGN1', '10', ['TX|L||As dictated'], { completion: 'DI' })
  assert.equal((await documentOf('SIGN1')).docStatus, 'preliminary')
  await letter('T04', 'SIGN1', '11', [], { completion: 'LA' })
  const signed = await documentOf('SIGN1')
  assert.deepEqual([signed.docStatus, textOf(signed)], ['final', 'As dictated'])
})

test('a letter that replaces another says so, and the other is superseded, whichever comes first', async () => {
  for (const order of [
    ['old', 'new'],
    ['new', 'old'],
  ]) {
    const [one, two] = [`OLD${++documents}`, `NEW${documents}`]
    for (const which of order) {
      if (which === 'old') await letter('T02', one, '10', ['TX|L||Left hip'])
      else await letter('T10', two, '11', ['TX|L||Right hip'], { parent: one })
    }
    const replaced = await documentOf(one)
    const replacing = await documentOf(two)
    assert.deepEqual([replaced.status, textOf(replaced)], ['superseded', 'Left hip'])
    assert.equal(replacing.status, 'current')
    assert.equal(replacing.relatesTo?.[0]?.code, 'replaces')
    assert.equal(replacing.relatesTo?.[0]?.target.identifier?.value, one)
  }
})

test('an addendum stands beside what it adds to', async () => {
  await letter('T02', 'BASE1', '10', ['TX|L||Seen today'])
  await letter('T06', 'ADD1', '11', ['TX|L||The scan was clear'], { parent: 'BASE1' })
  assert.equal((await documentOf('BASE1')).status, 'current')
  assert.equal((await documentOf('ADD1')).relatesTo?.[0]?.code, 'appends')
})

test('a letter that was cancelled says nothing any more', async () => {
  await letter('T02', 'GONE1', '10', ['TX|L||About somebody else'])
  await letter('T11', 'GONE1', '11', [])
  const gone = await documentOf('GONE1')
  assert.deepEqual([gone.status, gone.content, gone.type], ['entered-in-error', [], undefined])
})

test('a letter of the clinic for sexual health is as private as the clinic, and a restricted one waits for somebody', async () => {
  await letter('T02', 'GUM1', '10', ['TX|L||Words'], { specialty: '360' })
  assert.equal(await classOf('GUM1'), 'sexual-health')
  assert.equal(await letter('T02', 'GUM2', '10', ['TX|L||Words'], { type: 'XX' }), 'feed.classUnknown')
  assert.equal(await letter('T02', 'GUM3', '10', ['TX|L||Words'], { confidentiality: 'R' }), 'feed.classUnknown')
})

test('in whichever order the messages about one letter arrive, it comes out the same', async () => {
  const messages: Said[] = [
    ['T02', '08', ['TX|L||Draft'], { completion: 'DI' }],
    ['T03', '09', [], { completion: 'IP', specialty: '360' }],
    ['T08', '10', ['TX|L||Second draft'], { completion: 'PA' }],
    ['T04', '11', [], { completion: 'LA' }],
  ]
  const inOrder = await stateAfter(messages)
  assert.deepEqual([inOrder.docStatus, inOrder.text, inOrder.dataClass], ['final', 'Second draft', 'sexual-health'])
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...messages], { minLength: messages.length }), async shuffled => {
      assert.deepEqual(await stateAfter(shuffled), inOrder)
    }),
    { numRuns: 24, seed: 6 },
  )
})

interface Options {
  readonly parent?: string
  readonly type?: string
  readonly completion?: string
  readonly confidentiality?: string
  readonly specialty?: string
}

type Said = readonly [trigger: string, hour: string, obx: readonly string[], options?: Options]

async function letter(
  trigger: string,
  number: string,
  hour: string,
  obx: readonly string[],
  { parent = '', type = 'CL', completion = 'LA', confidentiality = '', specialty = 'TRO' }: Options = {},
): Promise<string | undefined> {
  return await tell(here, { from: 'GHDOC', type: `MDM^${trigger}`, hour }, [
    MAIR,
    `PV1|1|O||||||||${specialty}`,
    `TXA|1|${type}^Letter^GHDOC|TX|20261122080000||||||||${number}|${parent}||||${completion}|${confidentiality}|AV`,
    ...obx.map((one, place) => `OBX|${place + 1}|${one}`),
  ])
}

async function rowOf(number: string) {
  return await here.store.db
    .selectFrom('resource')
    .select(['content', 'dataClass'])
    .where('businessKey', '=', `document/${number}`)
    .executeTakeFirstOrThrow()
}

async function documentOf(number: string): Promise<DocumentReference> {
  return (await rowOf(number)).content as unknown as DocumentReference
}

async function classOf(number: string): Promise<string> {
  return (await rowOf(number)).dataClass
}

function textOf({ content }: DocumentReference): string {
  return Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString()
}

async function stateAfter(messages: readonly Said[]) {
  const number = `ORDER${++documents}`
  for (const [trigger, hour, obx, options] of messages) {
    assert.equal(await letter(trigger, number, hour, obx, options), undefined)
  }
  const document = await documentOf(number)
  return {
    status: document.status,
    docStatus: document.docStatus,
    text: textOf(document),
    dataClass: await classOf(number),
  }
}
