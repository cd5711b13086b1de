import { hashOfLeaf } from '#record/sharing/trail/proof/hashes.ts'
import { nodesIn } from '#record/sharing/trail/proof/test-nodes.ts'
import { consistencyProof, inclusionProof, rootOver } from '#record/sharing/trail/proof/tree.ts'
import type { Draw } from '../draw.ts'
import type { Verifier } from './verifier.ts'

const LEAVES_MAX = 600

/** True proofs of trees of every kind of size, and forgeries of each. Answers which were judged wrongly. */
export async function proofTrials(verifier: Verifier, draw: Draw, trials: number): Promise<string[]> {
  const leaves = Array.from({ length: LEAVES_MAX }, (_, at) =>
    hashOfLeaf(Buffer.from(`leaf ${at} of ${draw.below(9)}`)),
  )
  const nodes = nodesIn(leaves)
  const wrong: string[] = []
  for (let trial = 0; trial < trials; trial++) {
    const size = 2 + draw.below(draw.one([6, 40, LEAVES_MAX - 1]))
    const root = await rootOver(nodes, 0, size)
    const number = draw.below(size)
    const included = await inclusionProof(nodes, number, size)
    const leaf = leaves[number]!
    if (!verifier.isIncluded(leaf, number, size, root, included)) wrong.push(`leaf ${number} of ${size} not found`)
    const moved = (number + 1 + draw.below(size - 1)) % size
    for (const forged of forgeries(included, draw)) {
      if (verifier.isIncluded(leaf, number, size, root, forged))
        wrong.push(`leaf ${number} of ${size} by a forged proof`)
    }
    if (verifier.isIncluded(leaf, moved, size, root, included)) wrong.push(`leaf ${number} of ${size} at ${moved}`)
    if (verifier.isIncluded(turned(leaf, draw), number, size, root, included)) wrong.push('another leaf')

    const first = 1 + draw.below(size - 1)
    const old = await rootOver(nodes, 0, first)
    const consistent = await consistencyProof(nodes, first, size)
    if (!verifier.isConsistent(first, size, old, root, consistent)) wrong.push(`${first} to ${size} not consistent`)
    for (const forged of forgeries(consistent, draw)) {
      if (verifier.isConsistent(first, size, old, root, forged)) wrong.push(`${first} to ${size} by a forged proof`)
    }
    if (verifier.isConsistent(first, size, turned(old, draw), root, consistent)) wrong.push(`another past of ${size}`)
    if (verifier.isConsistent(first, size, old, turned(root, draw), consistent))
      wrong.push(`another future of ${first}`)
  }
  return wrong
}

/** A proof with a bit turned over, one hash too few, one too many, two exchanged; none that is the same. */
function* forgeries(proof: readonly Buffer[], draw: Draw): Generator<Buffer[]> {
  if (proof.length > 0) {
    const at = draw.below(proof.length)
    yield proof.map((hash, index) => (index === at ? turned(hash, draw) : hash))
    yield proof.toSpliced(at, 1)
    yield proof.toSpliced(at, 0, proof[at]!)
  }
  yield [...proof, hashOfLeaf(Buffer.from('one more'))]
  if (proof.length > 1) yield [proof[1]!, proof[0]!, ...proof.slice(2)]
}

function turned(hash: Buffer, draw: Draw): Buffer {
  const copy = Buffer.from(hash)
  const at = draw.below(copy.length)
  copy[at] = copy[at]! ^ (1 << draw.below(8))
  return copy
}
