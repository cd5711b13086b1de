import { z } from 'zod'
import { ITEM_KINDS, type ItemKind } from '../item-kind.ts'

/** The longest detail, characters: a name, a number to ring, a sentence. */
export const DETAIL_LENGTH_MAX = 500

const Text = z.string().trim().min(1).max(DETAIL_LENGTH_MAX).optional()

/** Who pays for something that somebody does. */
export const FUNDING = [
  'no-cost',
  'own-money',
  'council',
  'health',
  'joint',
  'continuing-healthcare',
  'direct-payment',
  'housing-grant',
  'charity',
  'other',
] as const

const Funding = z.enum(FUNDING).optional()

/** What is known of an item besides its words and its day, by kind. Every detail may be missing: words alone are enough. */
export const DETAILS = {
  matters: z.object({}),
  strength: z.object({ whoKnows: Text }),
  need: z.object({ whatHelps: Text }),
  goal: z.object({ howWeKnow: Text }),
  action: z.object({ person: Text, funding: Funding, account: z.uuid().optional() }),
  monitoring: z.object({ person: Text, howOften: Text, whatToSee: Text }),
  contingency: z.object({ trigger: Text, contact: Text, number: Text }),
  'warning-sign': z.object({ whatToDo: Text, contact: Text, number: Text }),
  anticipatory: z.object({ person: Text, where: Text, whenUsed: Text }),
  'advance-statement': z.object({ madeOn: Text, witnessedBy: Text, where: Text }),
  // How much it is stays with the council: the plan says what it is for and who looks after it.
  'direct-payment': z.object({ managedBy: Text, person: Text }),
  home: z.object({ person: Text, funding: Funding, reference: Text }),
  'safeguarding-conclusion': z.object({ person: Text, whatIsKept: Text }),
} as const satisfies Record<ItemKind, z.ZodObject>

/** The details of one kind of item. */
export type DetailsOf<Kind extends ItemKind> = z.infer<(typeof DETAILS)[Kind]>

/** The name of a detail, of whichever kind. */
export type DetailName = { [Kind in ItemKind]: keyof DetailsOf<Kind> }[ItemKind]

/** The details of an item of any kind. */
export type Details = { readonly [Name in DetailName]?: string | undefined }

/** A detail that people are asked for and shown; whose account the named person has is known besides. */
export type AskedDetail = Exclude<DetailName, 'account'>

/** The details that an item of this kind may have, in the order in which they are asked for and shown. */
export function detailNames(kind: ItemKind): AskedDetail[] {
  const names = Object.keys(DETAILS[kind].shape) as DetailName[]
  return names.filter(name => name !== 'account')
}

/** Every detail of any kind, once. */
export const DETAIL_NAMES: readonly AskedDetail[] = [...new Set(ITEM_KINDS.flatMap(detailNames))]

/** Whether these are details that an item of this kind may have. */
export function isOfKind(kind: ItemKind, details: Details): boolean {
  return z.strictObject(DETAILS[kind].shape).safeParse(details).success
}
