import { inOrder } from '#door/feeds/saying.ts'
import type { AdtEvent, Location, Visit } from '#ground/hl7/adt-event.ts'
import { onlySaid } from '#ground/hl7/header.ts'
import type { Coded, Stated, VisitKind } from '#ground/hl7/stated.ts'
import type { Moment } from '#ground/hl7/time.ts'
import type { AdtTrigger } from '#ground/hl7/trigger.ts'
import type { Sender } from '#work/sender/sender.ts'

/** One event of a stay as it is kept: plain JSON, every moment an instant in ISO 8601. */
export interface VisitEvent {
  readonly trigger: AdtTrigger
  /** The sender's record of whoever the stay is about. */
  readonly recordId: string
  readonly happenedAt: string
  /** It happened in the hour in October that happens twice, and does not say which time. */
  readonly isTwice?: true
  /** Its place in the order of what was said. */
  readonly saidAt: string
  readonly controlId: string
  readonly hospital: Named
  /** Where they are. */
  readonly place?: Place
  /** Where they are to be, or have gone for an hour. */
  readonly placeToBe?: Place
  /** From when something is planned. */
  readonly plannedAt?: string
  readonly dischargedAt?: string
  readonly said: Said
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface Place {
  /** As the sender calls the ward. */
  readonly ward: string
  /** The ward's team, when the sender's map knows the ward. */
  readonly team?: Named
  /** Ward, room and bed, to be read. */
  readonly display: string
}

/** What is stated of a stay besides where and how it stands: `null` takes away, absent leaves alone. */
export interface Said {
  readonly number?: Stated<string>
  readonly kind?: Stated<VisitKind>
  readonly admittedAt?: Stated<string>
  /** ISO 8601 day. */
  readonly expectedHomeOn?: Stated<string>
  readonly reason?: Stated<Coded>
}

/** What a sender's event says of one stay, as it will be kept. The visit may be left out where only its owner changes (A45). */
export function visitEventOf(
  { sender, event }: { readonly sender: Sender; readonly event: AdtEvent },
  visit: Visit | undefined,
  recordId: string,
): VisitEvent {
  const place = placeOf(visit?.location, sender)
  const hospital = sender.wards.get(place?.ward ?? '')?.hospital ?? sender.hospital
  return {
    trigger: event.trigger,
    recordId,
    happenedAt: instant(event.eventAt),
    ...(event.eventAt.isTwice && { isTwice: true }),
    saidAt: inOrder(event.saidAt),
    controlId: event.messageControlId,
    hospital,
    ...onlySaid({
      place,
      placeToBe: placeOf(whereTo(event, visit), sender),
      plannedAt: event.plannedAt && instant(event.plannedAt),
      dischargedAt: visit?.dischargedAt ? instant(visit.dischargedAt) : undefined,
    }),
    said: saidOf(event, visit),
  }
}

function placeOf(location: Stated<Location> | undefined, sender: Sender): Place | undefined {
  if (!location?.ward) return undefined
  const { ward, room, bed } = location
  const known = sender.wards.get(ward)
  const display = [known?.name ?? ward, room, bed].filter(part => part !== undefined).join(', ')
  return { ward, ...(known !== undefined && { team: { id: known.id, name: known.name } }), display }
}

/** A plan to take somebody in has its ward in PV1-3, one to move them in PV1-42, and whoever is on their way in PV1-11. */
function whereTo({ trigger }: AdtEvent, visit: Visit | undefined): Stated<Location> | undefined {
  if (trigger === 'A05' || trigger === 'A14') return visit?.location
  if (trigger === 'A09') return visit?.temporaryLocation ?? visit?.pendingLocation ?? visit?.location
  return visit?.pendingLocation
}

function saidOf(event: AdtEvent, visit: Visit | undefined): Said {
  return onlySaid({
    number: visit?.number,
    kind: visit?.class?.kind,
    admittedAt: visit?.admittedAt && instant(visit.admittedAt),
    expectedHomeOn: expectedHomeOn(event, visit),
    reason: visit?.reason,
  })
}

/** A discharge that is pending (A16) gives a day, if only as its own; one that no longer is (A25) takes it away. */
function expectedHomeOn({ trigger, plannedAt }: AdtEvent, visit: Visit | undefined): Stated<string> | undefined {
  if (trigger === 'A25') return null
  return visit?.expectedDischargeOn ?? (trigger === 'A16' && plannedAt ? plannedAt.date : visit?.expectedDischargeOn)
}

function instant({ at }: Moment): string {
  return at.toISOString()
}
