import type en from '../en/clause.ts'

export default {
  may: 'Beth y cânt ei wneud',
  cohort: 'Pa bobl',
  hours: 'Ar ba adeg o’r dydd',
  anyHour: 'ar unrhyw adeg',
  betweenHours: 'o {from} tan {until}, bob dydd',
  overNight: 'o {from} tan {until} drannoeth, bob nos',
  days: 'Am ba hyd',
  anyDay: 'cyhyd ag y bo felly',
  daysAfter:
    'ar y diwrnod y mae hynny’n dechrau, ac am {count, plural, zero {# diwrnod} one {# diwrnod} two {# ddiwrnod} few {# diwrnod} many {# diwrnod} other {# diwrnod}} wedyn, cyhyd ag y bo’n dal felly',
  home: 'Os ydynt yn byw gyda’r person',
  homeOpen: 'nid yw’n gwneud gwahaniaeth',
  homeClosed: 'nid yw’n cael ei agor',
  wish: 'Os yw’r person wedi’i wrthod, neu wedi atal pob rhannu am y tro',
  wishBinds: 'nid yw’n cael ei agor',
  wishOverridden:
    'mae’n cael ei agor yr un fath, am fod y gyfraith yn dod o flaen y dymuniad hwnnw; gall y person ddarllen bod hynny wedi digwydd',
} satisfies Record<keyof typeof en, string>
