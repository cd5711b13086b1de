import type en from '../en/cohort.ts'

export default {
  everybody: 'unrhyw un, o unrhyw oed',
  children: 'plant a phobl ifanc o dan 18 oed',
  adults: 'oedolion 18 oed a throsodd',
  olderPeople: 'pobl 65 oed a throsodd',
  inHospital: 'pobl sydd yn yr ysbyty ar y pryd',
} satisfies Record<keyof typeof en, string>
