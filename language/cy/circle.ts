import type en from '../en/circle.ts'

export default {
  title: 'Fy nghylch',
  lede: 'Y bobl rydych chi wedi’u dewis, a’r rhai a gaiff weithredu drosoch yn gyfreithlon. Chi sydd i newid yr hyn a gaiff pob un ei weld, a gallwch ei atal unrhyw bryd: mae’r tudalennau sydd ganddynt ar agor yn cau ar unwaith.',
  none: 'Nid ydych wedi dewis neb eto.',
  chosen: 'Wedi’i ddewis gennych chi',
  mayAct: 'Caiff weithredu drosoch: {office}',
  sees: 'Caiff {name} weld',
  seesNothing: 'Nid yw {name} yn gweld dim ar hyn o bryd.',
  untilStopped: 'nes i chi ei atal',
  untilDay: 'tan {day}',
  looked: 'Beth mae {name} wedi edrych arno',
  notLooked: 'Dim byd eto.',
  allLooks: 'Pawb sydd wedi edrych',
  stop: 'Atal hyn nawr',
  stopped: 'Mae wedi’i atal. Nid ydynt yn gweld dim mwyach.',
  change: 'Newid yr hyn a gaiff {name} ei weld',
  invite: 'Gofyn i rywun ymuno',
  inviteHow:
    'Dau gam sydd, fel na ddaw neb i mewn drwy gamgymeriad: rydych chi’n gwneud cod ac yn ei roi iddyn nhw; maen nhw’n mewngofnodi ac yn ei roi i mewn; wedyn rydych chi’n dweud mai nhw sydd yno, beth gânt ei weld, ac am ba hyd.',
  toInvite: 'Dewis rhywun',
  waiting: 'Mae rhywun wedi rhoi eich cod i mewn. Dywedwch ai nhw sydd yno.',
  never: 'Yr hyn nad yw eich cylch byth yn ei weld yma',
  neverWhat:
    'Cyfeiriad sy’n cael ei gadw’n gyfrinachol er eich diogelwch, yr hyn sy’n cael ei wneud i’ch cadw’n ddiogel, yr hyn mae rhywun sy’n gofalu amdanoch yn ei ddweud yn gyfrinachol, a phwy arall rydych wedi’u dewis. Caiff pwy bynnag sy’n ysgrifennu yn y sgwrs ei enwi yno.',
  howLong: 'Am ba hyd?',
  always: 'Nes i mi ei atal',
  week: 'Wythnos',
  month: 'Mis',
  quarter: 'Tri mis',
  year: 'Blwyddyn',
  toCircle: 'Fy nghylch: pwy rydw i wedi’u dewis',
} satisfies Record<keyof typeof en, string>
