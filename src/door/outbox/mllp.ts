import { connectMllp, type MllpLink, type SendProblem, type SendTo, type TlsOut } from '#ground/mllp/client.ts'
import type { Outcome } from '#ground/outcome.ts'
import { type Answer, type Carrier, type Parcel, TRY_SECONDS_MAX } from '#work/outbox/carrier.ts'

/** For the connection and again for the acknowledgement, seconds: a try on a link gone dead may need two connections. */
const TIMEOUT_SECONDS = TRY_SECONDS_MAX / 4

/** What it is told, and how long it waits. */
export interface MllpMeans {
  readonly timeoutSeconds: number
  /** By what receivers are known over TLS and what is shown to them, read anew for each connection: one that was renewed counts. */
  readKeys(): Promise<TlsOut>
}

const noKeys = async (): Promise<TlsOut> => ({})

/** How the address of a destination begins that is reached inside TLS. */
const IN_TLS = 'mllps://'

/**
 * Carries HL7 v2 messages over MLLP. A destination's link stays open between messages, as interface engines expect; one
 * that was closed meanwhile is opened again and the message sent whole, which is safe under the same MSH-10.
 */
export function mllpCarrier({ timeoutSeconds = TIMEOUT_SECONDS, readKeys = noKeys }: Partial<MllpMeans> = {}): {
  readonly carry: Carrier
  close(): void
} {
  const links = new Map<string, MllpLink>()

  async function send(parcel: Parcel): Promise<Outcome<Ack, SendProblem>> {
    const { id, address } = parcel.destination
    const open = links.get(id)
    if (open?.isOpen) {
      const sent = await open.send(parcel.body)
      if (sent.ok || sent.problem !== 'mllp.cut') return sent
    }
    const tls = address.startsWith(IN_TLS) ? await readKeys() : undefined
    const link = await connectMllp({ ...hostAndPort(address), timeoutSeconds, tls })
    if (!link.ok) return link
    links.set(id, link.value)
    return link.value.send(parcel.body)
  }

  return {
    async carry(parcel) {
      const sent = await send(parcel)
      return sent.ok ? fromAck(sent.value) : fromProblem(sent.problem)
    },
    close() {
      for (const link of links.values()) link.close()
    },
  }
}

type Ack = Extract<Awaited<ReturnType<MllpLink['send']>>, { ok: true }>['value']

/** Source: HL7 v2.5.1 table 0008. An error may pass, a rejection will not. */
function fromAck({ code, text, bytes }: Ack): Answer {
  const result = ({ A: 'accepted', E: 'error', R: 'rejected' } as const)[code.charAt(1) as 'A' | 'E' | 'R']
  return { result, code, said: text, cameBack: bytes }
}

function fromProblem(problem: SendProblem): Answer {
  return { result: problem === 'mllp.notFrameable' ? 'rejected' : 'unknown', code: problem, said: '' }
}

/** `host:port`, as a destination is registered, or that inside TLS. */
function hostAndPort(address: string): Pick<SendTo, 'host' | 'port'> {
  const { hostname, port } = new URL(address.startsWith(IN_TLS) ? address : `mllp://${address}`)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
}
