import type en from '../en/learn.ts'

export default {
  done: 'Cofnodion y dysgwyd ohonynt: {records, number}. Model: {version}. Ni chysylltwyd neb: mae’r model yn aros i gael ei roi mewn grym, yn /matching/models.',
  tooFew: 'Mae rhy ychydig o gofnodion i ddysgu ohonynt. Nifer sydd ei angen: {count, number}.',
} satisfies Record<keyof typeof en, string>
