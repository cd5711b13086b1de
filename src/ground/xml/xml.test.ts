import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { elementsIn, readXml, textIn } from './read.ts'
import { xmlElement, xmlText } from './write.ts'

const problemOf = (text: string, limits?: { depthMax: number; elementsMax: number }) => {
  const read = readXml(text, limits)
  return read.ok ? 'read' : read.problem
}

test('elements are read with their namespaces, their text and what is in them', () => {
  const read = readXml('<a:one xmlns:a="urn:glan-hafren" V="x&amp;y"> Tŷ <two/><![CDATA[<&>]]> &#x175; </a:one>')
  assert.ok(read.ok)
  const { name, namespace, attributes } = read.value
  assert.deepEqual([name, namespace, attributes.get('V')], ['one', 'urn:glan-hafren', 'x&y'])
  assert.equal(textIn(read.value), 'Tŷ <&> ŵ')
  assert.deepEqual(
    elementsIn(read.value).map(element => element.name),
    ['two'],
  )
})

test('what is not well-formed is refused', () => {
  for (const text of [
    '',
    'MSH|',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a x=1/>',
    '<b:a/>',
    '<a>&nbsp;</a>',
    '<a>\u0001</a>',
  ]) {
    assert.equal(problemOf(text), 'xml.malformed', text)
  }
})

test('a document type is refused, so that words cannot grow and files are not fetched', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  for (const [inside, used] of [
    [`<!ENTITY l0 "ha">${laughs}`, '&l9;'],
    ['<!ENTITY file SYSTEM "file:///etc/passwd">', '&file;'],
    ['<!ENTITY % far SYSTEM "http://glan-hafren.example/far.dtd">%far;', ''],
  ]) {
    const began = performance.now()
    assert.equal(problemOf(`<!DOCTYPE a [${inside}]><a>${used}</a>`), 'xml.doctype')
    assert.ok(performance.now() - began < 250)
  }
  assert.equal(problemOf('<a>&l9;</a>'), 'xml.malformed', 'an entity nobody declared')
  assert.equal(problemOf('<a>&lt;&gt;&amp;&apos;&quot;</a>'), 'read', 'XML’s own five')
})

test('depth and number of elements are bounded', () => {
  const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  assert.equal(problemOf(deep(32)), 'read')
  assert.equal(problemOf(deep(33)), 'xml.tooLarge')
  assert.equal(problemOf(deep(100_000)), 'xml.tooLarge')
  assert.equal(problemOf(`<a>${'<b/>'.repeat(10)}</a>`, { depthMax: 5, elementsMax: 11 }), 'read')
  assert.equal(problemOf(`<a>${'<b/>'.repeat(11)}</a>`, { depthMax: 5, elementsMax: 11 }), 'xml.tooLarge')
})

test('whatever text is written comes back as it was, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const read = readXml(xmlElement('a', xmlText(text)))
      assert.ok(read.ok)
      const kept = [...text].filter(character => /[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(character))
      assert.equal(read.value.content.join(''), kept.join(''))
    }),
    { numRuns: 2000 },
  )
})
