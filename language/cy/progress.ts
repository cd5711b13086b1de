import type en from '../en/progress.ts'

export default {
  toProgress: 'Cynnydd',
  title: 'Cynnydd tuag at y nodau',
  titleMine: 'Pa mor bell rwyf wedi dod',
  ledeMine: 'Sut rydych chi wedi teimlo am bob un o’ch nodau, o 0 i 10, ers i chi ddweud gyntaf.',
  lede: 'Sut mae’r person wedi teimlo am bob nod, o 0 i 10, ers iddo ddweud gyntaf.',
  chart: 'Sgorau dros amser',
  described:
    '{count, plural, zero {# sgôr ers {began}: o {first} i {last} allan o 10.} one {Un sgôr: {last} allan o 10 ar {began}.} two {# sgôr ers {began}: o {first} i {last} allan o 10.} few {# sgôr ers {began}: o {first} i {last} allan o 10.} many {# sgôr ers {began}: o {first} i {last} allan o 10.} other {# sgôr ers {began}: o {first} i {last} allan o 10.}}',
  outOf: '{score} allan o 10',
  baseline: 'Y man cychwyn',
  noScore: 'Ni roddwyd sgôr eto.',
} satisfies Record<keyof typeof en, string>
