import type en from '../en/workKind.ts'

export default {
  repair: 'Gwaith trwsio',
  adaptationSmall: 'Addasiad bach',
  adaptationMedium: 'Addasiad canolig',
  adaptationLarge: 'Addasiad mawr',
  safetyCheck: 'Gwiriad diogelwch',
} satisfies Record<keyof typeof en, string>
