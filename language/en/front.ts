export default {
  title: 'One person, one plan, every agency',
  lede: 'Cydofal is the shared working record of health, social care and housing. The person and their family hold the plan, and can read who has looked at their record and why.',
  signIn: 'Sign in',
  choose: 'Who would you like to be?',
  invented:
    'This is a demonstration in an invented region. Choose somebody to see what they see; no password is needed.',
} as const
