import type { Told as ToldOf } from '#door/feeds/told.ts'
import type { AdtEvent } from '#ground/hl7/adt-event.ts'

/** What an ADT message tells. */
export type Told = ToldOf<AdtEvent>
