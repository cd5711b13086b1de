import { z } from 'zod'
import { done, type Outcome, refused } from '#ground/outcome.ts'

const Port = z.coerce.number().int().min(0).max(65535)

const Settings = z.object({
  /** Where the pages are served. 0 takes any free port. */
  PORT: Port.default(8080),
  /** Where HL7 v2 messages are received over MLLP. 0 takes any free port. */
  MLLP_PORT: Port.default(2575),
  /** The address both doors listen at. */
  HOST: z.string().default('127.0.0.1'),
  /** Where the embedded database keeps its files. */
  DATA_DIR: z.string().default('./data'),
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
  /** Whole minutes without a request after which a session ends. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(720).default(30),
})

export type Config = Readonly<z.infer<typeof Settings>>

/** What is wrong with each setting that is wrong, all at once. */
export type ConfigFaults = readonly { readonly setting: string; readonly fault: string }[]

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
  return done(read.data)
}
