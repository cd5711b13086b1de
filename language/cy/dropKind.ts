import type en from '../en/dropKind.ts'

export default {
  careAndSupport: 'Oedolion sy’n derbyn gofal a chymorth',
  carePackages: 'Pecynnau gofal',
  tenancies: 'Tenantiaethau',
  works: 'Gwaith trwsio ac addasiadau',
  alerts: 'Rhybuddion am bobl',
  visits: 'Ymweliadau darparwr',
} satisfies Record<keyof typeof en, string>
