import type { Say } from '#ground/language/say.ts'

/** Whose plan it is to whoever reads it: their own, or somebody's, who may be without a name to this reader. */
export interface Whose {
  readonly isOwn: boolean
  readonly name: string
}

/** What the plan is called. */
export function planTitle(say: Say, { isOwn, name }: Whose): string {
  if (isOwn) return say('plan.mine')
  return name === '' ? say('plan.nameless') : say('plan.of', { name })
}

/** What the person's own words are called. */
export function mattersTitle(say: Say, { isOwn, name }: Whose): string {
  if (isOwn) return say('plan.mattersMine')
  return name === '' ? say('planKind.matters') : say('person.matters', { name })
}
