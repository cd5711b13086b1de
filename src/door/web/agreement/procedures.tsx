import type { JSX } from 'preact'
import { type AgreementContent, PROCEDURES } from '#record/sharing/agreement/agreement.ts'
import { useSay } from '../asked.ts'

/** How things are done under an agreement, by the headings of a WASPI protocol. */
export function Procedures({ procedures }: Pick<AgreementContent, 'procedures'>): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('agreement.procedures')}</h2>
      {PROCEDURES.map(heading => (
        <section key={heading}>
          <h3 class="nhsuk-heading-s">{say.code('procedure', heading)}</h3>
          <p>{say.of(procedures[heading])}</p>
        </section>
      ))}
    </>
  )
}
