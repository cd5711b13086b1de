import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blank } from './rules/blank.ts'

/** The code of a text, with what was blanked shown as one dot. `§` stands for the dollar of a template. */
function codeOf(text: string, strings: 'keep' | 'blank' = 'blank'): string {
  return blank(text.replaceAll('§', '$'), { strings }).replaceAll('$', '§').replace(/ {2,}/g, '·')
}

test('what a comment or a string says is not taken for code', () => {
  assert.equal(codeOf("say('new Date()') // new Date()\n/* any\n */ x"), "say('·')·\n·\n·x")
})

test('a template is text around code, and the code in it may hold another template', () => {
  assert.equal(codeOf('`ab §{c(`de §{f} gh`)} ij` + k'), '`·§{c(`·§{f}·`)}·` + k')
})

test('a regular expression is text, and a division is not', () => {
  assert.equal(codeOf('const a = /[\'"`{]/.test(b) ? c / d / e : f'), 'const a =·.test(b) ? c / d / e : f')
  assert.equal(codeOf('<br />{a / 2}</p>'), '<br />{a / 2}</p>')
})

test('a quote that is escaped does not end a string', () => {
  assert.equal(codeOf("'it\\'s' + x"), "'·' + x")
})

test('strings can be kept while comments go', () => {
  assert.equal(codeOf("from './a.ts' // from", 'keep'), "from './a.ts'·")
})

test('blanking keeps every place and every line', () => {
  const text = 'const a = `x\n`\n// z\n'
  assert.equal(blank(text, { strings: 'blank' }).length, text.length)
  assert.equal(blank(text, { strings: 'blank' }).split('\n').length, 4)
})
