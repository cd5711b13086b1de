import type { JSX } from 'preact'
import type { Contacts } from '#record/chart/contacts.ts'
import { useSay } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'

/** Where somebody lives and how to ring them, as agencies hold it; what two of them wrote differently is shown once. */
export function ContactsList({ contacts }: { contacts: readonly Contacts[] }): JSX.Element {
  const say = useSay()
  const addresses = distinct(contacts.map(({ addressLines }) => addressLines.join('\n')))
  const phones = distinct(contacts.flatMap(({ phones }) => phones))
  const rows = [
    { key: say('person.address'), value: addresses.map(address => <p class="app-lines">{address}</p>) },
    { key: say('person.phone'), value: phones.map(phone => <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>) },
  ]
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('person.contacts')}</h2>
      <SummaryList rows={rows.filter(({ value }) => value.length > 0)} />
    </>
  )
}

/** The same text in capitals, or with other spaces and commas, is the same; the one that reads best is kept. */
export function distinct(texts: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const text of texts.toSorted((one, other) => capitalsIn(one) - capitalsIn(other))) {
    const key = text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')
    if (key !== '' && !kept.has(key)) kept.set(key, text)
  }
  return [...kept.values()]
}

function capitalsIn(text: string): number {
  return text === text.toUpperCase() ? 1 : 0
}
