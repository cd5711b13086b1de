import type en from '../en/nameGroup.ts'

export default {
  common: 'Cyfenwau sydd gan lawer yng Nghymru',
  patronymic: 'Enwau tadol (ap, ab, ferch)',
  double: 'Cyfenwau dwbl',
  other: 'Cyfenwau eraill',
} satisfies Record<keyof typeof en, string>
