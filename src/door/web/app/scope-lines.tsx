import type { JSX } from 'preact'
import { type Letter, type Scope, scopesIn } from '#ground/fhir/scope.ts'
import type { Key, Say } from '#ground/language/say.ts'
import { useSay } from '../asked.ts'
import { kindLines } from './kind-words.ts'
import { TYPE_WORDS } from './type-words.ts'

/** What an app asks, in plain words: of the one person, of everybody, and of whoever lets it in. */
export function ScopeLines({ scopes }: { scopes: readonly string[] }): JSX.Element {
  const say = useSay()
  const asked = scopesIn(scopes)
  const knowsYou = scopes.some(scope => scope === 'openid' || scope === 'fhirUser' || scope === 'profile')
  if (asked.length === 0 && !knowsYou) return <p>{say('app.asksNothing')}</p>
  return (
    <>
      <Group heading="app.aboutOne" scopes={asked.filter(({ level }) => level === 'patient')} />
      <Group heading="app.aboutAll" scopes={asked.filter(({ level }) => level !== 'patient')} />
      {knowsYou && <p>{say('app.knowsYou')}</p>}
    </>
  )
}

function Group({ heading, scopes }: { heading: 'app.aboutOne' | 'app.aboutAll'; scopes: readonly Scope[] }) {
  const say = useSay()
  if (scopes.length === 0) return null
  return (
    <>
      <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">{say(heading)}</h3>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {scopes.map(scope => (
          <li>
            {lineOf(say, scope)}
            {kindLines(say, scope).map(line => (
              <>
                <br />
                <strong>{line}</strong>
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

/** One scope as a sentence. */
export function lineOf(say: Say, { type, letters }: Scope): string {
  const has = (...some: Letter[]) => some.some(letter => letters.has(letter))
  const key = has('r', 's') ? (has('c', 'u', 'd') ? 'app.seesAndChanges' : 'app.sees') : 'app.changes'
  const known: Key | undefined = type === '*' ? 'app.typeAll' : TYPE_WORDS[type]
  return say(key, { what: known === undefined ? say('app.typeOther', { type }) : say.plain(known) })
}
