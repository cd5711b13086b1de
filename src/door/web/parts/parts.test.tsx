import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { actionLink } from './fixtures/action-link.tsx'
import type { Adapter } from './fixtures/adapt.ts'
import { backLink } from './fixtures/back-link.tsx'
import { breadcrumb } from './fixtures/breadcrumb.tsx'
import { button } from './fixtures/button.tsx'
import { card } from './fixtures/card.tsx'
import { checkboxes } from './fixtures/checkboxes.tsx'
import { contentsList } from './fixtures/contents-list.tsx'
import { dateInput } from './fixtures/date-input.tsx'
import { details } from './fixtures/details.tsx'
import { errorMessage } from './fixtures/error-message.tsx'
import { errorSummary } from './fixtures/error-summary.tsx'
import { fieldset } from './fixtures/fieldset.tsx'
import { footer } from './fixtures/footer.tsx'
import { header } from './fixtures/header.tsx'
import { heading } from './fixtures/heading.tsx'
import { hint } from './fixtures/hint.tsx'
import { input } from './fixtures/input.tsx'
import { insetText } from './fixtures/inset-text.tsx'
import { label } from './fixtures/label.tsx'
import { legend } from './fixtures/legend.tsx'
import { notificationBanner } from './fixtures/notification-banner.tsx'
import { pagination } from './fixtures/pagination.tsx'
import { panel } from './fixtures/panel.tsx'
import { fixturesOf } from './fixtures/published.ts'
import { radios } from './fixtures/radios.tsx'
import { select } from './fixtures/select.tsx'
import { skipLink } from './fixtures/skip-link.tsx'
import { summaryList } from './fixtures/summary-list.tsx'
import { table } from './fixtures/table.tsx'
import { tag } from './fixtures/tag.tsx'
import { taskList } from './fixtures/task-list.tsx'
import { textarea } from './fixtures/textarea.tsx'
import { asLines } from './fixtures/tree.ts'
import { warningCallout } from './fixtures/warning-callout.tsx'
import { publishedWords } from './fixtures/words.ts'
import { Words } from './words.ts'

/** The published name of each component, its adapter, and how many of its examples our part must match at the least. */
const PARTS: readonly (readonly [component: string, adapter: Adapter, matchedAtLeast: number])[] = [
  ['action-link', actionLink, 0],
  ['back-link', backLink, 0],
  ['breadcrumb', breadcrumb, 0],
  ['button', button, 0],
  ['card', card, 0],
  ['checkboxes', checkboxes, 0],
  ['contents-list', contentsList, 0],
  ['date-input', dateInput, 0],
  ['details', details, 0],
  ['error-message', errorMessage, 0],
  ['error-summary', errorSummary, 0],
  ['fieldset', fieldset, 0],
  ['footer', footer, 0],
  ['header', header, 0],
  ['heading', heading, 0],
  ['hint', hint, 0],
  ['input', input, 0],
  ['inset-text', insetText, 0],
  ['label', label, 0],
  ['legend', legend, 0],
  ['notification-banner', notificationBanner, 0],
  ['pagination', pagination, 0],
  ['panel', panel, 0],
  ['radios', radios, 0],
  ['select', select, 0],
  ['skip-link', skipLink, 0],
  ['summary-list', summaryList, 0],
  ['tables', table, 0],
  ['tag', tag, 0],
  ['task-list', taskList, 0],
  ['textarea', textarea, 0],
  ['warning-callout', warningCallout, 0],
]

for (const [component, adapter, matchedAtLeast] of PARTS)
  test(`our ${component} is the NHS ${component}`, t => {
    const fixtures = fixturesOf(component)
    const unsupported: string[] = []
    for (const fixture of fixtures) {
      const made = adapter(fixture)
      if ('unsupported' in made) unsupported.push(`${fixture.title}: ${made.unsupported}`)
      else assert.equal(asLines(render(made.drawing)), asLines(fixture.html), `${component}, ${fixture.title}`)
    }
    const matched = fixtures.length - unsupported.length
    t.diagnostic(`${component}: ${matched} of ${fixtures.length} published examples matched`)
    for (const reason of unsupported) t.diagnostic(`  not offered by our ${component}: ${reason}`)
    assert.ok(matched >= matchedAtLeast, `${component} matched ${matchedAtLeast} examples and now matches ${matched}`)
  })

function render(drawing: ComponentChildren): string {
  return renderToString(<Words.Provider value={publishedWords}>{drawing}</Words.Provider>)
}
