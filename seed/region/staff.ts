import type { SeedAccount } from './shape.ts'
import { citizens } from './staff/citizens.ts'
import { councilStaff } from './staff/councils.ts'
import { healthBoardStaff } from './staff/health-board.ts'
import { partnerStaff } from './staff/partners.ts'
import { signatoryStaff } from './staff/signatories.ts'

/** Everybody who can sign in: people as themselves and staff in their posts. Eight are offered on the start page. */
export const accounts: readonly SeedAccount[] = [
  ...citizens,
  ...councilStaff,
  ...healthBoardStaff,
  ...partnerStaff,
  ...signatoryStaff,
]
