import type en from '../en/office.ts'

export default {
  healthAttorney: 'atwrnai iechyd a lles',
  propertyAttorney: 'atwrnai eiddo ac arian',
  healthDeputy: 'dirprwy iechyd a lles',
  propertyDeputy: 'dirprwy eiddo ac arian',
  appointee: 'penodai budd-daliadau',
  parent: 'rhiant â chyfrifoldeb rhiant',
  advocate: 'eiriolwr',
} satisfies Record<keyof typeof en, string>
