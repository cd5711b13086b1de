import type { Channel } from './channel.ts'

/** One arrival, as it came. */
export interface Arrival {
  readonly channel: Channel
  readonly raw: Buffer
  /** The network address, or the name of the folder or page that it came through. */
  readonly from: string
  /** The names of the certificate that the connection showed, if it showed one. */
  readonly certificate?: readonly string[] | undefined
}
