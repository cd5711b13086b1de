export default {
  homeCare: 'Home care',
  reablement: 'Reablement',
  dayCare: 'Day care',
  respite: 'Respite',
  residential: 'Residential care',
  nursing: 'Nursing care',
  directPayment: 'Direct payment',
  equipment: 'Equipment',
  telecare: 'Telecare',
  supportedLiving: 'Supported living',
} as const
