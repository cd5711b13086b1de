/** What was opened, or undefined when somebody else has the port. */
export async function ifFree<Opened>(opening: Promise<Opened>): Promise<Opened | undefined> {
  try {
    return await opening
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined
    throw fault
  }
}
