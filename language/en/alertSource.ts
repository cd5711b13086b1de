export default {
  GP: 'GP',
  SELF: 'Tenant',
  SW: 'Social worker',
  POL: 'Police',
  REL: 'Relative',
  HO: 'Housing officer',
  OTH: 'Other professional',
  UNK: 'Unknown',
} as const
