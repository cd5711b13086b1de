import type { Change } from '../sow.ts'

const LOADING = {
  file: 'src/record/sharing/look.ts',
  from: 'async function openAll(tx: Tx, pairs: readonly Pair[]): Promise<Opened[]> {\n  const loaded = await loadFacts(tx, pairs)',
}

/** Every way of being late that is sown, by its name. */
export const FAULTS: Readonly<Record<string, readonly Change[]>> = {
  'a decision kept for a second': [
    {
      ...LOADING,
      to: `const kept = new Map()
async function openAll(tx, pairs) {
  const key = JSON.stringify(pairs)
  const held = kept.get(key)
  const isFresh = held !== undefined && performance.now() - held.at < 1000
  const loaded = isFresh ? held.loaded : await loadFacts(tx, pairs)
  if (!isFresh) kept.set(key, { at: performance.now(), loaded })`,
    },
  ],
  'facts that are not of the snapshot that is read': [
    {
      file: 'src/ground/db/store.ts',
      from: "run(store, 'repeatable read', work)",
      to: "run(store, 'read committed', work)",
    },
    { ...LOADING, to: `${LOADING.from}\n  await new Promise(resolve => setTimeout(resolve, 20))` },
  ],
  'who somebody is, kept for a second': [
    {
      file: 'src/door/signin/find-visitor.ts',
      from: "  return { is: 'visitor', visitor: await visitorOf(tx, session) }",
      to: `  const held = kept.get(session.accountId)
  const isFresh = held !== undefined && performance.now() - held.at < 1000
  const visitor = isFresh ? held.visitor : await visitorOf(tx, session)
  if (!isFresh) kept.set(session.accountId, { at: performance.now(), visitor })
  return { is: 'visitor', visitor }`,
    },
    {
      file: 'src/door/signin/find-visitor.ts',
      from: 'async function findSession(',
      to: 'const kept = new Map()\nasync function findSession(',
    },
    // Whoever has left is looked for again in the snapshot that is read; alone, neither being late would be seen.
    {
      file: 'src/record/sharing/decision/load-facts.ts',
      from: 'if (held.ended.some(post => isPostOf(actor, post)))',
      to: 'if (false)',
    },
  ],
  'a live page that goes on as it was opened': [
    // A page is closed, too, when its person's sharing changes.
    {
      file: 'src/door/web/live/hub.ts',
      from: 'if (topic === SHARING_CHANGED || topic === PERSON_CHANGED) void',
      to: 'if (false) void',
    },
    {
      ...LOADING,
      to: `const opened = new Map()
async function openAll(tx, pairs) {
  const now = await loadFacts(tx, pairs)
  const keys = pairs.map(({ actor, personId }) => actor.accountId + personId)
  if (pairs.length === 1 && !opened.has(keys[0])) opened.set(keys[0], now.facts[0])
  const loaded = pairs.length === 1 ? now : { ...now, facts: now.facts.map((facts, at) => opened.get(keys[at]) ?? facts) }`,
    },
  ],
}
