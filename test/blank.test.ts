import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blank } from './rules/blank.ts'

const code = (text: string) => blank(text, { strings: 'blank' })

test('what a comment or a string says is not taken for code', () => {
  assert.equal(code("say('new Date()') // new Date()\n/* any\n */ x"), "say('          ')            \n      \n    x")
})

test('a template is text around code, and the code in it may hold another template', () => {
  assert.equal(code('`a ${b(`c ${d} e`)} f` + g'), '`  ${b(`  ${d}  `)}  ` + g')
})

test('a regular expression is text, and a division is not', () => {
  assert.equal(code('const a = /[\'"`{]/.test(b) ? c / d / e : f'), 'const a =         .test(b) ? c / d / e : f')
  assert.equal(code('<br />{a / 2}</p>'), '<br />{a / 2}</p>')
})

test('a quote that is escaped does not end a string', () => {
  assert.equal(code("'it\\'s' + x"), "'      ' + x")
})

test('strings can be kept while comments go', () => {
  assert.equal(blank("from './a.ts' // from", { strings: 'keep' }), "from './a.ts'        ")
})

test('blanking keeps every place', () => {
  const text = 'const a = `x\n${y}` // z\n'
  assert.equal(code(text).length, text.length)
})
