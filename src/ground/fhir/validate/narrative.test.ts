import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validate } from './validate.ts'

/** Whether a patient with that in the narrative is as R4 wants it. */
function isTaken(inside: string): boolean {
  const div = inside.startsWith('<div') ? inside : `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>`
  return validate({ resourceType: 'Patient', text: { status: 'generated', div } }).length === 0
}

test('a narrative may have paragraphs, tables, addresses and images', () => {
  for (const good of [
    '<p style="color: red">Mair &amp; Eluned, Tŷ Glan</p>',
    '<table><tr><td colspan="2">a</td></tr></table>',
    '<a href="https://example.org/a?b=c">a</a><a href="#b">b</a><a href="Patient/1">c</a><a href="mailto:a@b.example">d</a>',
    '<img src="data:image/png;base64,AAAA" alt="a"/><p>a</p>',
    '<p style="background-image: url(a.png)">a</p>',
    '<p>javascript: is a word, and so is onclick</p>',
  ])
    assert.ok(isTaken(good), good)
})

test('a narrative may have nothing that runs, in whatever spelling', () => {
  for (const bad of [
    '',
    '  ',
    'a<script>alert(1)</script>',
    '<p onclick="alert(1)">a</p>',
    '<iframe src="https://example.org"/>a',
    '<object data="a"/>a',
    '<form action="a"><input/></form>a',
    '<style>p{}</style>a',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="JavaScript:alert(1)">a</a>',
    '<a href=" java&#x0A;script:alert(1)">a</a>',
    '<a href="&#106;avascript:alert(1)">a</a>',
    '<a href="vbscript:a">a</a>',
    '<a href="data:text/html;base64,AAAA">a</a>',
    '<img src="data:image/svg+xml;base64,AAAA"/>',
    '<p style="background: url(javascript:alert(1))">a</p>',
    '<p style="width: expression(alert(1))">a</p>',
    '<p style="position: fixed; top: 0">a</p>',
    '<p style="background: u\\72l(a)">a</p>',
    '<p>a',
    '<p>&nbsp;a</p>',
    '<!DOCTYPE a [<!ENTITY b "c">]><div>a</div>',
    '<div>a</div><div>b</div>',
    '<p>a</p',
    '<svg xmlns="http://www.w3.org/2000/svg"><a/></svg>a',
  ])
    assert.ok(!isTaken(bad), bad)
})
