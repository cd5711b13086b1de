/** Many systems hold names in capitals; nobody is called so. */
export function readable(part: string): string {
  if (part !== part.toUpperCase()) return part
  return part.toLowerCase().replace(/(^|[\s'’-])\p{Letter}/gu, start => start.toUpperCase())
}
