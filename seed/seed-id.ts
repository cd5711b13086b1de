import { idFor } from '#ground/chance.ts'

/** The id that a thing of the invented region always has, by its kind and its code or key. */
export const seedId = {
  organisation: (code: string) => idFor(`organisation ${code}`),
  team: (code: string) => idFor(`team ${code}`),
  account: (key: string) => idFor(`account ${key}`),
  person: (key: string) => idFor(`person ${key}`),
  sender: (application: string, facility: string) => idFor(`sender ${application} ${facility}`),
}
