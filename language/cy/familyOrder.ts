import type en from '../en/familyOrder.ts'

export default {
  childArrangements: 'Gorchymyn trefniadau plentyn',
  prohibitedSteps: 'Gorchymyn camau gwaharddedig',
  specificIssue: 'Gorchymyn mater penodol',
  specialGuardianship: 'Gorchymyn gwarcheidiaeth arbennig',
  careOrder: 'Gorchymyn gofal',
  other: 'Gorchymyn arall',
} satisfies Record<keyof typeof en, string>
