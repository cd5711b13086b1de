import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { JSX } from 'preact'
import { type Language, sayIn } from '#ground/language/say.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { useAsked } from './asked.ts'
import { drawPiece } from './draw.tsx'
import { kept } from './kept.tsx'

const SIONED = '5d7b0f3a-53d2-4a0e-8a43-1f3c6a7b9e10'
const FFION = '0b7c1f0e-4d0c-4b6e-9a53-6a8f4f1c9b21'

interface Said {
  readonly by: string
  readonly words: string
}

let times = 0
beforeEach(() => {
  times = 0
})

/** Who said something, as the reader is told it. */
const Voice = kept(({ by, words }: Said): JSX.Element => {
  const { say, visitor } = useAsked()
  times++
  return (
    <p>
      {by === visitor?.accountId ? say('conversation.you') : by}: {words}
    </p>
  )
})

test('what was read again as it was before is not drawn again', () => {
  const first = drawn({ by: SIONED, words: 'Mynd i’r capel & <adref>' })
  assert.equal(drawn({ by: SIONED, words: 'Mynd i’r capel & <adref>' }, { as: FFION }), first)
  assert.equal(times, 1)
  assert.match(first, /Mynd i’r capel &amp; &lt;adref>/)
})

test('what is another word, or in another language, is drawn anew', () => {
  drawn({ by: SIONED, words: 'one' })
  assert.match(drawn({ by: SIONED, words: 'two' }), /two/)
  drawn({ by: SIONED, words: 'one' }, { language: 'en' })
  assert.equal(times, 3)
})

test('whoever is named in it is told so, and nobody else is told what they are', () => {
  assert.match(drawn({ by: SIONED, words: 'three' }, { as: FFION }), new RegExp(SIONED))
  const own = drawn({ by: SIONED, words: 'three' }, { as: SIONED })
  assert.doesNotMatch(own, new RegExp(SIONED))
  assert.match(drawn({ by: SIONED, words: 'three' }, { as: FFION }), new RegExp(SIONED))
})

test('a piece that asks when it is drawn, or who looks where they are not named, cannot be kept', () => {
  const Clock = kept((_: { readonly at: string }): JSX.Element => <p>{useAsked().now.toISOString()}</p>)
  const Reader = kept((_: { readonly to: string }): JSX.Element => <p>{useAsked().visitor!.name}</p>)
  assert.throws(() => drawPiece(askedBy(FFION), <Clock at="home" />), /asked for more/)
  assert.throws(() => drawPiece(askedBy(FFION), <Reader to="somebody" />))
})

function drawn(said: Said, { as = FFION, language = 'cy' }: { as?: string; language?: Language } = {}): string {
  return drawPiece(askedBy(as, language), <Voice {...said} />)
}

function askedBy(accountId: string, language: Language = 'cy') {
  const now = new Date('2026-11-22T10:00:00Z')
  const visitor = { accountId, name: 'Rhywun' } as Visitor
  return { say: sayIn(language), visitor, path: '/', nonce: '', now, isDemo: true }
}
