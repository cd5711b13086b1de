import type { FileMaps } from '#work/sender/file-map.ts'

/** A system that may send messages to the region, known by its MSH-3 and MSH-4, and how its fields are to be read. */
export interface SeedSender {
  readonly application: string
  readonly facility: string
  /** The organisation that contributes what the system sends. */
  readonly organisation: string
  /** The team that answers for a message which cannot be applied. */
  readonly ownerTeam: string
  readonly map: {
    /** Assigning authorities (CX.4) under which PID-3 carries an NHS number. */
    readonly nhsAuthorities: readonly string[]
    /** Whether its NHS numbers count as traced where the message gives no status beside them. */
    readonly nhsNumbersVerified: boolean
    /** How often it sends when all is well; without it, its silence is not missed. */
    readonly rhythm?: { readonly everyMinutes: number; readonly nightMinutes?: number }
    /** From the point of care in PV1-3 to the code of the ward's team. */
    readonly wards: Readonly<Record<string, string>>
    /** How its files are read, by kind, where that does not follow from their headings. */
    readonly files?: FileMaps
  }
}

/** The systems that may send in Glan Hafren: one patient administration system at two hospitals, the simulator, and whoever sends files. */
export const senders: readonly SeedSender[] = [
  {
    application: 'GHPAS',
    facility: 'YGH',
    organisation: 'bwrdd-iechyd',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      rhythm: { everyMinutes: 30, nightMinutes: 120 },
      wards: { AAB: 'adran-frys', DYFI: 'ward-dyfi', BANW: 'ward-banw', TWYMYN: 'ward-twymyn' },
    },
  },
  {
    application: 'GHPAS',
    facility: 'YCP',
    organisation: 'bwrdd-iechyd',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      rhythm: { everyMinutes: 240, nightMinutes: 600 },
      wards: { CLYWEDOG: 'ward-clywedog' },
    },
  },
  {
    application: 'SIMHOSP',
    facility: 'SFAC',
    organisation: 'ysbyty-efelychu',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHSNBR'],
      nhsNumbersVerified: false,
      wards: { ED: 'efelychu-brys', OtherWard: 'efelychu-ward', RenalWard: 'efelychu-arennau' },
    },
  },
  {
    application: 'FILES',
    facility: 'cyngor-dyffryn-banadl',
    organisation: 'cyngor-dyffryn-banadl',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: {},
      files: { 'care-and-support': { isFull: true }, 'care-packages': { isFull: true } },
    },
  },
  {
    application: 'FILES',
    facility: 'cyngor-bro-rhedyn',
    organisation: 'cyngor-bro-rhedyn',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: {},
      files: { 'care-and-support': { isFull: true }, 'care-packages': { isFull: true } },
    },
  },
  {
    application: 'FILES',
    facility: 'cartrefi-gwennol',
    organisation: 'cartrefi-gwennol',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: {},
      files: { tenancies: { isFull: true, team: 'gwennol-llanfeilir' }, alerts: { isFull: true } },
    },
  },
  {
    application: 'FILES',
    facility: 'tai-clicied',
    organisation: 'tai-clicied',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: {},
      files: { tenancies: { isFull: true, team: 'clicied-aberelwyn' }, alerts: { isFull: true } },
    },
  },
  {
    application: 'FILES',
    facility: 'gofal-cannwyll',
    organisation: 'gofal-cannwyll',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: {},
      files: { visits: { team: 'cannwyll-cartref' } },
    },
  },
]
