import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ComponentChildren } from 'preact'
import { Breadcrumb } from './breadcrumb.tsx'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { drawn } from './fixtures/drawn.tsx'
import { readHtml, type Tree } from './fixtures/tree.ts'
import { Header } from './header.tsx'
import { Input } from './input.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Textarea } from './textarea.tsx'

/** A page with the same words wherever a part takes words. */
function pageSaying(words: string): ComponentChildren {
  const option = { value: words, label: words }
  return [
    <Header service={words} href="/" account={[{ text: words }]} navigation={[{ text: words, href: words }]} />,
    <Breadcrumb items={[{ text: words, href: words }]} />,
    <ErrorSummary title={words} problems={[{ message: words, field: words }]} />,
    <Input name="a" label={words} hint={words} error={words} value={words} placeholder={words} />,
    <Textarea name="b" label={words} value={words} />,
    <Select name="c" label={words} options={[option]} />,
    <Radios name="d" legend={words} options={[{ ...option, hint: words, conditional: words }]} />,
    <Button href={words}>{words}</Button>,
    <Card heading={words} href={words} actions={[{ text: words, hidden: words, href: words }]}>
      {words}
    </Card>,
    <SummaryList rows={[{ key: words, value: words }]} />,
    <Table caption={words} columns={[{ heading: words }]} rows={[{ cells: [words] }]} />,
    <NotificationBanner heading={words}>{words}</NotificationBanner>,
  ]
}

test('whatever a person types stays words, and never becomes part of the page', () => {
  const plain = readHtml(drawn(pageSaying('Mair'))).map(tree => shapeOf(tree, 'Mair'))
  const markup = fc.constantFrom('<script>', '</textarea>', '"', "' onclick='", '&lt;', '&', '<!--', ']]>', '\n', '<')
  const typed = fc.array(fc.oneof(markup, fc.string()), { minLength: 1 }).map(pieces => `${pieces.join('')}☂`)
  fc.assert(
    fc.property(typed, words => {
      assert.deepEqual(
        readHtml(drawn(pageSaying(words))).map(tree => shapeOf(tree, words)),
        plain,
      )
    }),
  )
})

/** The page with the words taken out: what must stay the same whatever the words are. */
function shapeOf(tree: Tree, words: string): Tree {
  if (typeof tree === 'string') return without(words, tree)
  const attributes = Object.entries(tree.attributes).map(([name, value]) => [name, without(words, value)])
  return {
    tag: tree.tag,
    attributes: Object.fromEntries(attributes),
    children: tree.children.map(child => shapeOf(child, words)),
  }
}

/** Where the words are written with one line break more, a browser takes it away again: see `Textarea`. */
function without(words: string, text: string): string {
  return text === `\n${words}` ? '…' : text.replaceAll(words, () => '…')
}
