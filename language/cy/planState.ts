import type en from '../en/planState.ts'

export default {
  asked: 'Wedi gofyn, ac yn aros am ateb',
  takenOn: 'Wedi’i dderbyn',
  begun: 'Wedi dechrau',
  done: 'Wedi’i wneud',
  stuck: 'Yn sownd',
  willNotBeDone: 'Ni fydd yn cael ei wneud',
} satisfies Record<keyof typeof en, string>
