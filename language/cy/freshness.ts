import type en from '../en/freshness.ts'

export default {
  outOfDate: 'Efallai nad yw rhywfaint o hyn yn gyfredol',
  since: 'does dim wedi dod ers {when}',
  never: 'does dim wedi dod eto',
  askThem: 'Nid yw’r hyn sydd wedi digwydd yno ers hynny i’w weld yma. Os yw’n bwysig, holwch nhw.',
  late: '{count, plural, zero {Dim un system yn dawel} one {# system yn dawel} two {# system yn dawel} few {# system yn dawel} many {# system yn dawel} other {# system yn dawel}}',
  lateMeans:
    'Mae pob un wedi bod yn dawel yn hirach nag sy’n arferol iddi. Os yw’n arfer anfon drwy’r dydd, dywedir wrth bawb y mae eu tudalen yn dangos yr hyn y mae’n ei anfon efallai nad yw’r dudalen yn gyfredol.',
} satisfies Record<keyof typeof en, string>
