import type { SeedAccount } from '../shape.ts'

/** Those who sign in as themselves: people about their own record, a daughter, a wife who cares, an attorney, an advocate. */
export const citizens: readonly SeedAccount[] = [
  {
    key: 'mair-pritchard',
    name: 'Mair Pritchard',
    language: 'cy',
    offered: {
      place: 1,
      who: { en: 'The person whose plan it is, aged 84', cy: 'Y person biau’r cynllun, 84 oed' },
      why: {
        en: 'Read the plan in her own words, and see who has looked at it, why, and which clause let them. Welsh is her first language; change to English whenever you like.',
        cy: 'Darllenwch y cynllun yn ei geiriau hi ei hun, a gwelwch pwy sydd wedi edrych arno, pam, a pha gymal oedd yn caniatáu hynny. Cymraeg yw ei hiaith gyntaf; gallwch newid i’r Saesneg pryd bynnag y mynnwch.',
      },
    },
  },
  {
    key: 'elin-pritchard',
    name: 'Elin Pritchard',
    language: 'en',
    offered: {
      place: 2,
      who: { en: 'Her daughter, in Norwich', cy: 'Ei merch, yn Norwich' },
      why: {
        en: 'No agreement lets Elin in: her mother chose her. Two hundred miles away, she knows that Mair is in hospital as soon as the ward does.',
        cy: 'Nid cytundeb sy’n rhoi mynediad i Elin: ei mam a’i dewisodd. Ddau gan milltir i ffwrdd, mae’n gwybod bod Mair yn yr ysbyty cyn gynted â’r ward.',
      },
    },
  },
  { key: 'owen-griffiths', name: 'Owen Tudur Griffiths', language: 'cy' },
  { key: 'rhiannon-vaughan', name: 'Rhiannon Vaughan', language: 'en' },
  { key: 'ivor-llewelyn-price', name: 'Ivor Llewelyn-Price', language: 'cy' },
  { key: 'carys-llewelyn', name: 'Carys Llewelyn', language: 'cy' },
  { key: 'delyth-bowen', name: 'Delyth Bowen', language: 'cy' },
  { key: 'elfed-bowen', name: 'Elfed Bowen', language: 'cy' },
  { key: 'rhodri-ellis', name: 'Rhodri Ellis', language: 'en' },
  { key: 'lakshmi-venkataraman', name: 'Lakshmi Venkataraman', language: 'en' },
  { key: 'tecwyn-breese', name: 'Tecwyn Breese', language: 'cy' },
  { key: 'eirlys-mostyn', name: 'Eirlys Mostyn', language: 'en' },
  { key: 'cadi-prydderch', name: 'Cadi Prydderch', language: 'cy' },
  { key: 'eluned-parry', name: 'Eluned Parry', language: 'cy' },
  { key: 'macsen-maelor', name: 'Macsen Maelor', language: 'cy' },
  { key: 'nest-maelor', name: 'Nest Maelor', language: 'cy' },
  { key: 'aron-pugh', name: 'Aron Pugh', language: 'en' },
  { key: 'halina-kowalczyk', name: 'Halina Kowalczyk', language: 'en' },
]
