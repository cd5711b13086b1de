import type { Channel } from './channel.ts'
import { FHIR } from './fhir.ts'
import { FOLDER } from './folder.ts'
import { MLLP } from './mllp.ts'
import { PAGE } from './page.ts'

/** Every way in that is tried. */
export const CHANNELS: readonly Channel[] = [MLLP, FHIR, PAGE, FOLDER]
