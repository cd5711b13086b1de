import type en from '../en/relink.ts'

export default {
  done: 'Cofnodion a gymharwyd: {records, number}. Cysylltiadau newydd: {linked, number}. Cwestiynau newydd i dimau: {asked, number}. Cysylltiadau dan amheuaeth: {doubted, number}. Model: {model}.',
} satisfies Record<keyof typeof en, string>
