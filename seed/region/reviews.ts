import type { ReviewResultKind } from '#work/review/review.ts'

/** A review of somebody's plan as the region begins. Days are counted from then. */
export interface SeedReview {
  readonly person: string
  /** Account of the worker who answers for it; the first of their posts. */
  readonly responsible: string
  readonly attending?: string
  /** Working days until it is due; before the region began where negative. */
  readonly dueInWorkingDays: number
  readonly arrangedDaysAgo: number
  readonly cause: 'set-time' | 'asked' | 'changed'
  readonly words?: string
  readonly language: 'en' | 'cy'
  /** Account of whoever arranged it, or asked for it. */
  readonly by: string
  readonly result?: SeedReviewResult
}

export interface SeedReviewResult {
  readonly kind: ReviewResultKind
  readonly daysAgo: number
  readonly reasons: string
  readonly need?: { readonly metHow: string; readonly metBy: string }
  /** Of a plan that was closed: of each goal, by its position in the person's list, how far it was achieved. */
  readonly achieved?: readonly { readonly item: number; readonly words: string; readonly score?: number }[]
  readonly stance?: {
    readonly agrees: boolean
    readonly words: string
    readonly account: string
    readonly daysAgo: number
  }
}

/** Mair’s plan was confirmed six weeks ago and is soon looked at again; Eirlys’s is late; Halina’s was closed with need remaining. */
export const reviews: readonly SeedReview[] = [
  {
    person: 'mair-pritchard',
    responsible: 'sioned-evans',
    attending: 'Mair, Elin ac Aled',
    dueInWorkingDays: -30,
    arrangedDaysAgo: 84,
    cause: 'set-time',
    language: 'cy',
    by: 'sioned-evans',
    result: {
      kind: 'confirm',
      daysAgo: 42,
      reasons:
        'Mae Mair wedi cyrraedd yr ardd gefn efo Aled, ac mae hi am ddal ati fel y mae hi. Nid oes dim i’w newid nes bydd y canllaw wedi’i osod.',
      stance: {
        agrees: true,
        words: 'Da iawn. Ond mae isio i rywun frysio efo’r canllaw ’na.',
        account: 'mair-pritchard',
        daysAgo: 41,
      },
    },
  },
  {
    person: 'mair-pritchard',
    responsible: 'sioned-evans',
    attending: 'Mair, Elin (dros y ffôn), Aled a Ffion',
    dueInWorkingDays: 4,
    arrangedDaysAgo: 42,
    cause: 'set-time',
    language: 'cy',
    by: 'sioned-evans',
  },
  {
    person: 'eirlys-mostyn',
    responsible: 'sioned-evans',
    attending: 'Eirlys, Tomos, Ffion',
    dueInWorkingDays: -3,
    arrangedDaysAgo: 20,
    cause: 'asked',
    words: 'The drawings were promised for last week. I would like everybody at one table.',
    language: 'en',
    by: 'eirlys-mostyn',
  },
  {
    person: 'halina-kowalczyk',
    responsible: 'hannah-whitfield',
    attending: 'Halina, Kasia',
    dueInWorkingDays: -8,
    arrangedDaysAgo: 60,
    cause: 'set-time',
    language: 'en',
    by: 'hannah-whitfield',
    result: {
      kind: 'close',
      daysAgo: 12,
      reasons:
        'Halina wants her mornings back. She dresses and cooks without help now, and asked that Kasia’s calls end. She knows how to have the plan opened again.',
      need: {
        metHow:
          'Pain still wakes her most nights. She will be seen at the pain clinic with an interpreter, and her neighbour helps her in and out of the bath on Sundays.',
        metBy: 'Glan Hafren Health Board, and her neighbour',
      },
      achieved: [
        {
          item: 1,
          words: 'She stood for forty minutes and made two trays of pierogi. Christmas Eve will be all of them.',
          score: 8,
        },
      ],
    },
  },
]
