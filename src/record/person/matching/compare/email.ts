import { oneEdit } from '../like/edits.ts'
import type { Field } from './field.ts'

/** `near`: one edit. `local`: the same before the @ but for dots and dashes, as two people of one name may have it. */
export const EMAIL_LEVELS = ['same', 'near', 'local', 'other'] as const

/** Addresses after the eighth are not looked at. */
const EMAILS_MAX = 8

/** Any e-mail address in common. */
export const EMAIL: Field<readonly string[]> = {
  name: 'email',
  comparisons: [{ name: 'email', levels: EMAIL_LEVELS }],
  take: ({ standard: { emails } }) => (emails.length === 0 ? undefined : emails.slice(0, EMAILS_MAX)),
  write: emails => emails.join(' '),
  read: text => text.split(' '),
  without(emails, isCommon) {
    const left = emails.filter(email => !isCommon('email', email))
    return left.length === 0 ? undefined : left
  },
  compare(ones, others, _words, { levels }, at) {
    let best = EMAIL_LEVELS.length - 1
    for (const one of ones) for (const other of others) best = Math.min(best, emailLevel(one, other))
    levels[at] = best
  },
}

function emailLevel(one: string, other: string): number {
  if (one === other) return 0
  if (localPart(one) === localPart(other)) return 2
  return oneEdit(one, other) ? 1 : 3
}

function localPart(email: string): string {
  const at = email.indexOf('@')
  return (at === -1 ? email : email.slice(0, at)).replace(/[._-]/g, '')
}
