import { isAmong } from '#ground/mllp/peer.ts'
import type { StrayProblem } from '#work/sender/line.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Arrival } from './take-in.ts'

/**
 * Why what came under a sender's name is not believed to be its own: it is known to speak only with another certificate,
 * or from another address. Files and apps come by doors that ask by themselves who it is.
 */
export function strayOf({ line }: Sender, { channel, from, certificate }: Arrival): StrayProblem | undefined {
  if (channel !== 'hl7') return undefined
  const { certificates, addresses } = line
  if (certificates && !certificates.some(name => certificate?.includes(name))) return 'feed.otherCertificate'
  if (addresses && !isAmong(from, addresses)) return 'feed.otherAddress'
  return undefined
}
