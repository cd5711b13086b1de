// How the verifier speaks: with the log, and with whoever runs it.
/** Each code, in English and in Welsh. */
const WORDS = {
  good: [
    'The log holds: {size} entries, sealed {signed}.',
    'Mae’r log yn dal: {size} o gofnodiadau, seliwyd {signed}.',
  ],
  entry: ['The entry stands in the log, word for word.', 'Mae’r cofnodiad yn y log, air am air.'],
  seen: ['Signed as a witness.', 'Llofnodwyd fel tyst.'],
  enrol: ['Not let in as a witness yet. Send them this key:', 'Heb eich derbyn yn dyst eto. Anfonwch yr allwedd hon:'],
  key: ['REFUSED: the log has another key than before.', 'GWRTHODWYD: mae gan y log allwedd wahanol i’r un o’r blaen.'],
  signature: [
    'REFUSED: its head is not signed by its key.',
    'GWRTHODWYD: nid yw pen y log wedi’i lofnodi â’i allwedd.',
  ],
  age: [
    'REFUSED: its head is too old, or of tomorrow.',
    'GWRTHODWYD: mae pen y log yn rhy hen, neu’n dod o’r dyfodol.',
  ],
  smaller: ['REFUSED: the log has become smaller.', 'GWRTHODWYD: mae’r log wedi mynd yn llai.'],
  fork: ['REFUSED: the log has been rewritten.', 'GWRTHODWYD: mae’r log wedi’i ailysgrifennu.'],
  leaves: ['REFUSED: its leaves are not those it signed.', 'GWRTHODWYD: nid y dail a lofnodwyd yw dail y log.'],
  changed: ['REFUSED: the entry is not what was sealed.', 'GWRTHODWYD: nid y cofnodiad hwn a seliwyd.'],
  answer: ['Nothing was checked: the log gave no answer.', 'Ni wiriwyd dim: ni chafwyd ateb gan y log.'],
}

/** A sentence of the verifier, in Welsh when LANGUAGE says so, with `{name}` replaced by the argument of that name. */
export function say(code, args = {}) {
  const words = WORDS[code] ?? WORDS.answer
  return words[process.env.LANGUAGE?.startsWith('cy') ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => args[name])
}

/** One answer of the log; with a body, of handing it something. */
export const asker = url => async (path, body) => {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(new URL(path, url), { ...(body && post), signal: AbortSignal.timeout(30_000) })
  return answer.json()
}

/** Says why not and ends with 1: 2 when there was no answer to check. */
export function tell({ code, message }) {
  console.error(say(code), code in WORDS ? '' : message)
  process.exitCode = code in WORDS ? 1 : 2
}
