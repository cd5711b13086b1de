import type { Change } from '../sow.ts'

/** What would lose messages, by its name, and what must be killed for it to show. */
export const FAULTS: Readonly<Record<string, readonly Change[]>> = {
  'acknowledged before it is committed': [
    {
      file: 'src/door/feeds/hl7/receive.ts',
      from: 'const { outcome } = await takeIn(store, arrival, reading)',
      to: `const taking = takeIn(store, arrival, reading)
  const { outcome } = await Promise.race([taking, Promise.resolve({ outcome: 'applied' })])`,
    },
  ],
  'synchronous_commit=off': [
    {
      file: 'src/ground/db/embedded/settings.ts',
      from: "synchronous_commit: 'on'",
      to: "synchronous_commit: 'off'",
    },
  ],
}
