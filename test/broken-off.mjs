// Preloaded into a run of tests. node:test says nothing of a file that throws after its first test was registered: the
// tests below it are then missed. Each test file is given a last line, and one that never reached it fails the run.
import { registerHooks } from 'node:module'

const begun = new Set()
globalThis.reachedTheEnd = url => begun.delete(url)

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!/\.test\.(ts|tsx|mjs)$/.test(url)) return loaded
    begun.add(url)
    return { ...loaded, source: `${loaded.source}\nglobalThis.reachedTheEnd(${JSON.stringify(url)})\n` }
  },
})

process.on('exit', () => {
  for (const url of begun) console.error(`${url} broke off while it was being loaded.`)
  if (begun.size > 0) process.exitCode = 1
})
