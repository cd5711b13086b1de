import type { Narrative } from 'fhir/r4.js'
import type { Language, Say } from '#ground/language/say.ts'
import { xmlText } from '#ground/xml/write.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import type { Telling } from './telling.ts'

/** Items in words, for whoever opens the document without reading its data: in the reader's language, but for what is quoted. */
export function narrativeOf(items: readonly PlanItem[], telling: Telling): Narrative {
  return asNarrative(telling.say, items.map(item => paragraphOf(item, telling)).join(''))
}

/** One sentence in the reader's language. */
export function sentenceNarrative(say: Say, words: string): Narrative {
  return asNarrative(say, `<p>${xmlText(words)}</p>`)
}

/** What somebody wrote, in the language they wrote it in. */
export function quotedNarrative(say: Say, ...written: readonly { words: string; language: Language }[]): Narrative {
  return asNarrative(say, written.map(({ words, language }) => quoted(words, language)).join(''))
}

function asNarrative({ language }: Say, inside: string): Narrative {
  const div = `<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">${inside}</div>`
  return { status: 'generated', div }
}

function paragraphOf(item: PlanItem, { say, plan }: Telling): string {
  const { words, language, dueOn, helpedBy, state, writtenBy, writtenAt, stances, scores } = item
  const owner = plan.organisations.find(({ id }) => id === item.ownerId)
  const last = scores.at(-1)
  const facts = [
    state && `${say('plan.state')}: ${say.code('planState', state.state)}`,
    owner && `${say('plan.owner')}: ${say.of(owner.name)}`,
    dueOn && `${say('plan.due')}: ${say.weekday(dueOn)}`,
    helpedBy && `${say('plan.helpedBy')}: ${helpedBy}`,
    last && say('planDocument.score', { score: last.score, day: say.day(last.saidAt) }),
    ...stances.map(({ agrees, takenBy: name }) =>
      agrees ? say('plan.agrees', { name }) : say('plan.disagrees', { name }),
    ),
    say('plan.written', { name: writtenBy, day: say.day(writtenAt) }),
  ]
  const listed = facts.flatMap(fact => (fact ? [`<li>${xmlText(fact)}</li>`] : []))
  return `${quoted(words, language)}<ul>${listed.join('')}</ul>`
}

function quoted(words: string, language: Language): string {
  return `<p lang="${language}" xml:lang="${language}">${xmlText(words)}</p>`
}
