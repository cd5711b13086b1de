import type { Tx } from '#ground/db/store.ts'
import type { RecordKind } from '../record.ts'
import type { KnownFact, KnownField } from './fact.ts'
import { isTypedAgain } from './retyped.ts'

/** What whoever fills in a form says of what is known already. */
export interface Gone {
  /** Whether they went through it with the person. */
  readonly through: boolean
  /** By field, what is right now instead; an empty one says nothing. */
  readonly instead: Readonly<Partial<Record<KnownField, string>>>
}

/**
 * Keeps what was known when a record was made, and what became of it: confirmed, corrected, or typed again although it
 * was there. Each thing counts once.
 */
export async function collect(
  tx: Tx,
  of: { readonly kind: RecordKind; readonly id: string },
  known: readonly KnownFact[],
  { through, instead }: Gone,
  texts: readonly string[],
): Promise<void> {
  if (known.length === 0) return
  const rows = known.map(fact => {
    const other = (instead[fact.field] ?? '').trim()
    const typed = other === '' ? texts : [...texts, other]
    const how = isTypedAgain(fact, typed) ? 'typed-again' : other !== '' ? 'corrected' : through ? 'confirmed' : 'shown'
    return {
      id: tx.newId(),
      contactId: of.kind === 'contact' ? of.id : null,
      whatMattersId: of.kind === 'what-matters' ? of.id : null,
      assessmentId: of.kind === 'assessment' ? of.id : null,
      field: fact.field,
      sourceId: fact.sourceId,
      asOf: fact.asOf,
      how,
      instead: how === 'corrected' ? other : null,
    }
  })
  await tx.db.insertInto('collectedFact').values(rows).execute()
}
