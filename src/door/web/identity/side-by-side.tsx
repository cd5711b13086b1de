import type { JSX } from 'preact'
import type { OpenRecord } from '#record/chart/source-records.ts'
import type { Explanation } from '#record/person/matching/explain.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { Tag, type TagColour } from '../parts/tag.tsx'
import { evidenceOf, type Strength, type Told } from './evidence.ts'
import { COMPARED_FIELDS, type ComparedField } from './fields.ts'

interface SideBySideProps {
  readonly one: OpenRecord
  readonly other: OpenRecord
  /** What matching found, where it was weighed. */
  readonly explanation: Explanation | undefined
}

/** Both records, line by line, and what each line says for or against their being one person’s. */
export function SideBySide({ one, other, explanation }: SideBySideProps): JSX.Element {
  const say = useSay()
  const lines = COMPARED_FIELDS.map(field => lineOf(say, field, [one, other])).filter(({ isEmpty }) => !isEmpty)
  return (
    <Table
      caption={say('identity.sideBySide')}
      captionSize="m"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('identity.what') },
        { heading: say.of(one.organisation) },
        { heading: say.of(other.organisation) },
        { heading: say('identity.tells') },
      ]}
      rows={lines.map(({ field, left, right }) => ({
        cells: [
          say.code('identity', `field-${field.name}`),
          { content: <Said texts={left} isKept={field.name === 'address' && one.isProtected} /> },
          { content: <Said texts={right} isKept={field.name === 'address' && other.isProtected} /> },
          keepsBack(field, [one, other])
            ? say('identity.keptBack')
            : { content: <Tells field={field} left={left} right={right} explanation={explanation} /> },
        ],
      }))}
    />
  )
}

function lineOf(say: ReturnType<typeof useSay>, field: ComparedField, [one, other]: readonly [OpenRecord, OpenRecord]) {
  const left = field.says(one.content, say)
  const right = field.says(other.content, say)
  const isEmpty = left.length === 0 && right.length === 0 && !keepsBack(field, [one, other])
  return { field, left, right, isEmpty }
}

/** Neither the address of somebody who must not be found, nor whether the other's is the same. */
function keepsBack({ name }: ComparedField, records: readonly OpenRecord[]): boolean {
  return name === 'address' && records.some(({ isProtected }) => isProtected)
}

function Said({ texts, isKept }: { texts: readonly string[]; isKept: boolean }): JSX.Element {
  const say = useSay()
  if (isKept) return <span>{say('identity.addressKept')}</span>
  if (texts.length === 0) return <span class="nhsuk-u-secondary-text-colour">{say('identity.notSaid')}</span>
  return (
    <>
      {texts.map((text, at) => (
        <span key={text} class="app-said">
          {at > 0 && <br />}
          {text}
        </span>
      ))}
    </>
  )
}

interface TellsProps {
  readonly field: ComparedField
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly explanation: Explanation | undefined
}

function Tells({ field, left, right, explanation }: TellsProps): JSX.Element {
  const say = useSay()
  const told = explanation === undefined ? [] : evidenceOf(explanation, field.comparisons)
  if (told.length > 0) return <Evidence told={told} />
  const plain = left.length === 0 || right.length === 0 ? 'oneSaysNothing' : sameIn(left, right) ? 'same' : 'different'
  return <span>{say.code('identity', plain)}</span>
}

/** Without a model: whether anything is written on both in the same letters, accents and case apart. */
function sameIn(left: readonly string[], right: readonly string[]): boolean {
  const folded = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
  return left.some(one => right.some(other => folded(one) === folded(other)))
}

function Evidence({ told }: { told: readonly Told[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      {told.map(({ comparison, level, strength, oneIn }) => (
        <span key={comparison} class="app-evidence">
          {say.code('identityLevel', `${comparison}-${level}`)}{' '}
          <Tag colour={COLOURS[strength]}>{say.code('identity', strength)}</Tag>
          {oneIn !== undefined && strength !== 'slightlyFor' && (
            <span class="app-evidence__count">{say('identity.timesLikelier', { count: oneIn })}</span>
          )}
        </span>
      ))}
    </>
  )
}

const COLOURS: Readonly<Record<Strength, TagColour>> = {
  strongFor: 'green',
  for: 'green',
  slightlyFor: 'aqua-green',
  neither: 'grey',
  slightlyAgainst: 'yellow',
  against: 'orange',
  strongAgainst: 'red',
}
