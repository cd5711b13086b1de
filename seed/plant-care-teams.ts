import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import { accounts } from './region/staff.ts'

/** The numbers at work of the region: of a worker, by account, or of a whole team. */
const PHONES: readonly { readonly account?: string; readonly team?: string; readonly phone: string }[] = [
  { account: 'sioned-evans', phone: '01632 960301' },
  { account: 'aled-jenkins', phone: '01632 960302' },
  { account: 'ffion-gittins', phone: '01632 960303' },
  { account: 'glenys-tudge', phone: '01632 960304' },
  { account: 'hannah-whitfield', phone: '01632 960305' },
  { team: 'nyrsys-ardal', phone: '01632 960310' },
  { team: 'meddygfa-llanfeilir', phone: '01632 960311' },
  { team: 'cannwyll-cartref', phone: '01632 960312' },
  { team: 'tim-adnoddau-cymunedol', phone: '01632 960313' },
]

/** Who is named care co-ordinator from the start, of whose plan. */
const COORDINATORS = [
  { person: 'mair-pritchard', account: 'sioned-evans' },
  { person: 'lakshmi-venkataraman', account: 'hannah-whitfield' },
] as const

/** Plants how workers are reached, and who is a care co-ordinator. */
export async function plantCareTeams(tx: Tx): Promise<void> {
  for (const { account, team, phone } of PHONES)
    await tx.db
      .insertInto('workPhone')
      .values({
        id: idFor(`work phone ${account ?? team}`),
        accountId: account === undefined ? null : idFor(`account ${account}`),
        teamId: team === undefined ? null : idFor(`team ${team}`),
        phone,
      })
      .execute()
  for (const { person, account } of COORDINATORS) {
    const known = accounts.find(({ key }) => key === account)
    const organisation = known?.posts?.[0]?.organisation
    if (known === undefined || organisation === undefined) throw new Error(`${account} has no post`)
    await tx.db
      .insertInto('planCoordinator')
      .values({
        id: idFor(`plan coordinator ${person}`),
        planId: idFor(`plan ${person}`),
        accountId: idFor(`account ${account}`),
        organisationId: idFor(`organisation ${organisation}`),
        namedBy: idFor(`account ${account}`),
        namedByName: known.name,
        namedAt: tx.now,
      })
      .execute()
  }
}
