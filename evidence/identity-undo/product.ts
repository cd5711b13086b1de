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
type Wish = typeof import('#record/sharing/wish/make.ts')
type Pause = typeof import('#record/sharing/wish/pause.ts')
type Withdraw = typeof import('#record/sharing/wish/withdraw.ts')
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
  Wish &
  Pause &
  Withdraw &
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

/** Where joining and undoing are; nothing of the rest imports from there what a history does. */
const OF_LINKS = ['link', 'unlink', 'move', 'apart', 'persons', 'rebuild'].map(
  name => `src/record/person/link/${name}.ts`,
)

const OTHERS = [
  'src/record/person/keep-source-record.ts',
  'src/record/sharing/look.ts',
  'src/record/sharing/relationship/relationship.ts',
  'src/record/sharing/relationship/ties.ts',
  'src/record/sharing/wish/make.ts',
  'src/record/sharing/wish/pause.ts',
  'src/record/sharing/wish/withdraw.ts',
  'src/record/sharing/wish/read-sharing.ts',
  'src/record/sharing/representative/read-acting.ts',
  'src/record/sharing/emergency/read-own.ts',
  'src/record/chart/write-resource.ts',
  'src/record/chart/banner.ts',
  'src/record/chart/contacts.ts',
  'src/record/chart/read-resources.ts',
  'src/record/chart/find-people.ts',
  'src/work/notice/raise.ts',
  'src/work/notice/read.ts',
  'src/work/plan/open-plan.ts',
  'src/work/plan/read-plan.ts',
]

/** The product as it is. */
export async function product(): Promise<Product> {
  const modules = await Promise.all([...OF_LINKS, ...OTHERS].map(file => import(new URL(file, ROOT).href)))
  return Object.assign({}, ...modules)
}

/** The same, with faults: a copy of what they may reach, and not of the rest, since each copy takes seconds to make. */
export async function sownProduct(real: Product, changes: readonly Change[]): Promise<Product> {
  if (changes.length === 0) return real
  const isOfLinks = changes.every(({ file }) => OF_LINKS.includes(file))
  const at = sow(changes)
  const modules = await Promise.all((isOfLinks ? OF_LINKS : [...OF_LINKS, ...OTHERS]).map(file => import(at(file))))
  return Object.assign({}, real, ...modules)
}

const ROOT = new URL('../../', import.meta.url)
