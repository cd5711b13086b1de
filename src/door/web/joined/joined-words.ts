import type { Key, Say } from '#ground/language/say.ts'

interface Decided {
  readonly decidedBy: string
  readonly accountId: string | null
}

/** Who or what decided: somebody by name, or what nobody did by hand. */
export function decidedByWords(say: Say, { decidedBy, accountId }: Decided, modelVersion?: string | null): string {
  if (accountId !== null) return decidedBy
  switch (decidedBy) {
    case 'model':
      return modelVersion ? say('joined.byModel', { version: modelVersion }) : say('joined.byModelUnknown')
    case 'rule':
      return say('joined.byRule')
    case 'region':
      return say('joined.byRegion')
    default:
      return decidedBy
  }
}

/** How sure whatever decided was, in plain words. Of what was never weighed it says that. */
export function surenessWords(say: Say, probability: number | null): string {
  if (probability === null) return say('joined.sureWord')
  if (probability >= 0.999) return say('joined.sureAlmost')
  if (probability >= 0.95) return say('joined.sureVery')
  return say(probability >= 0.5 ? 'joined.sureLikely' : 'joined.sureUnlikely')
}

/** Why: a code of ours in words. Undefined where it is in somebody's own words, which are shown as they are. */
export function reasonWords(say: Say, reason: string): string | undefined {
  if (!/^[a-z]+\.[a-zA-Z]+$/.test(reason)) return undefined
  return say.plain(REASONS[reason] ?? 'joinedReason.other')
}

const REASONS: Readonly<Record<string, Key>> = {
  'match.sure': 'joinedReason.matchSure',
  'match.knownFromTheStart': 'joinedReason.matchKnownFromTheStart',
  'match.numberVerified': 'joinedReason.matchNumberVerified',
  'match.notTheSame': 'joinedReason.matchNotTheSame',
  'proposal.merged': 'joinedReason.proposalMerged',
  'proposal.saidOne': 'joinedReason.proposalSaidOne',
  'proposal.saidTwo': 'joinedReason.proposalSaidTwo',
}
