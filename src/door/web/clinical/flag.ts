/** The codes of HL7 table 0078 that people are told in words. */
export const RESULT_FLAGS = ['H', 'HH', 'L', 'LL', 'A', 'AA'] as const

/** The first of a result's flags that says that it is out of the ordinary. */
export function flagOf(flags: readonly string[]): (typeof RESULT_FLAGS)[number] | undefined {
  return RESULT_FLAGS.find(flag => flags.includes(flag))
}
