import type { ClassMap } from '#work/sender/classes.ts'
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
    /** What its site codes are called. */
    readonly siteNames?: Readonly<Record<string, string>>
    /** From the point of care in PV1-3 to the code of the ward's team. */
    readonly wards: Readonly<Record<string, string>>
    /** From the code or the name of whoever a referral is to, to the code of the team that is asked. */
    readonly teams?: Readonly<Record<string, string>>
    /** How its files are read, by kind, where that does not follow from their headings. */
    readonly files?: FileMaps
    /** How private the results, documents, appointments and referrals are that it sends. */
    readonly classes?: ClassMap
  }
}

const WARDS = { AAB: 'adran-frys', DYFI: 'ward-dyfi', BANW: 'ward-banw', TWYMYN: 'ward-twymyn' }

/**
 * The systems that may send in Glan Hafren: one patient administration system at two hospitals, the letters and the
 * laboratory of one of them, the simulator, and whoever sends files.
 */
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
      siteNames: { YGH: 'Ysbyty Glan Hafren' },
      wards: WARDS,
      teams: { AILALLUOGI: 'tim-adnoddau-cymunedol' },
      classes: {
        // By clinic and specialty: the name of a clinic tells what somebody is seen for.
        appointments: {
          codes: {
            TRO: 'clinical-summary',
            GER: 'clinical-summary',
            CTORRI: 'clinical-summary',
            '360': 'sexual-health',
            CIECHYDRHYW: 'sexual-health',
            '710': 'mental-health',
          },
        },
        referrals: {
          codes: {
            AILALLUOGI: 'care-and-support',
            TAG: 'care-and-support',
            TIMC: 'mental-health',
            GCA: 'substance-misuse',
          },
        },
      },
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
    application: 'GHDOC',
    facility: 'YGH',
    organisation: 'bwrdd-iechyd',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: WARDS,
      classes: {
        // By the type of letter and the specialty it comes from. What its author restricts is put aside (`restricted`).
        documents: {
          codes: {
            DL: 'clinical-summary',
            CL: 'clinical-summary',
            OTR: 'clinical-summary',
            '360': 'sexual-health',
            '710': 'mental-health',
            SAF: 'safeguarding-enquiry',
          },
        },
      },
    },
  },
  {
    application: 'GHLAB',
    facility: 'YGH',
    organisation: 'bwrdd-iechyd',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: WARDS,
      classes: {
        // By section of the laboratory; a section that is not named here is put aside until somebody says.
        results: {
          codes: {
            CH: 'clinical-summary',
            HM: 'clinical-summary',
            MB: 'clinical-summary',
            RAD: 'clinical-summary',
            TX: 'substance-misuse',
            HIVS: 'sexual-health',
            TREP: 'sexual-health',
            LITH: 'mental-health',
            GUM: 'sexual-health',
          },
        },
      },
    },
  },
  {
    application: 'cyfeirio-llanfeilir',
    facility: 'FHIR',
    organisation: 'bwrdd-iechyd',
    ownerTeam: 'tim-integreiddio',
    map: {
      nhsAuthorities: ['NHS'],
      nhsNumbersVerified: false,
      wards: {},
      teams: { 'Tîm Ailalluogi ac Adnoddau Cymunedol': 'tim-adnoddau-cymunedol' },
      classes: {
        resources: { codes: { ServiceRequest: 'care-and-support', Observation: 'clinical-summary' } },
      },
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
      classes: {
        results: {
          codes: {
            'us-0001': 'clinical-summary',
            'us-0002': 'clinical-summary',
            'us-0003': 'clinical-summary',
            'us-0004': 'clinical-summary',
            'us-0005': 'clinical-summary',
          },
        },
        documents: { codes: { PN: 'clinical-summary', CD: 'clinical-summary' } },
      },
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
      files: {},
    },
  },
]
