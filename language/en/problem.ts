export default {
  title: 'Something is not right',
  notFound: 'There is nothing here that you can see. If you typed the address, check it.',
  signedOut: 'You have been signed out, and we could not keep what you sent. Sign in and send it again.',
  tooLarge: 'What you sent is too long. Make it shorter and send it again.',
  notUnderstood: 'We did not understand what your browser sent. Go back and try again.',
  ours: 'Something went wrong on our side. Nothing you had saved is lost. Try again in a few minutes.',
  otherSite: 'This came from another website, so nothing was done. Open the page here and try again.',
  toStart: 'Go to the start',
} as const
