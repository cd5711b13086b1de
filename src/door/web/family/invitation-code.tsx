import type { JSX } from 'preact'

/** A code as it is read aloud or copied down: four and four. */
export function InvitationCode({ code }: { code: string }): JSX.Element {
  const parts = [code.slice(0, 4), code.slice(4)]
  return <p class="app-code">{parts.join(' ')}</p>
}
