export default {
  common: 'Surnames that many have in Wales',
  patronymic: 'Patronymics (ap, ab, ferch)',
  double: 'Double surnames',
  other: 'Other surnames',
} as const
