/** Why a patch is not done. */
export interface PatchProblem {
  readonly code: /** It is no list of operations as R4 has them, or asks for more than is done at once. */
    | 'patch.malformed'
    /** An operation does not fit what is there, or a test of it does not hold. */
    | 'patch.doesNotFit'
  /** The operation, by its place in what was sent; undefined where that is no list of operations at all. */
  readonly part: string | undefined
}
