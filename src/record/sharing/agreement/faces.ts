import { LANGUAGES, type Say, sayIn } from '#ground/language/say.ts'
import type { AgreementContent, Clause } from './agreement.ts'
import type { Fault } from './fault.ts'
import type { KnownOrganisation } from './known-organisations.ts'
import { clauseInWords, type Line, type OrganisationNames } from './plain-words.ts'

/**
 * What keeps a clause from having all three faces. A rule can always be decided on; besides, it must be possible to say
 * it in both languages so that nothing in it can be taken for anything else, and to join a query to it, for which every
 * giver must be a row. `voices` are the product's own, and others in a test alone.
 */
export function facesFaults(
  content: AgreementContent,
  organisations: readonly KnownOrganisation[],
  voices: readonly Say[] = LANGUAGES.map(sayIn),
): readonly Fault[] {
  const rows = new Set(organisations.map(({ code }) => code))
  return content.clauses.flatMap((clause): Fault[] => {
    const unsaid = voices.map(say => unsayable(clause, say, organisations)).find(name => name !== undefined)
    return [
      ...(unsaid === undefined ? [] : [{ code: 'cannot-be-said', clause: clause.number, name: unsaid } as const]),
      ...clause.givers
        .filter(giver => !rows.has(giver))
        .map(name => ({ code: 'cannot-be-queried', clause: clause.number, name }) as const),
    ]
  })
}

/** What cannot be said, or not so that it could mean one thing only; undefined when all can. */
function unsayable(clause: Clause, say: Say, organisations: readonly KnownOrganisation[]): string | undefined {
  const names: OrganisationNames = new Map(organisations.map(({ code, name }) => [code, name]))
  const alike = [...clause.givers, ...clause.receivers].find(code =>
    organisations.some(other => other.code !== code && nameIn(say, names, other.code) === nameIn(say, names, code)),
  )
  if (alike !== undefined) return nameIn(say, names, alike) ?? alike
  try {
    return clauseInWords(clause, say, names)
      .map(unclear)
      .find(text => text !== undefined)
  } catch {
    return say.language
  }
}

function nameIn(say: Say, names: OrganisationNames, code: string): string | undefined {
  const name = names.get(code)
  return name && say.of(name)
}

/** Two things with the same words would look like one; a thing without words like none. */
function unclear({ label, says }: Line): string | undefined {
  if (says.some(text => text.trim() === '')) return label
  return says.find((text, at) => says.indexOf(text) !== at)
}
