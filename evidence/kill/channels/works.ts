import { letters, type Step } from '../stories.ts'

/** Whose files they are, and of which kind. */
export const LANDLORD = 'cartrefi-gwennol'
export const KIND = 'works'

/** A landlord's file of repairs: a row for each of these people, in which the work has come a step further. */
export function worksFile(steps: readonly Step[]): string {
  const rows = steps.map(({ person, step }) =>
    [
      `W${person}`,
      `WT${person}`,
      'Stori',
      `Gwaith${letters(person)}`,
      `19/05/${1930 + (person % 70)}`,
      'Repair',
      `Step ${step}`,
      'On site',
    ].join(),
  )
  const heading = 'Work reference,Tenant reference,First name,Surname,Date of birth,Work type,Description,Stage'
  return [heading, ...rows, ''].join('\n')
}
