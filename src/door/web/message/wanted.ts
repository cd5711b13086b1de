import type { WaitingWanted } from '#work/ledger/read-waiting.ts'
import type { Typed } from '../typed.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What of all that waits somebody asked for, by a form or in an address. What makes no sense is left out. */
export function wantedFrom({ reason, sender, owner }: Typed): WaitingWanted {
  const [application, facility] = (sender ?? '').split('/').map(decoded)
  return {
    ...(reason && { reason }),
    ...(application !== undefined && facility !== undefined && { sender: { application, facility } }),
    ...(owner && UUID.test(owner) && { ownerTeamId: owner }),
  }
}

/** The same as the fields of a form and of an address. */
export function fieldsOf({ reason, sender, ownerTeamId }: WaitingWanted): Typed {
  return {
    ...(reason !== undefined && { reason }),
    ...(sender !== undefined && { sender: senderField(sender) }),
    ...(ownerTeamId !== undefined && { owner: ownerTeamId }),
  }
}

/** A system's two names as one value of a field. */
export function senderField(sender: { readonly application: string; readonly facility: string }): string {
  return `${encodeURIComponent(sender.application)}/${encodeURIComponent(sender.facility)}`
}

/** The address of a page of the list of what waits. */
export function waitingAddress(wanted: WaitingWanted, page = 1): string {
  const query = new URLSearchParams({ ...fieldsOf(wanted), ...(page > 1 && { page: String(page) }) }).toString()
  return query === '' ? '/messages' : `/messages?${query}`
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
