/*
 * The two tables of the page, copied by hand: the leaves that a branch means (those that are not sensitive), and the
 * classes that an office opens, with the decision for which the person must be without capacity first.
 */

export const OPEN_LEAVES: Readonly<Record<string, readonly string[]>> = {
  identity: ['demographics', 'contacts'],
  'own-plan': ['about-me', 'plan'],
  care: ['care-and-support'],
  hospital: ['presence-in-hospital', 'hospital-care'],
  clinical: ['clinical-summary'],
  safeguarding: [],
  home: ['housing-and-tenancy'],
  apart: [],
}

const EVERY_DAY = ['demographics', 'contacts', 'about-me', 'plan', 'care-and-support']
const HEALTH = [...EVERY_DAY, 'presence-in-hospital', 'hospital-care', 'clinical-summary']
const HOME = ['demographics', 'contacts', 'about-me', 'plan', 'housing-and-tenancy']
const MONEY = ['demographics', 'contacts', 'finance', 'housing-and-tenancy']

const WELFARE = [
  { opens: HEALTH, waitsFor: 'health-and-care' },
  { opens: HOME, waitsFor: 'where-to-live' },
]

export const OFFICES: Readonly<Record<string, readonly { opens: readonly string[]; waitsFor?: string; of?: 'children' }[]>> = {
  'health-attorney': WELFARE,
  'health-deputy': WELFARE,
  'property-attorney': [{ opens: MONEY, waitsFor: 'money' }],
  'property-deputy': [{ opens: MONEY, waitsFor: 'money' }],
  appointee: [{ opens: ['finance'] }],
  advocate: [{ opens: EVERY_DAY }],
  parent: [{ opens: HEALTH, of: 'children' }],
}
