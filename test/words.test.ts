import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as cy from '#language/cy/index.ts'
import { review } from '#language/cy/review.ts'
import * as en from '#language/en/index.ts'
import { codeKeys } from './rules/code-words.ts'
import { brokenSentences, keysOf, missingWords, untranslated } from './rules/sentences.ts'
import { isForTests, type Source, sourcesIn } from './rules/sources.ts'
import { wordsInCode } from './rules/words-in-code.ts'

/** The same in both languages, and why. */
const SAME: Readonly<Record<string, string>> = {
  'agreement.signed': 'a name and a day',
  'outbox.toldBy': 'a name and a day',
  'agreementIssue.line': 'a place and what is wrong there',
  'emergencyPerson.job': 'two names',
  'feed.sent': 'numbers and names alone',
  'identity.byAt': 'a name and a moment',
  'frame.service': 'the name of the product',
  'frame.title': 'the name of the product',
  'linkFiles.mapLine': 'a place and what is wrong there',
  'meeting.askedBy': 'a name and a moment',
  'meeting.of': 'a name and a moment',
  'messages.knownSender': 'two names',
  'matching.model': 'model is a Welsh word too',
  'matching.name': 'model is a Welsh word too',
  'notice.where': 'a name and a moment',
  'notice.ward': 'ward is a Welsh word too',
  'plan.wasIs': 'what was and what is',
  'plan.stateBecause': 'a state and words',
  'plan.titleOf': 'two names',
  'planReview.seat': 'two names',
  'sender.system': 'it is the same word',
  'sender.ward': 'ward is the same word',
  'sender.wardTeam': 'ward is the same word',
  'signing.job': 'a job and a name',
  'sharing.job': 'two names',
  'start.ready': 'other programs look for these very words',
  'personAlert.COMM110': 'the name of a script',
  'told.contract': 'the word of the Renting Homes (Wales) Act in both',
  'visits.answered': 'a name and a moment',
}

/** What stands in code and is not to be translated, by file and words. */
const NOT_WORDS: Readonly<Record<string, string>> = {
  'src/door/web/language-options.tsx says "Cymraeg"': 'each language is named in itself',
  'src/door/web/language-options.tsx says "English"': 'each language is named in itself',
}

const product = sourcesIn('src/**/*.{ts,tsx}').filter(({ path }) => !isForTests(path))

test('everything that can be said can be said in both languages', () => {
  assert.ok(keysOf(en).length > 400)
  assert.deepEqual(missingWords(en, cy), [])
})

test('every sentence can be read, takes the same in both languages, and counts in Welsh with all six forms', () => {
  assert.deepEqual(brokenSentences(en, cy), [])
})

test('nothing is left in English where Welsh should stand', () => {
  assert.deepEqual(untranslated(en, cy).toSorted(), Object.keys(SAME).toSorted())
})

test('no words stand in the code of a page', () => {
  const found = product.filter(({ path }) => /^src\/(door\/|[\w-]+\.ts)/.test(path)).flatMap(wordsInCode)
  assert.deepEqual(found.toSorted(), Object.keys(NOT_WORDS).toSorted())
})

test('every code that a person may be shown has its words', () => {
  const keys = new Set(keysOf(en))
  assert.ok(codeKeys().length > 100)
  assert.deepEqual(
    codeKeys().filter(key => !keys.has(key)),
    [],
  )
})

test('every sentence is said somewhere', () => {
  assert.deepEqual(unsaid(keysOf(en), product, codeKeys()), [])
})

test('the Welsh that is to be read again is Welsh that is in use', () => {
  const keys = new Set(keysOf(cy))
  assert.deepEqual(
    review.filter(({ key }) => !keys.has(key)),
    [],
  )
  assert.equal(new Set(review.map(({ key }) => key)).size, review.length)
  assert.ok(review.every(({ why }) => why.length > 20))
})

