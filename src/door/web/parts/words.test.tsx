import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { ErrorMessage } from './error-message.tsx'
import { adapters } from './fixtures/adapters.ts'
import { drawn } from './fixtures/drawn.tsx'
import { type Fixture, fixturesOf } from './fixtures/published.ts'
import { saidIn } from './fixtures/tree.ts'
import { publishedWords, strangeWords } from './fixtures/words.ts'

test('no part says a word that neither the page nor its language gave it', () => {
  for (const [component, adapter] of Object.entries(adapters))
    for (const fixture of fixturesOf(component)) {
      const made = adapter(fixture)
      if ('unsupported' in made) continue
      const given = wordsGiven(fixture)
      for (const words of saidIn(drawn(made.drawing, strangeWords)))
        assert.ok(given.includes(withoutKnown(words)), `${component}, ${fixture.title}: ${JSON.stringify(words)}`)
    }
})

test('a part drawn before the page has said its language is refused', () => {
  assert.throws(() => renderToString(<ErrorMessage>Rhowch eich enw llawn</ErrorMessage>), /Words\.Provider/)
})

test('the words of the page are read before an error, in its language', () => {
  const welsh = { ...publishedWords, errorPrefix: 'Gwall:' }
  assert.deepEqual(saidIn(drawn(<ErrorMessage>Rhowch eich enw llawn</ErrorMessage>, welsh)), [
    'Gwall: ',
    'Rhowch eich enw llawn',
  ])
})

/** All that the example itself says, as text. */
function wordsGiven({ options, content = '' }: Fixture): string {
  const texts = [...stringsIn(options), content].flatMap(text => [text, ...textsOf(text)])
  return texts.join('\n').replace(/\s+/g, ' ')
}

function stringsIn(options: unknown): readonly string[] {
  if (typeof options === 'string' || typeof options === 'number') return [String(options)]
  return typeof options === 'object' && options !== null ? Object.values(options).flatMap(stringsIn) : []
}

function textsOf(html: string): readonly string[] {
  try {
    return saidIn(html)
  } catch {
    return []
  }
}

/** Less the strange words, the marks that are no words, and what adapters say in a page's stead. */
function withoutKnown(words: string): string {
  return words
    .replace(/⟦[^⟧]*⟧|⋯|: *$/g, '')
    .replace(SAID_BY_ADAPTERS, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The card an action is in, the name of the NHS logo, the search and the copyright that macros fall back on. */
const SAID_BY_ADAPTERS = / ?\([^)]*\)$|^NHS(?:.* homepage)?$|^Search(?: the NHS website)?$|^© NHS England$/
