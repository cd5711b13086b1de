/**
 * Asks several things of one transaction at once, which is one way there and back, and waits for all of them, also when
 * one fails: over a connection whose transaction has ended nothing may be asked any more. Throws the first fault.
 */
export async function together<const Asked extends readonly Promise<unknown>[]>(
  asked: Asked,
): Promise<{ -readonly [Place in keyof Asked]: Awaited<Asked[Place]> }> {
  const answers = await Promise.allSettled(asked)
  const failed = answers.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return Promise.all(asked)
}