/** The keys that no code asks for by name, and that say no code. */
function unsaid(keys: readonly string[], sources: readonly Source[], codes: readonly string[]): string[] {
  const asked = new Set(codes)
  for (const { text } of sources) for (const [, key] of text.matchAll(/['"`](\w+\.\w+)['"`]/g)) asked.add(key ?? '')
  return keys.filter(key => !asked.has(key))
}

test('a sentence that one language lacks is caught, in either', () => {
  const one = { plan: { title: 'Plan' } }
  assert.deepEqual(missingWords(one, { plan: {} }), [{ key: 'plan.title', fault: 'is not said in Welsh' }])
  assert.deepEqual(missingWords({}, one), [{ key: 'plan.title', fault: 'is not said in English' }])
})

test('a sentence that cannot be read, lacks a name or a Welsh form, or counts otherwise is caught', () => {
  const faultOf = (english: string, welsh: string) =>
    brokenSentences({ a: { b: english } }, { a: { b: welsh } })[0]?.fault
  assert.equal(faultOf('{name', '{name}'), 'is not an ICU message')
  assert.equal(faultOf('{name} agrees', 'Mae {enw} yn cytuno'), 'takes name in English and enw in Welsh')
  assert.equal(faultOf('On {day}', 'Ddoe'), 'takes day in English and  in Welsh')
  const english = '{count, plural, one {# person} other {# people}}'
  const four = '{count, plural, one {# person} two {# berson} few {# pherson} other {# o bobl}}'
  const six = `${four.slice(0, -1)} zero {neb} many {# pherson}}`
  assert.equal(faultOf(english, four), 'lacks the Welsh zero, many of count')
  assert.equal(faultOf(english, six), undefined)
  assert.equal(faultOf(english, '{count} o bobl'), 'does not count the same things in both languages')
  assert.equal(
    faultOf(`A {kind, select, a {${english}} other {}}`, `A {kind, select, a {${four}} other {}}`),
    'lacks the Welsh zero, many of count',
  )
})

test('English left in the Welsh is caught', () => {
  assert.deepEqual(untranslated({ a: { b: 'Plan', c: 'Ward' } }, { a: { b: 'Cynllun', c: 'Ward' } }), ['a.c'])
})

test('words in the code of a page are caught wherever they stand', () => {
  const faults = (jsx: string) =>
    wordsInCode({ path: 'a.tsx', text: `export const A = () => ${jsx.replace('§', '$')}` })
  for (const jsx of [
    '<p>Your plan</p>',
    '<p>Born {day}</p>',
    '<p>\n  {count} people\n  <b>{name}</b>\n</p>',
    '<>Nothing <b>{name}</b></>',
    '<section aria-label="The plan">{name}</section>',
    '<Details summary="Why">{name}</Details>',
    '<Row facts={[{ text: "Sign out", href: "/" }]} />',
    "<p>{open ? 'Open the whole plan' : say('plan.close')}</p>",
    "<p>{say('plan.by') + ' ' + name}</p>",
    "<p>{name + say('plan.by')}</p>",
    "<p>{`by §{say('plan.by')}`}</p>",
  ])
    assert.ok(faults(jsx).length > 0, jsx)
})

test('names of classes, places, marks and keys are no words', () => {
  const text = `import { say } from './say.ts'
    // Nothing is said here.
    const KINDS = { goal: 'plan.kindGoal' } as const
    export const A = () => (
      <li class="nhsuk-list nhsuk-list--bullet" id={\`item-\${id}\`} lang="cy">
        <b>{name}</b>, {day} – <i>{say('plan.by', { name })}</i>{' '}
        <input type="hidden" name="version" value="1" aria-describedby="hint other-hint" />
        <Heading heading="information.usable" />
      </li>
    )`
  assert.deepEqual(wordsInCode({ path: 'a.tsx', text }), [])
})

test('a sentence that nobody says is caught', () => {
  const source = { path: 'a.ts', text: "say('plan.title')" }
  assert.deepEqual(unsaid(['plan.title', 'plan.other', 'role.nurse'], [source], ['role.nurse']), ['plan.other'])
})
