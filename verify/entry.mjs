// Checks that an entry you were handed is what was sealed, in the log you last checked: node entry.mjs URL STATE_FILE ENTRY_FILE
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { asker, say, tell } from './speak.mjs'
import { bytes, climb, demand, factsOf, sha } from './verify.mjs'

export function isIncluded(leaf, number, size, root, proof) {
  return number < size && climb(number, size - 1, leaf, proof).whole?.equals(root) === true
}

/** Holds an entry, with its secret, against the tree last checked (`state`); throws a code. */
export async function checkEntry(ask, { text: head }, { number, secret, text }) {
  const { size, root } = factsOf(head)
  const { previous, proof = [] } = await ask(`/log/inclusion?number=${number}&size=${size}`)
  const commitment = createHmac('sha256', bytes(secret)).update(text).digest()
  const leaf = sha(Buffer.of(0), commitment, bytes(previous ?? ''))
  demand(isIncluded(leaf, number, size, root, proof.map(bytes)), 'changed')
}

async function main(url, ...files) {
  const [state, entry] = files.map(file => JSON.parse(readFileSync(file)))
  await checkEntry(asker(url), state, entry)
  console.log(say('entry'))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(...process.argv.slice(2)).catch(tell)
