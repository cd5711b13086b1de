import type { Clause } from '#record/sharing/agreement/agreement.ts'

type Basis = Clause['basis']

/** Care in hospital. Sections 1 to 3 are the Welsh Ministers' duties and powers, which health boards exercise by direction. */
export const hospitalCare = basis({
  en: 'National Health Service (Wales) Act 2006, sections 1 to 3, as the health board exercises them',
  cy: 'Deddf y Gwasanaeth Iechyd Gwladol (Cymru) 2006, adrannau 1 i 3, fel y mae’r bwrdd iechyd yn eu harfer',
})

/** Health and social care working together: section 162 is the duty to arrange co-operation, 164 the duty to inform. */
export const healthWithCare = basis({
  en: 'National Health Service (Wales) Act 2006, sections 1 to 3; Social Services and Well-being (Wales) Act 2014, sections 162 and 164',
  cy: 'Deddf y Gwasanaeth Iechyd Gwladol (Cymru) 2006, adrannau 1 i 3; Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014, adrannau 162 a 164',
})

/** One plan for one person: section 54 is the duty to prepare, keep and review care and support plans. */
export const sharedPlan = basis({
  en: 'Social Services and Well-being (Wales) Act 2014, sections 54, 162 and 164',
  cy: 'Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014, adrannau 54, 162 a 164',
})

/** A carer in their own right: section 24 is the duty to assess a carer's needs for support. */
export const carersSupport = basis({
  en: 'Social Services and Well-being (Wales) Act 2014, sections 24, 54 and 162',
  cy: 'Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014, adrannau 24, 54 a 162',
})

/** With landlords, providers and charities, which section 162(1)(c) brings into the arrangements for co-operation. */
export const careWithOthers = basis({
  en: 'Social Services and Well-being (Wales) Act 2014, section 162, co-operation with others who work with adults who have needs for care and support',
  cy: 'Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014, adran 162, cydweithredu ag eraill sy’n gweithio gydag oedolion y mae arnynt anghenion am ofal a chymorth',
})

/** Section 126 is the duty to enquire into an adult at risk; section 128 the duty of relevant partners to report. */
export const safeguarding = {
  article6: '6(1)(c)',
  article9: '9(2)(g)',
  power: {
    en: 'Social Services and Well-being (Wales) Act 2014, sections 126 and 128; Data Protection Act 2018, schedule 1, paragraph 18',
    cy: 'Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014, adrannau 126 a 128; Deddf Diogelu Data 2018, atodlen 1, paragraff 18',
  },
} as const satisfies Basis

/** Keeping records accurate: article 5(1)(d) is the duty, article 16 the right of the person it is owed to. */
export const recordsRight = basis({
  en: 'UK GDPR, articles 5(1)(d) and 16; National Health Service (Wales) Act 2006, sections 1 to 3; Social Services and Well-being (Wales) Act 2014, section 162',
  cy: 'UK GDPR, erthyglau 5(1)(d) ac 16; Deddf y Gwasanaeth Iechyd Gwladol (Cymru) 2006, adrannau 1 i 3; Deddf Gwasanaethau Cymdeithasol a Llesiant (Cymru) 2014, adran 162',
})

function basis(power: Basis['power']): Basis {
  return { article6: '6(1)(e)', article9: '9(2)(h)', power }
}
