import type en from '../en/mapPart.ts'

export default {
  wards: 'Wardiau',
  teams: 'Timau y mae atgyfeiriadau iddynt',
  repliesTo: 'I ble yr â atebion i atgyfeiriadau',
  nhsAuthorities: 'Arwyddion rhif GIG',
  line: 'Wrth ba dystysgrifau, cyfeiriadau a ffolderi y credir hi, a pha mor gyflym y caiff anfon',
  nhsNumbersVerified: 'Mae rhifau GIG wedi’u holrhain pan nad yw’n dweud hynny',
  verifiedStatuses: 'Statysau sy’n golygu eu bod wedi’u holrhain',
  bareNhsFields: 'Meysydd PID lle gall rhif noeth fod yn rhif GIG',
  uprnComponent: 'Rhan o gyfeiriad sy’n dal yr UPRN',
  identifierSystems: 'Systemau ei rhifau',
  siteNames: 'Safleoedd',
  visitKinds: 'Mathau o arhosiad',
  classes: 'Pa mor breifat yw pethau',
  files: 'Ffeiliau',
  rhythm: 'Rhythm, mewn munudau',
} satisfies Record<keyof typeof en, string>
