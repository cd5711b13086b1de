import type { Patient } from 'fhir/r4.js'
import type { JSX } from 'preact'
import { parseNhsNumber, showNhsNumber } from '#ground/nhs-number.ts'
import { NHS_NUMBER_SYSTEM, officialName } from '#record/person/patient.ts'
import type { JoinedRecord, ToldLink } from '#work/identity/joined/read-joined.ts'
import { useAsked } from '../asked.ts'
import { Card } from '../parts/card.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx'
import { Tag } from '../parts/tag.tsx'
import { decidedByWords, surenessWords } from './joined-words.ts'
import { Reason } from './reason.tsx'

interface RecordCardProps {
  readonly record: JoinedRecord
  /** Where the page is. */
  readonly at: string
  readonly isFirst: boolean
  readonly isAlone: boolean
  readonly mayDoubt: boolean
  readonly mayPart: boolean
}

/** One organisation's record: who it says this is, what joins it to the others, and what the reader can do about it. */
export function RecordCard({ record, at, isFirst, isAlone, mayDoubt, mayPart }: RecordCardProps): JSX.Element {
  const { say } = useAsked()
  const organisation = say.of(record.organisation)
  return (
    <Card heading={organisation} headingLevel={3} headingSize="m">
      {record.isDoubted && (
        <p>
          <Tag colour="orange">{say('joined.doubtWaits')}</Tag>
        </p>
      )}
      <RecordFacts record={record} />
      {isAlone && <p>{say('joined.alone')}</p>}
      {isFirst && !isAlone && <p>{say('joined.first')}</p>}
      {record.links.map(link => (
        <LinkFacts key={link.id} link={link} at={at} mayPart={mayPart} />
      ))}
      {mayDoubt && !isAlone && !record.isDoubted && (
        <p>
          <a href={`${at}/${record.id}/not-mine`}>
            {say('joined.notMine')}
            <Hidden>{say('joined.notMineHidden', { organisation })}</Hidden>
          </a>
        </p>
      )}
      {mayPart && !isAlone && (
        <p>
          <a href={`${at}/${record.id}/away`}>
            {say('joined.takeAway')}
            <Hidden>{say('joined.takeAwayHidden', { organisation })}</Hidden>
          </a>
        </p>
      )}
    </Card>
  )
}

/** Who a record says somebody is, as far as it is open to the reader. */
export function RecordFacts({ record }: { record: Pick<JoinedRecord, 'content' | 'isProtected'> }): JSX.Element {
  const { say } = useAsked()
  const { content, isProtected } = record
  const none = say('joined.notGiven')
  const [address] = addressesOf(content)
  const phones = content.telecom?.flatMap(({ system, value }) => (system === 'phone' && value ? [value] : [])) ?? []
  const where = isProtected ? say('joined.addressKept') : address
  const rows: SummaryRow[] = [
    { key: say('joined.name'), value: nameOf(content) || none },
    { key: say('joined.born'), value: content.birthDate === undefined ? none : say.day(content.birthDate) },
    { key: say('joined.nhsNumber'), value: <span class="app-digits">{numberOf(content) ?? none}</span> },
    ...(where === undefined ? [] : [{ key: say('joined.address'), value: <span class="app-lines">{where}</span> }]),
    ...(phones.length === 0 ? [] : [{ key: say('joined.phone'), value: phones.join(', ') }]),
  ]
  return <SummaryList rows={rows} />
}

function LinkFacts({ link, at, mayPart }: { link: ToldLink; at: string; mayPart: boolean }): JSX.Element {
  const { say } = useAsked()
  const [one, other] = link.between.map(say.of) as [string, string]
  const rows: SummaryRow[] = [
    { key: say('joined.joinedWith'), value: one },
    { key: say('joined.since'), value: say.day(link.startedAt) },
    { key: say('joined.decidedBy'), value: decidedByWords(say, link, link.modelVersion) },
    { key: say('joined.howSure'), value: surenessWords(say, link.probability) },
    { key: say('joined.why'), value: <Reason reason={link.reason} /> },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      {mayPart && (
        <p>
          <a href={`${at}/links/${link.id}`}>
            {say('joined.endLink')} <Hidden>{say('joined.endLinkHidden', { one, other })}</Hidden>
          </a>
        </p>
      )}
    </>
  )
}

function nameOf(content: Patient): string {
  const name = officialName(content)
  return name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim()
}

function numberOf({ identifier = [] }: Patient): string | undefined {
  const number = parseNhsNumber(identifier.find(({ system }) => system === NHS_NUMBER_SYSTEM)?.value ?? '')
  return number === undefined ? undefined : showNhsNumber(number)
}

function addressesOf({ address = [] }: Patient): string[] {
  return address.map(({ line = [], city, postalCode }) =>
    [...line, city, postalCode].filter(part => part !== undefined && part !== '').join('\n'),
  )
}
