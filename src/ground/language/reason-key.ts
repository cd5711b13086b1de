/** The name under which the words for a code are kept: `adt.noVisit` is `adtNoVisit`. */
export function reasonKey(code: string): string {
  return code.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())
}
