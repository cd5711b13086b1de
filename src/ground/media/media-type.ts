/** The kinds of picture and sound that are kept: what telephones make and every browser shows. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]
/** Those of them that are pictures. */
export type PictureType = Extract<MediaType, `image/${string}`>

/** By how each begins, in hexadecimal; `.` for a digit that may be any. Source: the specification of each format. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, type: MediaType])[] = [
  [/^ffd8ff/, 'image/jpeg'],
  [/^89504e470d0a1a0a/, 'image/png'],
  // MP3 with its title in front, or without: eleven bits of ones, and a layer.
  [/^494433/, 'audio/mpeg'],
  [/^fff[23ab]/, 'audio/mpeg'],
  [/^4f676753/, 'audio/ogg'],
  [/^52494646.{8}57415645/, 'audio/wav'],
  [/^1a45dfa3/, 'audio/webm'],
  // MPEG-4 of the brands that recorders of sound write; others are films, or pictures that few browsers show.
  [/^.{8}66747970(4d3441|4d3442|6d703432|6d703431|69736f6d|69736f32|69736f35|64617368|33677034|33677035)/, 'audio/mp4'],
]

/** What a file is by its own first bytes, whatever its name says; undefined for any kind that is not kept. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  const beginning = bytes.subarray(0, 12).toString('hex')
  return BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1]
}

/** Whether what a file is is a picture. */
export function isPicture(type: MediaType | undefined): type is PictureType {
  return type?.startsWith('image/') === true
}
