import type en from '../en/acts.ts'

export default {
  alone: 'ar ei ben ei hun',
  jointly: 'ar y cyd, pawb gyda’i gilydd yn unig',
  severally: 'yn unigol, pob un ar ei ben ei hun',
} satisfies Record<keyof typeof en, string>
