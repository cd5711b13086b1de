import type { Urgency } from '#work/conversation/clock.ts'
import type { ConversationClass } from '#work/conversation/conversation.ts'

/** What somebody had written in a conversation when the region began. */
export interface SeedEntry {
  /** Names it for the answer to it. */
  readonly key: string
  /** Account. */
  readonly by: string
  readonly daysAgo: number
  /** By the clock of the region. */
  readonly at: string
  readonly dataClass: ConversationClass
  readonly language: 'en' | 'cy'
  readonly words: string
  /** Of a question: the account it was asked of. */
  readonly asks?: { readonly account: string; readonly urgency: Urgency }
  /** Of an answer: the question. */
  readonly answers?: string
  /** The place in the plan of the item that it is about. */
  readonly about?: number
  /** Of a decision: the place in the plan of the action that it became. */
  readonly became?: number
}

/** By person: in the order in which it was written, each in the language that whoever wrote it speaks. */
export const conversations: Readonly<Record<string, readonly SeedEntry[]>> = {
  'mair-pritchard': [
    {
      key: 'first',
      by: 'mair-pritchard',
      daysAgo: 13,
      at: '10:05',
      dataClass: 'plan',
      language: 'cy',
      words:
        'Dwi’n falch bod pawb mewn un lle o’r diwedd. Gofynnwch i mi gyntaf, os gwelwch yn dda. Mi ddweda i os ydw i isio i Elin benderfynu.',
    },
    {
      key: 'stairs',
      by: 'sioned-evans',
      daysAgo: 12,
      at: '11:40',
      dataClass: 'care-and-support',
      language: 'cy',
      words:
        'Pryd gawn ni weld Mair ar y grisiau cefn eto? Mae hi’n gofyn, a dwi ddim isio addo dim nes i ti ei gweld hi.',
      asks: { account: 'aled-jenkins', urgency: 'routine' },
    },
    {
      key: 'chapel',
      by: 'elin-pritchard',
      daysAgo: 9,
      at: '19:25',
      dataClass: 'plan',
      language: 'cy',
      words: 'Pwy fydd yn mynd â Mam i’r capel os bydd y gwirfoddolwr yn sâl? Mae hi’n poeni am hynny yn fwy na dim.',
      asks: { account: 'glenys-tudge', urgency: 'soon' },
    },
    {
      key: 'chapel-answered',
      by: 'glenys-tudge',
      daysAgo: 8,
      at: '14:10',
      dataClass: 'plan',
      language: 'cy',
      words:
        'Mae gynnon ni ddau ar y rhestr ar gyfer Mair. Os na fydd y naill na’r llall ar gael, mi af i â hi fy hun.',
      answers: 'chapel',
    },
    {
      key: 'morning',
      by: 'sioned-evans',
      daysAgo: 7,
      at: '15:30',
      dataClass: 'care-and-support',
      language: 'cy',
      words:
        'Galwad am wyth bob bore, gan rywun sy’n siarad Cymraeg. Mair ddewisodd yr amser: mae’r ieir yn cael eu bwyd cyn hynny.',
      became: 5,
    },
    {
      key: 'gate',
      by: 'aled-jenkins',
      daysAgo: 1,
      at: '12:20',
      dataClass: 'care-and-support',
      language: 'cy',
      words:
        'At y giât ac yn ôl heddiw, efo un gorffwys. Roedd rhywun yn mynd heibio, ac mi arhosodd i sgwrsio am ddeg munud.',
    },
    {
      key: 'handrail',
      by: 'ffion-gittins',
      daysAgo: 1,
      at: '15:45',
      dataClass: 'housing-and-tenancy',
      language: 'en',
      words:
        'The joiner can fit the handrail at the back step on Thursday morning. Will somebody be there with Mair, or should he come when Elin is up?',
      asks: { account: 'sioned-evans', urgency: 'routine' },
      about: 7,
    },
  ],
  'enid-jarman': [
    {
      key: 'dressing',
      by: 'rhian-tudor',
      daysAgo: 6,
      at: '09:50',
      dataClass: 'care-and-support',
      language: 'cy',
      words: 'Oes rhywun wedi archebu’r gadair gawod? Dwi’n newid ei rhwymyn hi ar ei heistedd ar erchwyn y bath.',
      asks: { account: 'sioned-evans', urgency: 'soon' },
    },
  ],
  'margaret-ashworth': [
    {
      key: 'nights',
      by: 'rhian-tudor',
      daysAgo: 9,
      at: '16:05',
      dataClass: 'care-and-support',
      language: 'cy',
      words:
        'Mae Frank i fyny gyda hi bob nos rŵan. Pwy all eistedd efo Margaret am un noson yr wythnos, iddo fo gael cysgu?',
      asks: { account: 'sioned-evans', urgency: 'routine' },
    },
  ],
  'morfudd-bevan': [
    {
      key: 'damp',
      by: 'ffion-gittins',
      daysAgo: 8,
      at: '11:15',
      dataClass: 'housing-and-tenancy',
      language: 'en',
      words: 'The damp in the back bedroom needs her out of it for two days. Where could she sleep, and would she go?',
      asks: { account: 'sioned-evans', urgency: 'soon' },
    },
  ],
}
