import type { Bilingual } from '../shape.ts'

const chiefExecutive = { en: 'Chief Executive', cy: 'Prif Weithredwr' }
const director = {
  en: 'Statutory Director of Social Services',
  cy: 'Cyfarwyddwr Statudol y Gwasanaethau Cymdeithasol',
}

/** By organisation, the post whose holder signs agreements for it. */
export const accountablePosts: Readonly<Record<string, Bilingual>> = {
  'bwrdd-iechyd': chiefExecutive,
  'cyngor-dyffryn-banadl': director,
  'cyngor-bro-rhedyn': director,
  'cartrefi-gwennol': chiefExecutive,
  'tai-clicied': chiefExecutive,
  'gofal-cannwyll': { en: 'Responsible Individual', cy: 'Unigolyn Cyfrifol' },
  'canolfan-gofalwyr': { en: 'Chief Officer', cy: 'Prif Swyddog' },
  tegell: { en: 'Chair of Trustees', cy: 'Cadeirydd yr Ymddiriedolwyr' },
}
