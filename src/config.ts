import { z } from 'zod'
import type { Language, Say } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'

const Port = z.coerce.number().int().min(0).max(65535)

const Settings = z.object({
  /** Where the pages are served. 0 takes any free port. */
  PORT: Port.default(8080),
  /** Where HL7 v2 messages are received over MLLP. 0 takes any free port. */
  MLLP_PORT: Port.default(2575),
  /** Where they are received over MLLP inside TLS as well. 0 takes any free port. Unset: nowhere. */
  MLLP_TLS_PORT: Port.optional(),
  /** The file of the certificate shown there (PEM, with its chain), read again each minute. Needed with MLLP_TLS_PORT. */
  MLLP_TLS_CERT_FILE: z.string().min(1).optional(),
  /** The file of the key that goes with it (PEM). Needed with MLLP_TLS_PORT. */
  MLLP_TLS_KEY_FILE: z.string().min(1).optional(),
  /** The file of whoever vouches for senders (PEM). Set: a sender without a certificate of theirs is not heard over TLS. */
  MLLP_TLS_CA_FILE: z.string().min(1).optional(),
  /** The file of whoever vouches for partners' receivers of HL7 v2 inside TLS (PEM). Unset: whom the machine trusts. */
  MLLP_OUT_CA_FILE: z.string().min(1).optional(),
  /** The file of the certificate that is shown to them (PEM, with its chain), read again for each connection. Unset: none. */
  MLLP_OUT_CERT_FILE: z.string().min(1).optional(),
  /** The file of the key that goes with it (PEM). Needed with MLLP_OUT_CERT_FILE. */
  MLLP_OUT_KEY_FILE: z.string().min(1).optional(),
  /** The address all doors listen at. */
  HOST: z.string().default('127.0.0.1'),
  /** Where the embedded database keeps its files. */
  DATA_DIR: z.string().default('./data'),
  /** The file of the key that seals the trail, made when it is not there. Unset: `trail-key` in DATA_DIR. */
  TRAIL_KEY_FILE: z.string().min(1).optional(),
  /** A PostgreSQL of your own. Unset: the embedded one. */
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** `demo` plants the invented region when the database is empty and starts the stand-in for the identity provider. */
  SEED: z.enum(['demo', 'none']).default('demo'),
  /** The address people type. Unset: http://localhost and the port. */
  PUBLIC_URL: z.url().optional(),
  /** The region's identity provider. Needed when SEED is none. */
  OIDC_ISSUER: z.url().optional(),
  /** How Cydofal is known to that provider. Needed when SEED is none. */
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** The secret that goes with it. Needed when SEED is none. */
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Who gives out the tokens that apps bring to /fhir. Unset: nobody, and no token is taken. The demo gives out its own. */
  FHIR_ISSUER: z.url().optional(),
  /** The name by which those tokens call this Cydofal (`aud`). Needed with FHIR_ISSUER: tokens for others are refused. */
  FHIR_AUDIENCE: z.string().min(1).max(255).optional(),
  /** Folders with code systems, value sets, concept maps and profiles of the region's own, JSON or XML, with commas between. Unset: what FHIR R4 has. */
  FHIR_TERMINOLOGY_DIRS: z.string().min(1).optional(),
  /** Profiles in those folders, by address and with commas between, that every resource of their type must keep to. Unset: none. */
  FHIR_PROFILES: z.string().min(1).optional(),
  /** The region's mail relay: `smtp://` or `smtps://`, with name and password where it asks. Unset: mails wait. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The address that mails come from. Needed with SMTP_URL. */
  MAIL_FROM: z.string().includes('@').optional(),
  /** Hosts to which notifications may go though their addresses are private, with commas between: partners within the region's own network. */
  HTTPS_PRIVATE_HOSTS: z.string().default(''),
  /** The folder in which files are dropped, `SENDER/KIND/*.csv` and `SENDER/hl7/*.hl7` in it. Unset: files come by the page alone. */
  DROP_DIR: z.string().min(1).optional(),
  /** Whole minutes without a request after which a session ends. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(720).default(30),
  /** A file that holds the token with which /metrics is read from other machines. Unset: it is read from this one alone. */
  METRICS_TOKEN_FILE: z.string().min(1).optional(),
  /** In which language commands print: Welsh when it begins with `cy`, as a desktop sets it; English otherwise. */
  LANGUAGE: z.string().optional(),
})

