import { oneEdit } from '../like/edits.ts'
import type { Field } from './field.ts'

/** `near`: one digit put in, left out or changed, or two changed about. */
export const PHONE_LEVELS = ['same', 'near', 'other'] as const

/** Numbers after the eighth are not looked at. */
const PHONES_MAX = 8

/** Any telephone number in common. A family has one number often, and a care home always. */
export const PHONE: Field<readonly string[]> = {
  name: 'phone',
  comparisons: [{ name: 'phone', levels: PHONE_LEVELS, oneThing: ['same', 'near'] }],
  take: ({ standard: { phones } }) => (phones.length === 0 ? undefined : phones.slice(0, PHONES_MAX)),
  write: phones => phones.join(' '),
  read: text => text.split(' '),
  without(phones, isCommon) {
    const left = phones.filter(phone => !isCommon('phone', phone))
    return left.length === 0 ? undefined : left
  },
  compare(ones, others, _words, { levels }, at) {
    if (ones.some(one => others.includes(one))) levels[at] = 0
    else levels[at] = ones.some(one => others.some(other => oneEdit(one, other))) ? 1 : 2
  },
}
