export default {
  title: 'Home',
  uprn: 'Property number (UPRN)',
  kind: 'Kind of property',
  livesWith: 'Who else lives here',
  nobodyShown: 'Nobody whom you may be shown',
  whatThisSays: 'What this says, and what it does not',
  explained: 'People whose address, as you may see it, is the same. Somebody can live here and not be named.',
} as const
