import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOfLeaf, hashOfPair, sha256 } from './hashes.ts'
import { Peaks } from './peaks.ts'
import { nodesIn } from './test-nodes.ts'
import { consistencyProof, inclusionProof, rootOver } from './tree.ts'

/** The leaves with which implementations of RFC 6962 are compared everywhere, and the root after each. */
const KNOWN: readonly (readonly [leaf: string, root: string])[] = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
]
const LEAVES = KNOWN.map(([leaf]) => hashOfLeaf(Buffer.from(leaf, 'hex')))

test('the root of the eight known leaves is what everybody else makes of them, after each', async () => {
  const peaks = new Peaks()
  assert.equal(peaks.root().toString('hex'), sha256('').toString('hex'))
  for (const [at, [, root]] of KNOWN.entries()) {
    peaks.add(LEAVES[at]!)
    assert.equal(peaks.root().toString('hex'), root)
    assert.equal((await rootOver(nodesIn(LEAVES), 0, at + 1)).toString('hex'), root)
  }
})

test('roots and proofs are those that the definitions give, whatever the size, across stored tiles too', async () => {
  const leaves = Array.from({ length: 1100 }, (_, at) => hashOfLeaf(Buffer.from(String(at))))
  const nodes = nodesIn(leaves)
  for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 511, 513, 1024, 1100]) {
    const all = leaves.slice(0, size)
    assert.deepEqual(await rootOver(nodes, 0, size), byDefinition(all), `root ${size}`)
    for (const one of new Set([0, 1, 2, size >> 1, size - 2, size - 1].filter(at => at >= 0 && at < size))) {
      assert.deepEqual(await inclusionProof(nodes, one, size), path(one, all), `leaf ${one} of ${size}`)
      if (one > 0) assert.deepEqual(await consistencyProof(nodes, one, size), proof(one, all), `${one} to ${size}`)
    }
  }
})

// RFC 6962, 2.1, 2.1.1 and 2.1.2, word for word and sharing nothing with the code above but the two hashes.

function byDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!
  const k = split(leaves.length)
  return hashOfPair(byDefinition(leaves.slice(0, k)), byDefinition(leaves.slice(k)))
}

function path(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  if (m < k) return [...path(m, leaves.slice(0, k)), byDefinition(leaves.slice(k))]
  return [...path(m - k, leaves.slice(k)), byDefinition(leaves.slice(0, k))]
}

function proof(m: number, leaves: readonly Buffer[], complete = true): Buffer[] {
  if (m === leaves.length) return complete ? [] : [byDefinition(leaves)]
  const k = split(leaves.length)
  if (m <= k) return [...proof(m, leaves.slice(0, k), complete), byDefinition(leaves.slice(k))]
  return [...proof(m - k, leaves.slice(k), false), byDefinition(leaves.slice(0, k))]
}

function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}
