import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn } from './fixtures/drawn.tsx'
import { Textarea } from './textarea.tsx'

test('an empty first line of what a person wrote is still there when the form comes back', () => {
  assert.match(drawn(<Textarea name="words" label="Words" value={'\nWedyn'} />), />\n\nWedyn<\/textarea>/)
  assert.match(drawn(<Textarea name="words" label="Words" value={'Wedyn\n'} />), />Wedyn\n<\/textarea>/)
})
