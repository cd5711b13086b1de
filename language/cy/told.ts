import type en from '../en/told.ts'

export default {
  tenancy: 'Tenantiaeth a gwaith ar y cartref',
  contract: 'Contract',
  work: 'Gwaith ar y cartref',
  due: 'i’w wneud erbyn {day}',
  completed: 'cwblhawyd {day}',
  care: 'Gofal a drefnwyd',
  service: 'Gwasanaeth',
  hours: '{hours} awr yr wythnos',
  receives: 'Yn derbyn gofal a chymorth',
  since: 'ers {day}',
  ended: 'hyd {day}',
  visits: 'Ymweliadau',
  who: 'Pwy sy’n dod',
  when: 'Pryd',
  alerts: 'Rhybuddion',
  safeguarding: 'Mae ymholiad am eu diogelwch yn agored',
} satisfies Record<keyof typeof en, string>
