import type { Say } from '#ground/language/say.ts'
import type { Whose } from '../plan/plan-title.ts'

/** What About me is called, to whoever it is about and to everybody else. */
export function aboutMeTitle(say: Say, { isOwn, name }: Whose): string {
  return isOwn || name === '' ? say('aboutMe.title') : say('aboutMe.of', { name })
}
