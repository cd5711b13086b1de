import type { Tx } from '#ground/db/store.ts'
import type { seedId } from './seed-id.ts'

/** What Macsen says, what his mother says, and the order that ended his father's part. */
export async function plantFamily(tx: Tx, idOf: Pick<typeof seedId, 'account' | 'person'>): Promise<void> {
  const personId = idOf.person('macsen-maelor')
  const macsen = { saidBy: idOf.account('macsen-maelor'), saidByName: 'Macsen Maelor' }
  const nest = { saidBy: idOf.account('nest-maelor'), saidByName: 'Nest Maelor' }
  const said = { personId, language: 'cy', helpedBy: null, formKey: 'from the start', saidAt: tx.now }
  await tx.db
    .insertInto('familyVoice')
    .values([
      {
        ...said,
        ...macsen,
        id: tx.newId(),
        whose: 'child',
        words:
          'Dwi isio dewis fy nillad fy hun. Dwi ddim isio i bobol siarad dros fy mhen i. Gruff ydi fy ffrind gorau i.',
      },
      {
        ...said,
        ...nest,
        id: tx.newId(),
        whose: 'parents',
        words:
          'Mae Macsen angen rhywun wrth ei ymyl bob munud mewn lle prysur. Dwi’n poeni pwy fydd yno pan fydd o’n ddeunaw.',
      },
    ])
    .execute()
  await tx.db
    .insertInto('familyOrder')
    .values({
      id: tx.newId(),
      personId,
      representativeId: null,
      kind: 'prohibited-steps',
      words: 'Ni chaiff y tad newid ysgol na chartref Macsen heb ganiatâd y llys.',
      reference: 'GH26P00411',
      madeOn: '2026-06-15',
      endsOn: null,
      recordedBy: idOf.account('hannah-whitfield'),
      recordedByName: 'Hannah Whitfield',
      recordedAt: tx.now,
    })
    .execute()
}
