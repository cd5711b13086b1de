/** Every code of a union: the compiler asks for one that is missing here, and refuses one too many. */
export function all<Code extends string>(codes: Readonly<Record<Code, true>>): Code[] {
  return Object.keys(codes) as Code[]
}
