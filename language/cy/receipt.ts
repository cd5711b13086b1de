import type en from '../en/receipt.ts'

export default {
  late: 'Does neb yn eich tîm wedi dweud ei fod wedi gweld hyn',
  lateSince: 'yn hwyr ers {moment}',
  ownTeam: 'Wedi’i weld yn eich tîm',
  others: 'Wedi’i weld gan',
  untakenTitle: 'Hysbysiadau nad oes neb wedi’u gweld',
  untaken:
    '{count, plural, zero {# hysbysiad} one {# hysbysiad} two {# hysbysiad} few {# hysbysiad} many {# hysbysiad} other {# hysbysiad}}, y cyntaf yn hwyr ers {since}',
} satisfies Record<keyof typeof en, string>
