import type { Change } from '../sow.ts'

/** Nothing is left out of it: in files, too, there must be something to lose within a moment. */
const SOONER: readonly Change[] = [
  { file: 'src/door/feeds/folder/look-through.ts', from: 'const STILL_MS = 5000', to: 'const STILL_MS = 50' },
  { file: 'src/chores.ts', from: 'const FOLDER_LOOK_MS = 2_000', to: 'const FOLDER_LOOK_MS = 50' },
]

/** What would lose messages, by its name; it must show on every way in. */
export const FAULTS: Readonly<Record<string, readonly Change[]>> = {
  'acknowledged before it is committed': [
    ...SOONER,
    {
      file: 'src/door/feeds/hl7/receive.ts',
      from: 'const { outcome } = await takeIn(store, arrival, reading)',
      to: `const taking = takeIn(store, arrival, reading)
  const { outcome } = await Promise.race([taking, Promise.resolve({ outcome: 'applied' })])`,
    },
    {
      file: 'src/door/feeds/fhir/receive.ts',
      from: 'if (reading.ok) return takeIn(store, arrival, reading.value)',
      to: `if (reading.ok) {
    void takeIn(store, arrival, reading.value).catch(() => {})
    return { outcome: 'applied' }
  }`,
    },
    {
      file: 'src/door/web/pages/file.tsx',
      from: 'await transaction(store, tx => startDrop(tx, opened.drop.id, { accountId, name, endsGone }))',
      to: 'void transaction(store, tx => startDrop(tx, opened.drop.id, { accountId, name, endsGone })).catch(() => {})',
    },
    {
      file: 'src/door/feeds/folder/look-through.ts',
      from: ': await take(store, place, { name, pieces: await bytesOf(claimed), wasThere })',
      to: ': early(take(store, place, { name, pieces: await bytesOf(claimed), wasThere }), name)',
    },
    {
      file: 'src/door/feeds/folder/look-through.ts',
      from: 'function endingOf(',
      to: `function early(taking, name) {
  taking.catch(() => {})
  return { name: 'early-' + name }
}

function endingOf(`,
    },
  ],
  'synchronous_commit=off': [
    ...SOONER,
    {
      file: 'src/ground/db/embedded/settings.ts',
      from: "synchronous_commit: 'on'",
      to: "synchronous_commit: 'off'",
    },
  ],
}
