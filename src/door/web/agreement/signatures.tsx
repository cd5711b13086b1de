import type { JSX } from 'preact'
import type { PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import type { Cell } from '../parts/table-row.tsx'
import { Tag } from '../parts/tag.tsx'
import { type Names, nameOf } from './name-list.tsx'

/** Every party, the post that signs for it, and who did and when, or that nobody has. */
export function Signatures({ agreement, names }: { agreement: PublishedAgreement; names: Names }): JSX.Element {
  const say = useSay()
  const signatures = new Map(agreement.signatures.map(signature => [signature.organisation, signature]))
  const signatureOf = (organisation: string): Cell => {
    const signature = signatures.get(organisation)
    return signature === undefined
      ? { content: <Tag colour="red">{say('agreement.notSigned')}</Tag> }
      : { content: say('agreement.signed', { name: signature.signedBy, day: say.day(signature.signedAt) }) }
  }
  return (
    <Table
      caption={say('agreement.signatures')}
      captionSize="l"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('agreement.organisation') },
        { heading: say('agreement.signatory') },
        { heading: say('agreement.signature') },
      ]}
      rows={agreement.content.parties.map(({ organisation, signatory }) => ({
        cells: [say.of(nameOf(names, organisation)), say.of(signatory), signatureOf(organisation)],
      }))}
    />
  )
}
