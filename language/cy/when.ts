import type en from '../en/when.ts'

export default {
  moment: '{day} am {time}',
} satisfies Record<keyof typeof en, string>
