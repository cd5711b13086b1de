export default {
  arrived: 'Something new has arrived on this page.',
  changed: 'This has changed while you were here. Reload the page to see it.',
  stale: 'This page has lost its connection and may be out of date. It will try again by itself.',
} as const
