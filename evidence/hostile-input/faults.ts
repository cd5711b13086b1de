import type { Change } from '../sow.ts'
import type { Input } from './inputs.ts'

/** What is sown, and where it shows: where messages are only read, at a door, or at the port of messages. */
export interface HostileFault {
  readonly at: 'reading' | 'sockets' | Input['door']
  readonly changes: readonly Change[]
}

const READ_HEADER = '  const controlId = said(10)\n'

/** What hostile input would do harm by, by its name. */
export const FAULTS: Readonly<Record<string, HostileFault>> = {
  'a pattern that tries every way': {
    at: 'reading',
    changes: [
      {
        file: 'src/ground/hl7/header.ts',
        from: READ_HEADER,
        to: `${READ_HEADER}  for (const { fields } of message.segments) for (const one of fields) /^(a+)+$/.test(one)\n`,
      },
    ],
  },
  'an assignment that reaches the prototype of everything': {
    at: 'reading',
    changes: [
      {
        file: 'src/ground/hl7/header.ts',
        from: READ_HEADER,
        to: `${READ_HEADER}  const seen = {}
  for (const { fields } of message.segments)
    for (const one of fields) {
      const [name, part] = one.split('^')
      if (name !== '' && part) (seen[name] ??= {})[part] = true
    }
`,
      },
    ],
  },
  'a fault that is swallowed': {
    at: 'hl7',
    changes: [
      {
        file: 'src/door/feeds/take-in.ts',
        from: "    const reason = fault instanceof PutAside ? fault.reason : 'feed.failed'\n",
        to: "    if (fault instanceof PutAside) return { outcome: 'duplicate' }\n    const reason = 'feed.failed'\n",
      },
    ],
  },
  'a type of message that every object has': {
    at: 'hl7',
    changes: [
      {
        file: 'src/door/feeds/hl7/read.ts',
        from: 'own(ACTS, header.type)?.(tx, message, as)',
        to: 'ACTS[header.type]?.(tx, message, as)',
      },
    ],
  },
  'a promise nobody waits for': {
    at: 'reading',
    changes: [
      {
        file: 'src/ground/hl7/header.ts',
        from: "  if (type === undefined) return refused('hl7.noType')",
        to: "  if (type === undefined) void Promise.reject(new Error('nobody waits'))\n  if (type === undefined) return refused('hl7.noType')",
      },
    ],
  },
  'every message is held on to': {
    at: 'hl7',
    changes: [
      {
        file: 'src/door/feeds/hl7/receive.ts',
        from: '  const parsed = parseMessage(arrival.raw)\n',
        to: '  const parsed = parseMessage(arrival.raw)\n  ;(globalThis.heldOnTo ??= []).push(Buffer.alloc(2_000_000, arrival.raw))\n',
      },
    ],
  },
  'a bundle that is no JSON is our fault': {
    at: 'bundle',
    changes: [
      {
        file: 'src/door/feeds/fhir/bundle.ts',
        from: '  } catch {\n    return undefined\n',
        to: '  } catch (fault) {\n    throw fault\n',
      },
    ],
  },
  'whoever closes their half is not answered': {
    at: 'sockets',
    changes: [{ file: 'src/ground/mllp/server.ts', from: 'allowHalfOpen: true', to: 'allowHalfOpen: false' }],
  },
  'one address may have every connection': {
    at: 'sockets',
    changes: [
      {
        file: 'src/ground/mllp/server.ts',
        from: '    if (sameAddress >= options.limits.connectionsPerAddressMax) return socket.destroy()\n',
        to: '    if (sameAddress >= 100_000) return socket.destroy()\n',
      },
    ],
  },
  'no limit of how deep': {
    at: 'fhir',
    changes: [
      {
        file: 'src/ground/fhir/json/scan.ts',
        from: '++seen.depth > limits.depthMax',
        to: '++seen.depth > 1_000_000',
      },
    ],
  },
}
