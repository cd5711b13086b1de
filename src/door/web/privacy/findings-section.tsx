import type { JSX } from 'preact'
import type { Finding } from '#work/privacy/finding.ts'
import type { Inquiry, Unexplained } from '#work/privacy/inquiry.ts'
import { useAsked, useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { flagIn, howOftenIn, outcomeIn, whoIn } from './finding-words.ts'

/** What stands out among the looks of an officer's own workers, the unexplained first, and how much is ordinary. */
export function FindingsSection({ unexplained }: { unexplained: Unexplained }): JSX.Element {
  const say = useSay()
  const { findings, looks, explained } = unexplained
  const heading = say('privacyOffice.findings', { count: findings.length })
  return (
    <>
      <h2 class="nhsuk-heading-l">{heading}</h2>
      <p>{say('privacyOffice.findingsLede')}</p>
      <p>{say('privacyOffice.ordinary', { looks, explained })}</p>
      {findings.length > 0 && <Findings findings={findings} caption={heading} />}
    </>
  )
}

function Findings({ findings, caption }: { findings: readonly Finding[]; caption: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <Table
      caption={caption}
      captionClass="nhsuk-u-visually-hidden"
      responsive
      columns={[
        { heading: say('privacyOffice.whoLooked') },
        { heading: say('privacyOffice.whyStandsOut'), width: 'one-third' },
        { heading: say('privacyOffice.howOften') },
        { heading: say('privacyOffice.lastOn') },
      ]}
      rows={findings.map(finding => ({
        cells: [
          {
            content: (
              <>
                <a href={`/privacy-office/findings/${finding.id}`}>{whoIn(say, finding)}</a>
                {finding.worker && (
                  <>
                    <br />
                    {say.code('role', finding.worker.role)}, {say.of(finding.worker.organisation)}
                  </>
                )}
              </>
            ),
          },
          { content: <Reasons finding={finding} /> },
          howOftenIn(say, finding),
          say.moment(finding.lastAt),
        ],
      }))}
    />
  )
}

/** Each reason in a sentence, and whether anything that is held explains the looks all the same. */
export function Reasons({ finding: { flags, isExplained } }: { finding: Finding }): JSX.Element {
  const say = useSay()
  return (
    <>
      <Tag colour={isExplained ? 'grey' : 'orange'}>
        {say(isExplained ? 'privacyOffice.isExplained' : 'privacyOffice.isUnexplained')}
      </Tag>
      <ul class="app-reasons">
        {flags.map(flag => (
          <li key={flag}>{flagIn(say, flag)}</li>
        ))}
      </ul>
    </>
  )
}

/** What has been looked into lately, with what came of it. */
export function InquiriesSection({ inquiries }: { inquiries: readonly Inquiry[] }): JSX.Element | null {
  const { say } = useAsked()
  if (inquiries.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('privacyOffice.lookedInto')}</h2>
      <Table
        caption={say('privacyOffice.lookedInto')}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        columns={[
          { heading: say('privacyOffice.whoLooked') },
          { heading: say('privacyOffice.outcomeAsked'), width: 'one-half' },
          { heading: say('privacyOffice.when') },
        ]}
        rows={inquiries.map(({ who, outcome, words, inquiredBy, inquiredAt }) => ({
          cells: [
            who ?? say('privacyOffice.severalPeople'),
            {
              content: (
                <>
                  {outcomeIn(say, outcome)}
                  <br />
                  {words}
                </>
              ),
            },
            {
              content: (
                <>
                  {say.day(inquiredAt)}, {inquiredBy}
                </>
              ),
            },
          ],
        }))}
      />
    </>
  )
}
