import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '../access.ts'
import type { DataClass } from '../vocabulary.ts'
import { findDecider } from './decider.ts'
import { type WhoMaySee, whoMaySee } from './who-may-see.ts'
import { type StandingWish, wishesOf } from './wishes-of.ts'

/** What whoever decides about sharing is told: who may see what, and what has been wished. */
export interface Sharing extends WhoMaySee {
  readonly wishes: readonly StandingWish[]
  /** The wish that stops everything, while there is one. */
  readonly pause: StandingWish | undefined
  /** The classes the reader may decide about: every one for the person themselves. */
  readonly decides: readonly DataClass[]
  /** Whether the reader is the person, and nobody who decides for them. */
  readonly isOwn: boolean
}

/** Who may see what of a person, for the person, or for whoever lawfully decides about it for them now. */
export async function readSharing(tx: Tx, access: Access): Promise<Outcome<Sharing, 'record.notShown'>> {
  const { actor, personId } = access
  const decider = actor.kind === 'citizen' ? await findDecider(tx, actor, personId) : undefined
  if (decider === undefined || !decider.ok) return refused('record.notShown')
  const wishes = await wishesOf(tx, personId)
  return done({
    ...(await whoMaySee(tx, personId)),
    wishes: wishes.filter(({ kind }) => kind !== 'pause'),
    pause: wishes.find(({ kind }) => kind === 'pause'),
    decides: decider.value.classes,
    isOwn: decider.value.representativeId === undefined,
  })
}
