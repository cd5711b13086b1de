export default {
  title: 'Asked again',
  lede: 'What people told once, and were asked again: what was typed into a form although it was known and stood beside it. No person and no worker is in these figures.',
  period:
    'The last twelve weeks. A form that a team filled in fewer than five times is not counted out; the others are to the nearest five.',
  table: 'By team and form',
  team: 'Team',
  form: 'Form',
  filled: 'Filled in',
  known: 'Known already',
  corrected: 'Put right',
  typedAgain: 'Typed again',
  none: 'No form has been filled in during the last twelve weeks.',
  toFigures: 'What people were asked again',
} as const
