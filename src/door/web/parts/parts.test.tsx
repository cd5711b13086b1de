import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adapters } from './fixtures/adapters.ts'
import { drawn } from './fixtures/drawn.tsx'
import { fixturesOf } from './fixtures/published.ts'
import { asLines } from './fixtures/tree.ts'

/**
 * How many of its published examples each part matches, at the least. A part that matches fewer has lost something; when
 * it matches more, raise the number.
 */
const MATCHED_AT_LEAST: Readonly<Record<keyof typeof adapters, number>> = {
  'action-link': 7,
  'back-link': 7,
  breadcrumb: 5,
  button: 66,
  card: 47,
  checkboxes: 55,
  'contents-list': 4,
  'date-input': 39,
  details: 12,
  'error-message': 6,
  'error-summary': 14,
  fieldset: 4,
  footer: 18,
  header: 56,
  heading: 32,
  hint: 3,
  input: 43,
  'inset-text': 3,
  label: 28,
  legend: 24,
  'notification-banner': 16,
  pagination: 10,
  panel: 14,
  radios: 48,
  scroll: 3,
  select: 20,
  'skip-link': 3,
  'summary-list': 28,
  tables: 138,
  tag: 27,
  'task-list': 3,
  textarea: 16,
  'warning-callout': 5,
}

for (const [component, matchedAtLeast] of entriesOf(MATCHED_AT_LEAST))
  test(`our ${component} is the one the NHS publishes`, t => {
    const fixtures = fixturesOf(component)
    const unsupported: string[] = []
    for (const fixture of fixtures) {
      const made = adapters[component](fixture)
      if ('unsupported' in made) unsupported.push(`${fixture.title}: ${made.unsupported}`)
      else assert.equal(asLines(drawn(made.drawing)), asLines(fixture.html), `${component}, ${fixture.title}`)
    }
    const matched = fixtures.length - unsupported.length
    t.diagnostic(`${component}: matched ${matched}, unsupported ${unsupported.length}`)
    for (const reason of unsupported) t.diagnostic(`  unsupported: ${reason}`)
    if (matched > matchedAtLeast) t.diagnostic(`  raise MATCHED_AT_LEAST of ${component} to ${matched}`)
    assert.ok(matched >= matchedAtLeast, `${component} matched ${matchedAtLeast} examples and now matches ${matched}`)
  })

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
