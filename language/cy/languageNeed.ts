import type en from '../en/languageNeed.ts'

export default {
  memory: 'Y cof yn pylu: yr ieithoedd eraill sy’n mynd gyntaf',
  stroke: 'Ar ôl strôc',
  illness: 'Yn sâl, wedi blino neu mewn poen',
  childhood: 'Plentyn sy’n byw drwy’r iaith hon',
  other: 'Am reswm arall',
} satisfies Record<keyof typeof en, string>
