export default {
  noAccount:
    'You have signed in, but there is no Cydofal account for you yet. If you think there should be one, ask your care team or your manager.',
  expired: 'Signing in took too long, or this sign-in has already been used. Sign in again.',
  refused:
    'The sign-in service did not let you in. Try again. If it keeps happening, ask whoever gave you your sign-in details.',
  unreachable: 'The sign-in service cannot be reached at the moment. Try again in a few minutes.',
  notYourPost: 'You do not hold that post now. Choose one of your own posts.',
} as const
