/** A file that has been claimed, in the pieces in which it was read. */
export interface ClaimedFile {
  readonly name: string
  readonly pieces: readonly Buffer[]
  readonly wasThere: boolean
}

/** Under which name it goes to `taken/`, or why it goes to `refused/`. */
export type Taken = { readonly name: string } | { readonly refused: 'unknownSender' | 'tooLarge' }
