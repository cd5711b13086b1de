import { asItIs, type Field } from './field.ts'

/** Of two, or not said. */
export const SEX_LEVELS = ['same', 'different'] as const

/** Administrative sex. Gender identity is never compared. */
export const SEX: Field<'F' | 'M'> = {
  name: 'sex',
  comparisons: [{ name: 'sex', levels: SEX_LEVELS }],
  take: ({ standard }) => standard.sex,
  write: sex => sex,
  read: text => (text === 'F' ? 'F' : 'M'),
  without: asItIs,
  compare(one, other, _words, { levels }, at) {
    levels[at] = one === other ? 0 : 1
  },
}
