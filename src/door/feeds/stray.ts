import { isAmong } from '#ground/mllp/peer.ts'
import type { StrayProblem } from '#work/sender/line.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Arrival } from './arrival.ts'

/** As what a folder in which messages are dropped stands in the ledger: the account that it belongs to is the line. */
export function folderLine(folder: string): string {
  return `${FOLDER}${folder}`
}

const FOLDER = 'folder '

/**
 * Why what came under a sender's name is not believed to be its own: it is known to speak only with another certificate,
 * or from another address; or it came by a folder that is not known to be its own, which anybody with one could write
 * into. Rows and apps come by doors that ask by themselves who it is.
 */
export function strayOf({ line }: Sender, { channel, from, certificate }: Arrival): StrayProblem | undefined {
  if (channel !== 'hl7') return undefined
  const { certificates, addresses, folders = [] } = line
  if (from.startsWith(FOLDER)) return folders.includes(from.slice(FOLDER.length)) ? undefined : 'feed.otherFolder'
  if (certificates && !certificates.some(name => certificate?.includes(name))) return 'feed.otherCertificate'
  if (addresses && !isAmong(from, addresses)) return 'feed.otherAddress'
  return undefined
}