export type Config = Readonly<z.infer<typeof Settings>>

/** What is wrong with each setting that is wrong, all at once; `why` names a sentence of its own that says more. */
export type ConfigFaults = readonly ConfigFault[]
export interface ConfigFault {
  readonly setting: string
  readonly fault: string
  readonly why?: 'audienceMissing' | 'issuerMissing' | 'mailFromMissing' | 'mllpTlsHalf'
}

/** One sentence that says what is wrong with one setting. */
export function sayFault(say: Say, { setting, fault, why }: ConfigFault): string {
  if (why === 'audienceMissing') return say('start.audienceMissing')
  if (why === 'mailFromMissing') return say('start.mailFromMissing')
  if (why === 'issuerMissing') return say('start.issuerMissing')
  if (why === 'mllpTlsHalf') return say('start.mllpTlsHalf', { setting })
  return say('start.settingWrong', { setting, fault })
}

/** Reads every setting. The only reader of the environment. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Outcome<Config, ConfigFaults> {
  const read = Settings.safeParse(environment)
  if (!read.success) {
    return refused(read.error.issues.map(({ path, message }) => ({ setting: path.join('.'), fault: message })))
  }
  const { SEED, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = read.data
  const provider = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }
  const missing = Object.entries(provider).filter(([, value]) => value === undefined)
  if (SEED === 'none' && missing.length > 0) {
    return refused(missing.map(([setting]) => ({ setting, fault: 'needed when SEED is none' })))
  }
  const half = halfTrusted(read.data) ?? namelessMail(read.data) ?? halfEncrypted(read.data) ?? halfShown(read.data)
  return half === undefined ? done(read.data) : refused([half])
}

/** The language of whoever runs a command. */
export function commandLanguage({ LANGUAGE }: NodeJS.ProcessEnv = process.env): Language {
  return LANGUAGE?.startsWith('cy') ? 'cy' : 'en'
}

/**
 * Whose tokens are taken, and by what name they call us, go together: without the name, a token that was given for
 * another system would open ours. Source: reliability.md, abuse case 34.
 */
function halfTrusted({ FHIR_ISSUER, FHIR_AUDIENCE }: Config): ConfigFault | undefined {
  if (FHIR_ISSUER !== undefined && FHIR_AUDIENCE === undefined)
    return { setting: 'FHIR_AUDIENCE', fault: 'needed with FHIR_ISSUER', why: 'audienceMissing' }
  if (FHIR_ISSUER === undefined && FHIR_AUDIENCE !== undefined)
    return { setting: 'FHIR_ISSUER', fault: 'needed with FHIR_AUDIENCE', why: 'issuerMissing' }
  return undefined
}

/** A port without its certificate cannot be opened, and whoever set a certificate believes that it is in use. */
function halfEncrypted(config: Config): ConfigFault | undefined {
  const needed = ['MLLP_TLS_PORT', 'MLLP_TLS_CERT_FILE', 'MLLP_TLS_KEY_FILE'] as const
  const isWanted = [...needed, 'MLLP_TLS_CA_FILE' as const].some(setting => config[setting] !== undefined)
  const setting = needed.find(one => config[one] === undefined)
  if (!isWanted || setting === undefined) return undefined
  return { setting, fault: 'needed for MLLP over TLS', why: 'mllpTlsHalf' }
}

/** A certificate without its key, or the other way about, shows nothing. */
function halfShown({ MLLP_OUT_CERT_FILE, MLLP_OUT_KEY_FILE }: Config): ConfigFault | undefined {
  if ((MLLP_OUT_CERT_FILE === undefined) === (MLLP_OUT_KEY_FILE === undefined)) return undefined
  const setting = MLLP_OUT_CERT_FILE === undefined ? 'MLLP_OUT_CERT_FILE' : 'MLLP_OUT_KEY_FILE'
  return { setting, fault: 'needed for MLLP over TLS', why: 'mllpTlsHalf' }
}

/** Mail that comes from nobody is refused by most, and by then somebody counts on it. */
function namelessMail({ SMTP_URL, MAIL_FROM }: Config): ConfigFault | undefined {
  if (SMTP_URL === undefined || MAIL_FROM !== undefined) return undefined
  return { setting: 'MAIL_FROM', fault: 'needed with SMTP_URL', why: 'mailFromMissing' }
}
