import { OTHER_SPELLINGS } from './other-spellings.ts'
import { SHORT_NAMES_A_J } from './short-names-a-j.ts'
import { SHORT_NAMES_K_Z } from './short-names-k-z.ts'
import { SURNAMES } from './surnames.ts'
import { WELSH_NAMES } from './welsh-names.ts'

/** Counts up whenever the tables change: weights learnt with others may no longer fit. */
export const VARIANTS_VERSION = 1

/** Whether two folded given names are forms of one name that the tables know: Siân and Jane, Wil and William. */
export function areVariants(one: string, other: string): boolean {
  return one !== other && (GIVEN.get(one)?.has(other) ?? false)
}

/** Whether two folded surnames are forms of one: ap Rhys and Price, Ifans and Evans. */
export function areSurnameVariants(one: string, other: string): boolean {
  return one !== other && (FAMILY.get(one)?.has(other) ?? false)
}

/** Every other form the tables know of a folded given name. */
export function variantsOf(given: string): readonly string[] {
  return [...(GIVEN.get(given) ?? [])]
}

/** How many names the tables have forms of. */
export function variantGroups(): { readonly given: number; readonly surnames: number } {
  return { given: new Set(linesOf(...GIVEN_TABLES).map(([head]) => head)).size, surnames: linesOf(SURNAMES).length }
}

type Forms = ReadonlyMap<string, ReadonlySet<string>>

const GIVEN_TABLES = [WELSH_NAMES, SHORT_NAMES_A_J, SHORT_NAMES_K_Z, OTHER_SPELLINGS] as const
const GIVEN: Forms = formsOf(...GIVEN_TABLES)
const FAMILY: Forms = formsOf(SURNAMES)

/** The first name of a line is a form of all; those between two strokes are forms of one another as well. */
function formsOf(...tables: readonly string[]): Forms {
  const forms = new Map<string, Set<string>>()
  for (const [head, ...clusters] of linesOf(...tables)) {
    for (const cluster of clusters) tie(forms, [head!, ...cluster.split(' ')])
  }
  return forms
}

function linesOf(...tables: readonly string[]): string[][] {
  return tables.flatMap(table => table.trim().split('\n')).map(line => line.split(' | '))
}

function tie(forms: Map<string, Set<string>>, names: readonly string[]): void {
  for (const name of names) {
    const known = forms.get(name) ?? new Set()
    for (const other of names) if (other !== name) known.add(other)
    forms.set(name, known)
  }
}
