import { statement } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { DEFAULT_SENDER, type SenderMap } from '#ground/hl7/sender.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import type { ClassMap } from './classes.ts'
import type { FileMaps } from './file-map.ts'
import type { SenderLine } from './line.ts'

/** A system that may send, with all that is needed to read and place what it sends. */
export interface Sender {
  readonly id: string
  readonly application: string
  readonly facility: string
  readonly organisationId: string
  readonly ownerTeamId: string
  readonly map: SenderMap
  /** How its files are read, by kind. */
  readonly files: FileMaps
  /** How private what it sends is. */
  readonly classes: ClassMap
  /** Over which lines it is believed, and how fast it may send. */
  readonly line: SenderLine
  readonly actor: SystemActor
  /** Where a visit is when its ward is not in the map. */
  readonly hospital: Named
  /** From the point of care in PV1-3 to the ward's team, and the hospital it is in. */
  readonly wards: ReadonlyMap<string, Named & { readonly hospital: Named }>
  /** From the code or the name of whoever a referral is to, to the team that is asked. */
  readonly teams: ReadonlyMap<string, string>
}

interface Named {
  readonly id: string
  readonly name: string
}

interface SenderRow
  extends Omit<Sender, 'map' | 'classes' | 'files' | 'line' | 'actor' | 'hospital' | 'wards' | 'teams'> {
  readonly map: Partial<SenderMap> & {
    readonly wards?: Readonly<Record<string, string>>
    readonly teams?: Readonly<Record<string, string>>
    readonly files?: FileMaps
    readonly classes?: ClassMap
    readonly line?: SenderLine
  }
  readonly organisationCode: string
  readonly organisationName: string
  readonly wards: readonly {
    readonly pointOfCare: string
    readonly id: string
    readonly name: string
    readonly hospital: Named
  }[]
  readonly teams: readonly { readonly name: string; readonly id: string }[]
}

/** The sender of MSH-3 and MSH-4, or undefined when it has not been let in. */
export function findSender(tx: Tx, application: string, facility: string): Promise<Sender | undefined> {
  return find(tx, BY_NAME, [application, facility])
}

/** The sender of that id, with the map that is in force now. */
export async function getSender(tx: Tx, id: string): Promise<Sender> {
  const sender = await find(tx, BY_ID, [id])
  if (sender === undefined) throw new Error(`no sender ${id}`)
  return sender
}

async function find(tx: Tx, text: string, values: readonly string[]): Promise<Sender | undefined> {
  const { rows } = await statement<SenderRow>(text, values).execute(tx.db)
  const [row] = rows
  return row === undefined ? undefined : senderFrom(row)
}

function asking(which: string): string {
  return `
    select sender.id, sender.application, sender.facility, sender.organisation_id, sender.owner_team_id, map.map,
           body.code as organisation_code, body.name_en as organisation_name,
           coalesce((
             select jsonb_agg(jsonb_build_object('pointOfCare', ward.key, 'id', team.id, 'name', team.name_cy,
                                                 'hospital', jsonb_build_object('id', hospital.id, 'name', hospital.name_cy)))
             from jsonb_each_text(map.map -> 'wards') as ward
             join team on team.code = ward.value
             join organisation as hospital on hospital.id = team.organisation_id
           ), '[]') as wards,
           coalesce((
             select jsonb_agg(jsonb_build_object('name', asked.key, 'id', team.id))
             from jsonb_each_text(map.map -> 'teams') as asked
             join team on team.code = asked.value
           ), '[]') as teams
    from sender
    join sender_map_now as map on map.sender_id = sender.id
    join organisation as body on body.id = sender.organisation_id
    where ${which}`
}

const BY_NAME = asking('sender.application = $1 and sender.facility = $2')
const BY_ID = asking('sender.id = $1')

function senderFrom({ map, wards, teams, organisationCode, organisationName, ...row }: SenderRow): Sender {
  const { wards: _, teams: __, files = {}, classes = {}, line = {}, ...reading } = map
  return {
    ...row,
    files,
    map: { ...DEFAULT_SENDER, ...reading },
    classes,
    line,
    actor: {
      kind: 'system',
      senderId: row.id,
      name: row.application,
      organisationId: row.organisationId,
      organisationCode,
    },
    hospital: wards[0]?.hospital ?? { id: row.organisationId, name: organisationName },
    wards: new Map(wards.map(({ pointOfCare, ...ward }) => [pointOfCare, ward])),
    teams: new Map(teams.map(({ name, id }) => [name, id])),
  }
}
