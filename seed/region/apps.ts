/** An app that people of the region may let in, by the code of the organisation that answers for it. */
export interface SeedApp {
  readonly client: string
  readonly name: string
  readonly organisation: string
  /** Where it runs: on the machine of whoever tries it. */
  readonly origin: string
  readonly scopes: readonly string[]
}

/** Somebody's walks beside what they want to be able to do. `npm run walking-diary` starts it. */
export const walkingDiary: SeedApp = {
  client: 'dyddiadur-cerdded',
  name: 'Dyddiadur Cerdded · Walking Diary',
  organisation: 'bwrdd-iechyd',
  origin: 'http://localhost:9090',
  scopes: ['patient/Patient.r', 'patient/CarePlan.rs'],
}

export const apps: readonly SeedApp[] = [walkingDiary]
