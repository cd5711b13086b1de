/** Identities of before that are sealed from the ones of now, by the keys of the people; and the officer who sealed them. */
export const sealed: readonly { readonly before: string; readonly now: string; readonly by: string }[] = [
  { before: 'gethin-arwel', now: 'gwen-arwel', by: 'meinir-ellis' },
  { before: 'bedwyr-hamer', now: 'bedwyr-tegid', by: 'meinir-ellis' },
]
