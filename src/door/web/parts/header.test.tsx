import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn } from './fixtures/drawn.tsx'
import { asLines } from './fixtures/tree.ts'
import { Header } from './header.tsx'

test('our own service bears its name, linked home, and no NHS logo', () => {
  const header = drawn(<Header service="Cydofal" href="/" />)
  const published =
    '<header class="nhsuk-header" data-module="nhsuk-header" role="banner">' +
    '<div class="nhsuk-header__container nhsuk-width-container"><div class="nhsuk-header__service">' +
    '<a class="nhsuk-header__service-name" href="/">Cydofal</a></div></div></header>'
  assert.equal(asLines(header), asLines(published))
})

test('the way to the other language stands beside the account, and stays when nobody is signed in', () => {
  const toggle = (
    <a class="nhsuk-header__account-link" href="/language/cy" lang="cy">
      Cymraeg
    </a>
  )
  const last =
    '<li class="nhsuk-header__account-item"><a class="nhsuk-header__account-link" href="/language/cy" lang="cy">'
  for (const account of [[], [{ text: 'Mair Pritchard' }]]) {
    const header = drawn(<Header service="Cydofal" href="/" account={account} language={toggle} />)
    assert.ok(header.includes(`${last}Cymraeg</a></li></ul></nav>`), header)
  }
})

test('an organisation without a drawing is named, in one link with its service', () => {
  const header = drawn(<Header service="Cydofal" href="/" logo={{ organisation: 'Glan Hafren', label: 'Cydofal' }} />)
  assert.match(header, /class="nhsuk-header nhsuk-header--organisation"/)
  assert.match(
    header,
    /<a class="nhsuk-header__service-logo" href="\/" aria-label="Cydofal">.*Glan Hafren.*Cydofal.*<\/a>/,
  )
  assert.equal(header.match(/<a /g)?.length, 1)
})
