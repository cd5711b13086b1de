/** A meeting around the table that was planned when the region began. */
export interface SeedMeeting {
  readonly key: string
  readonly team: string
  /** By the clock of the region, on the day the region begins. */
  readonly at: string
  /** Accounts; the first planned it and takes the notes. */
  readonly attendees: readonly string[]
  readonly cases: readonly { readonly person: string; readonly asked?: SeedAsked }[]
}

interface SeedAsked {
  readonly cameOfIt: 'comes' | 'sends-word' | 'invited' | 'not-asked'
  readonly words?: string
}

export const meetings: readonly SeedMeeting[] = [
  {
    key: 'older-people',
    team: 'banadl-pobl-hyn',
    at: '14:00',
    attendees: ['sioned-evans', 'aled-jenkins', 'rhian-tudor', 'ffion-gittins'],
    cases: [
      {
        person: 'mair-pritchard',
        asked: {
          cameOfIt: 'sends-word',
          words: 'Dwi ddim isio dod, ond holwch nhw am y grisiau. Mi ddaw Elin ar y sgrin.',
        },
      },
      { person: 'enid-jarman', asked: { cameOfIt: 'invited' } },
      { person: 'margaret-ashworth' },
      { person: 'morfudd-bevan' },
    ],
  },
]
