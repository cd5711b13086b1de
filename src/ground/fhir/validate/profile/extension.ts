import { findType } from '#ground/fhir/definitions/types.ts'
import { type Fields, isFields } from '../fields.ts'
import type { Visit } from '../visit.ts'
import { judge } from './judge.ts'
import type { Placed } from './placed.ts'
import type { Profiles } from './profiles.ts'

/** What an extension stands in: the value that holds it, and what that stands in. */
export interface Holder {
  readonly placed: Placed
  readonly within: Holder | undefined
}

/** What the definition of an extension says of it: where it may stand, and what is in it. One that is not known here is left. */
export function judgeExtension(placed: Placed, holder: Holder, profiles: Profiles, visit: Visit): void {
  const { value, element } = placed
  const url = isFields(value) && typeof value.url === 'string' ? value.url : ''
  const definition = profiles.find(url)
  if (definition === undefined || definition.type !== 'Extension') return
  visit.by(definition.url, () => {
    const { contexts, isModifier, constraint } = definition
    if (contexts.length > 0 && !contexts.some(context => isContext(context, holder))) {
      const allowed = contexts.map(({ expression }) => expression).join(', ')
      visit.find('misplacedExtension', `${url} may stand in ${allowed}.`)
    }
    if (isModifier !== (element === 'modifierExtension')) {
      visit.find('misplacedExtension', `${url} is ${isModifier ? 'a' : 'no'} modifierExtension.`)
    }
    judge(constraint, placed, profiles, visit)
  })
}

/** A rule of where it may stand that is a path of its own is not asked. */
function isContext({ type, expression }: { type: string; expression: string }, holder: Holder): boolean {
  if (type === 'extension') return (holder.placed.value as Fields | undefined)?.url === expression
  return type !== 'element' || expression === 'Element' || namesOf(holder).has(expression)
}

/** All that a place is called: by its type and what that is made from, and by its path from each type around it. */
function namesOf({ placed, within }: Holder): Set<string> {
  const names = new Set(typesOf(placed.type))
  let path = ''
  let element = placed
  for (let at = within; at !== undefined; at = at.within) {
    path = `.${element.element}${path}`
    for (const type of typesOf(at.placed.type)) names.add(`${type}${path}`).add(`${type}${path}[x]`)
    if (findType(at.placed.type)?.kind === 'resource') break
    element = at.placed
  }
  return names
}

function typesOf(name: string): string[] {
  const type = findType(name)
  return type === undefined ? [] : [name, ...(type.base === undefined ? [] : typesOf(type.base))]
}
