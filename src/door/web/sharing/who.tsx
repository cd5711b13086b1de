import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { MayBeShown } from '#record/sharing/wish/who-may-see.ts'
import { useSay } from '../asked.ts'

/** Somebody by name, or everybody who has this job. */
export function nameOf(say: Say, { name, seat }: MayBeShown): string {
  if (name !== undefined) return name
  return seat === undefined
    ? say('sharing.nobody')
    : say('sharing.everybodyInJob', { role: say.code('role', seat.role) })
}

/** In what capacity somebody would look: their job and employer, or that they are near to the person. */
export function standingOf(say: Say, { seat, office }: MayBeShown): string {
  if (seat !== undefined) {
    return say('sharing.job', { role: say.code('role', seat.role), organisation: say.of(seat.organisation) })
  }
  return office === undefined ? say.code('purpose', 'family') : say.code('office', office.kind)
}

/** The job, and the team where there is one: below a name that stands by itself. */
export function Standing({ line }: { line: MayBeShown }): JSX.Element {
  const say = useSay()
  const team = line.seat?.team
  return (
    <p class="nhsuk-hint app-capital">
      {standingOf(say, line)}
      {team && (
        <>
          <br />
          {say.of(team)}
        </>
      )}
    </p>
  )
}
