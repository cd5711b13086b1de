import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sayIn } from '#ground/language/say.ts'
import { byDay, fold } from './fold.ts'
import { lookMadeUp } from './test-look.ts'

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`)

test('the same look three times in a few minutes is told once, with the earlier times', () => {
  const folds = fold([
    lookMadeUp({ sequence: 3, at: at('10:14') }),
    lookMadeUp({ sequence: 2, at: at('10:07') }),
    lookMadeUp({ sequence: 1, at: at('10:00') }),
  ])
  assert.deepEqual(
    folds.map(({ entry, earlier }) => [entry.sequence, earlier]),
    [[3, [at('10:07'), at('10:00')]]],
  )
})

test('an app that turns page after page is told once', () => {
  const page = (number: number, time: string) =>
    lookMadeUp({
      at: at(time),
      through: { app: 'my-health', token: 'one', request: `/fhir/AuditEvent?page=${number}` },
    })
  assert.equal(fold([page(3, '10:02'), page(2, '10:01'), page(1, '10:00')]).length, 1)
})

test('a look eleven minutes before is told by itself', () => {
  const folds = fold([lookMadeUp({ at: at('10:11') }), lookMadeUp({ at: at('10:00') })])
  assert.equal(folds.length, 2)
})

for (const [what, other] of Object.entries({
  'by somebody else': { who: 'Aled Jenkins' },
  'of another place': { place: 'record' },
  'through an app': { through: { app: 'my-health', token: 'one', request: '/fhir/AuditEvent?patient=1' } },
  'that was refused': { allowed: false, released: [], failed: ['relationship-holds'] },
  'that showed more': {
    released: [
      ...lookMadeUp().released,
      { contributor: 'person', dataClass: 'about-me', because: { kind: 'wish', wish: 'w' } },
    ],
  },
} as const)) {
  test(`a look ${what} is told by itself`, () => {
    assert.equal(fold([lookMadeUp(), lookMadeUp(other)]).length, 2)
  })
}

test('no look is ever left out, and none changes its place', () => {
  const look = fc
    .record({
      minute: fc.nat({ max: 3000 }),
      who: fc.constantFrom('Sioned', 'Aled'),
      place: fc.constantFrom('plan', 'record'),
    })
    .map(({ minute, ...told }) => lookMadeUp({ ...told, at: new Date(at('10:00').getTime() + minute * 60_000) }))
  fc.assert(
    fc.property(fc.array(look, { maxLength: 50 }), looks => {
      const newestFirst = looks.sort((one, other) => other.at.getTime() - one.at.getTime())
      const told = byDay(newestFirst, sayIn('cy')).flatMap(({ folds }) =>
        folds.flatMap(({ entry, earlier }) => [entry.at, ...earlier].map(moment => [entry.who, entry.place, moment])),
      )
      assert.deepEqual(
        told,
        newestFirst.map(({ who, place, at }) => [who, place, at]),
      )
    }),
  )
})

test('a look just before midnight and one just after stand under two days, by the clock in Wales', () => {
  const after = lookMadeUp({ at: new Date('2026-07-01T23:05:00Z') })
  const before = lookMadeUp({ at: new Date('2026-07-01T22:55:00Z') })
  assert.deepEqual(
    byDay([after, before], sayIn('en')).map(({ name }) => name),
    ['Thursday 2 July 2026', 'Wednesday 1 July 2026'],
  )
})
