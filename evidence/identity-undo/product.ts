import { type Change, sow } from '../sow.ts'

type Keep = typeof import('#record/person/keep-source-record.ts')
type Link = typeof import('#record/person/link/link.ts')
type Unlink = typeof import('#record/person/link/unlink.ts')
type Move = typeof import('#record/person/link/move.ts')
type Apart = typeof import('#record/person/link/apart.ts')
type Persons = typeof import('#record/person/link/persons.ts')
type Rebuild = typeof import('#record/person/link/rebuild.ts')
type Look = typeof import('#record/sharing/look.ts')
type Tie = typeof import('#record/sharing/relationship/relationship.ts')
type Ties = typeof import('#record/sharing/relationship/ties.ts')
type Sharing = typeof import('#record/sharing/wish/read-sharing.ts')
type Acting = typeof import('#record/sharing/representative/read-acting.ts')
type Emergencies = typeof import('#record/sharing/emergency/read-own.ts')
type Write = typeof import('#record/chart/write-resource.ts')
type Banner = typeof import('#record/chart/banner.ts')
type Contacts = typeof import('#record/chart/contacts.ts')
type Resources = typeof import('#record/chart/read-resources.ts')
type Find = typeof import('#record/chart/find-people.ts')
type Raise = typeof import('#work/notice/raise.ts')
type Notices = typeof import('#work/notice/read.ts')
type OpenPlan = typeof import('#work/plan/open-plan.ts')
type ReadPlan = typeof import('#work/plan/read-plan.ts')

/** Every act and every reading of the product that a history is made of. */
export type Product = Keep &
  Link &
  Unlink &
  Move &
  Apart &
  Persons &
  Rebuild &
  Look &
  Tie &
  Ties &
  Sharing &
  Acting &
  Emergencies &
  Write &
  Banner &
  Contacts &
  Resources &
  Find &
  Raise &
  Notices &
  OpenPlan &
  ReadPlan

const FILES = [
  'record/person/keep-source-record.ts',
  'record/person/link/link.ts',
  'record/person/link/unlink.ts',
  'record/person/link/move.ts',
  'record/person/link/apart.ts',
  'record/person/link/persons.ts',
  'record/person/link/rebuild.ts',
  'record/sharing/look.ts',
  'record/sharing/relationship/relationship.ts',
  'record/sharing/relationship/ties.ts',
  'record/sharing/wish/read-sharing.ts',
  'record/sharing/representative/read-acting.ts',
  'record/sharing/emergency/read-own.ts',
  'record/chart/write-resource.ts',
  'record/chart/banner.ts',
  'record/chart/contacts.ts',
  'record/chart/read-resources.ts',
  'record/chart/find-people.ts',
  'work/notice/raise.ts',
  'work/notice/read.ts',
  'work/plan/open-plan.ts',
  'work/plan/read-plan.ts',
]

/** A copy of the product, changed here and there, or not at all. */
export async function product(changes: readonly Change[] = []): Promise<Product> {
  const at = sow(changes)
  const modules = await Promise.all(FILES.map(file => import(at(`src/${file}`))))
  return Object.assign({}, ...modules)
}
