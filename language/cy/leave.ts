import type en from '../en/leave.ts'

export default {
  label: 'Gadael ar frys',
  button: 'Gadael yn sydyn',
  how: '(neu pwyswch Escape deirgwaith)',
  twiceMore: 'Pwyswch Escape ddwywaith eto i adael yn sydyn.',
  onceMore: 'Pwyswch Escape unwaith eto i adael yn sydyn.',
  signedOut: 'Rydych wedi allgofnodi. Does dim byd ar agor yma.',
} satisfies Record<keyof typeof en, string>
