import type en from '../en/careService.ts'

export default {
  homeCare: 'Gofal cartref',
  reablement: 'Ailalluogi',
  dayCare: 'Gofal dydd',
  respite: 'Seibiant',
  residential: 'Gofal preswyl',
  nursing: 'Gofal nyrsio',
  directPayment: 'Taliad uniongyrchol',
  equipment: 'Cyfarpar',
  telecare: 'Teleofal',
  supportedLiving: 'Byw â chymorth',
} satisfies Record<keyof typeof en, string>
