import { findType, getType } from '#ground/fhir/definitions/types.ts'
import { pathOf } from '#ground/fhir/path/path.ts'
import { answerByPath } from '../by-path.ts'
import { type Fields, isFields } from '../fields.ts'
import { baseOf } from '../rules.ts'
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
    const { contexts, contextRules, isModifier, constraint } = definition
    if (contexts.length > 0 && !contexts.some(context => isContext(context, holder, visit))) {
      const allowed = contexts.map(({ expression }) => expression).join(', ')
      visit.find('misplacedExtension', `${url} may stand in ${allowed}.`)
    }
    for (const rule of contextRules) {
      if (!holdsThere(rule, url, holder, visit))
        visit.find('misplacedExtension', `${url} may stand only where this holds: ${rule}`)
    }
    if (isModifier !== (element === 'modifierExtension')) {
      visit.find('misplacedExtension', `${url} is ${isModifier ? 'a' : 'no'} modifierExtension.`)
    }
    judge(constraint, placed, profiles, visit)
  })
}

function isContext({ type, expression }: { type: string; expression: string }, holder: Holder, visit: Visit): boolean {
  switch (type) {
    case 'extension':
      return (holder.placed.value as Fields | undefined)?.url === expression
    case 'element':
      return expression === 'Element' || namesOf(holder).has(expression)
    default:
      return isFound(expression, holder, visit)
  }
}

/** Whether what holds it is among what a path finds in the resource; what has no value of its own cannot be told from others. */
function isFound(expression: string, { placed }: Holder, { resource, root }: Visit): boolean {
  if (placed.value === undefined || placed.value === null) return true
  try {
    return pathOf(expression)(resource, { resource, rootResource: root }).includes(placed.value)
  } catch {
    return false
  }
}

/** Whether a rule holds of what the extension stands in. Source: FHIR R4, StructureDefinition.contextInvariant. */
function holdsThere(rule: string, url: string, { placed }: Holder, visit: Visit): boolean {
  if (!visit.asksRules || !isFields(placed.value)) return true
  // The engine knows the type of what it walks to, and of nothing that it is given by a name.
  const own = `(extension | modifierExtension).where(url = '${url.replaceAll("'", '')}')`
  return answerByPath(rule.replaceAll('%extension', own), baseOf(getType(placed.type)), placed.value, visit) === true
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
