/** One question, put to both worlds, and where the answers part. */
export interface Put {
  readonly caller: string
  readonly question: string
  readonly difference: string | undefined
}
