import type { Tx } from '#ground/db/store.ts'
import { writeTrail } from '#record/sharing/trail/write.ts'
import type { PrivacyOfficer } from './privacy-team.ts'

/**
 * Writes that an officer read, or answered, who had looked at somebody. It is in that person's own trail, like any look;
 * nothing of their record is released, because an officer sees who looked, when and at which classes, and no data.
 * Without a person, that they read a list which names nobody: it stands under the officer alone.
 */
export async function checkedTheTrail(
  tx: Tx,
  officer: PrivacyOfficer,
  personId: string | undefined,
  act: 'look' | 'answer' | 'inquire' = 'look',
): Promise<void> {
  const entry = { purpose: 'trail-oversight', allowed: true, released: [], failed: [] } as const
  const doing = act === 'look' ? 'look' : 'write'
  const place = act === 'inquire' ? 'inquiry' : 'privacy'
  // The id of a team is no person's: such an entry is kept under its actor.
  await writeTrail(tx, [{ ...entry, actor: officer, personId: personId ?? officer.teamId, doing, place }])
}
