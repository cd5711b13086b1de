import type { AdtEvent } from '#ground/hl7/adt-event.ts'
import type { Told as ToldOf } from '../told.ts'

/** What an ADT message tells. */
export type Told = ToldOf<AdtEvent>
