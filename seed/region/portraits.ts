import type { Looks } from '../portrait.ts'

/** Those at work who have given a photograph of themselves, by their keys. The others are shown by their initials. */
export const portraits: Readonly<Record<string, Looks>> = {
  'sioned-evans': { skin: [236, 198, 172], hair: [112, 62, 38], coat: [0, 94, 124], falls: 80 },
  'aled-jenkins': { skin: [228, 186, 156], hair: [58, 46, 40], coat: [70, 92, 62], falls: 0, wears: 'glasses' },
  'hannah-whitfield': { skin: [150, 104, 76], hair: [30, 24, 22], coat: [132, 58, 92], falls: 40 },
}
