const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether something can be an id of ours at all. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
