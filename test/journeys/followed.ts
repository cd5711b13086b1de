import { personId } from '#test/kit.ts'

const mair = `/people/${personId('mair-pritchard')}`

/** The pages whose address holds an id that only the page before knows, and who reads them. */
export const FOLLOWED = [
  ...(['contacts', 'what-matters', 'assessments'] as const).map(kind => ({
    page: `/people/:person/${kind}/[0-9a-f-]{36}`,
    from: { path: `${mair}/assessments`, as: 'mair-pritchard' },
    readers: ['mair-pritchard', 'sioned-evans'] as const,
  })),
  {
    page: '/emergency/reviews/:emergency',
    from: { path: '/emergency/reviews', as: 'gwenno-pryce' },
    readers: ['gwenno-pryce'],
  },
  {
    page: '/emergency/ceiling/:task',
    from: { path: '/emergency/ceiling', as: 'gwenno-probert' },
    readers: ['gwenno-probert', 'alun-meredith'],
  },
  { page: '/agreements/:hash', from: { path: '/agreements' }, readers: [undefined] },
  {
    page: '/agreements/:hash/sign',
    from: { path: '/agreements/to-sign', as: 'beca-manuel' },
    readers: ['beca-manuel', 'huw-tanat'],
  },
  {
    page: '/agreements/:hash/end',
    from: { path: '/agreements/to-sign', as: 'beca-manuel' },
    readers: ['beca-manuel'],
  },
  { page: '/messages/:id', from: { path: '/messages', as: 'steffan-howells' }, readers: ['steffan-howells'] },
  {
    page: '/people/:person/plan/items/:item',
    from: { path: `${mair}/plan`, as: 'mair-pritchard' },
    readers: ['mair-pritchard', 'elin-pritchard'],
  },
  {
    page: '/people/:person/conversation/:said',
    from: { path: `${mair}/conversation`, as: 'sioned-evans' },
    readers: ['sioned-evans', 'mair-pritchard'],
  },
  {
    page: '/people/:person/plan/reviews/:review',
    from: { path: `${mair}/plan/reviews`, as: 'sioned-evans' },
    readers: ['sioned-evans', 'mair-pritchard'],
  },
  {
    page: '/meetings/:meeting',
    from: { path: '/meetings', as: 'ffion-gittins' },
    readers: ['sioned-evans', 'ffion-gittins'],
  },
  {
    page: '/people/:person/looks/:entry/ask',
    from: { path: `${mair}/looks`, as: 'mair-pritchard' },
    readers: ['mair-pritchard'],
  },
  {
    page: '/people/:person/records/:subject/not-mine',
    from: { path: `${mair}/records`, as: 'mair-pritchard' },
    readers: ['mair-pritchard'],
  },
  {
    page: '/privacy-office/findings/:finding',
    from: { path: '/privacy-office', as: 'gwenno-pryce' },
    readers: ['gwenno-pryce'],
  },
  {
    page: '/privacy-office/questions/:question',
    from: { path: '/privacy-office', as: 'gwenno-pryce' },
    readers: ['gwenno-pryce'],
  },
] as const
