import { soundex } from './soundex.ts'

/**
 * Soundex of a folded word as Welsh and English write one sound: Ffion and Fiona's F, Llewelyn and Lewellyn, Rhys and
 * Reece, Dafydd and Davith, Wyn and Gwyn, Huws and Hughes, Siân and Shan meet in one key, and so do the patronymics with
 * the names they were made of: Pritchard and Richard, Bowen and Owen, Powell and Howell. Our own table, made from how
 * the letters are spoken; it only proposes whom to compare and is never evidence by itself.
 */
export function welshKey(word: string): string {
  return soundex(SOUNDS.reduce((text, [written, spoken]) => text.replace(written, spoken), word))
}

const SOUNDS: readonly (readonly [written: RegExp, spoken: string])[] = [
  [/^gw/, 'w'],
  [/^i(?=[fv])/, 'e'],
  [/^p(?=r[iyoeh])|^b(?=ow|ev)/, ''],
  [/^p(?=ow|ug|arr)/, 'h'],
  [/^(?:si|sh)(?=[aeou])/, 's'],
  [/gh(?=e|$)/g, 'w'],
  [/ff|ph/g, 'v'],
  [/f/g, 'v'],
  [/dd|th/g, 'd'],
  [/ll|fl/g, 'l'],
  [/rh/g, 'r'],
  [/t?ch|k|q/g, 'c'],
  [/ce|se|s$/g, 's'],
  [/w/g, 'u'],
  [/y/g, 'i'],
]
