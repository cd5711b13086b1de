import type en from '../en/capacityDecision.ts'

export default {
  healthAndCare: 'am iechyd a gofal',
  money: 'am arian',
  whereToLive: 'am ble i fyw',
  sharingInformation: 'am rannu gwybodaeth',
} satisfies Record<keyof typeof en, string>
