import type { FhirResource } from 'fhir/r4.js'
import type { Type, World } from './corpus.ts'
import { encounterOf, membersOf, subjectOf } from './oracle.ts'
import type { Trial } from './trial.ts'

/** To what the references lead that a parameter finds. */
const LEADS: Readonly<Record<string, (one: FhirResource) => readonly (readonly [Type, string | undefined])[]>> = {
  subject: one => [['Patient', subjectOf(one)]],
  patient: one => [['Patient', subjectOf(one)]],
  encounter: one => [['Encounter', encounterOf(one)]],
  'has-member': one => membersOf(one).map(id => ['Observation', id] as const),
}

/**
 * What comes with these, by its id, as somebody would gather it who goes from resource to resource: with what was found, and,
 * where that iterates, with what has come already.
 */
export function includedWith(world: World, { type, includes }: Trial, found: readonly string[]): ReadonlySet<string> {
  const all = [...world.entries()].flatMap(([type, some]) => [...some.values()].map(one => ({ type, one })))
  const met = new Map(found.map(id => [id, type]))
  const included = new Set<string>()
  for (let from = [...met], round = 0; from.length > 0; round++) {
    const fresh: [string, Type][] = []
    for (const [name, value] of includes) {
      if (round > 0 && !name.endsWith(':iterate')) continue
      const [source, parameter = ''] = value.split(':')
      const leads = LEADS[parameter]!
      const led = name.startsWith('_include')
        ? from
            .filter(([, type]) => type === source)
            .flatMap(([id, type]) => leads(world.get(type)!.get(id)!))
            .flatMap(([type, id]) => (id === undefined ? [] : [[id, type] as [string, Type]]))
        : all
            .filter(
              ({ type, one }) => type === source && leads(one).some(([, id]) => from.some(([other]) => other === id)),
            )
            .map(({ type, one }): [string, Type] => [one.id!, type])
      fresh.push(...led)
    }
    from = [...new Map(fresh)].filter(([id]) => !met.has(id))
    for (const [id, type] of from) {
      met.set(id, type)
      included.add(id)
    }
  }
  return included
}
