/** One thing that is told of somebody. */
export interface Step {
  readonly person: number
  /** From 1; each says where in the story it stands, so that what came of all of them tells whether their order was kept. */
  readonly step: number
}

/** One message of HL7 v2 of somebody's story. */
export interface Told extends Step {
  readonly controlId: string
  readonly bytes: Buffer
}

const WARDS = ['DYFI^B2^04^YGH', 'BANW^B1^02^YGH'] as const

/**
 * So many steps are one stay: then they go home, and come again. A stay is remade from all that was told of it, so one
 * that never ends would tell of nothing in the end but its own length.
 */
const STAY_STEPS = 12

/**
 * What a hospital tells of somebody: admitted, moved from ward to ward, gone home, and admitted again, each with a reason
 * of its own. Every message makes one new version of the stay and one notice, so one that took effect twice, or not at all, shows.
 */
export function storyOf(person: number, step: number): Told {
  const place = (step - 1) % STAY_STEPS
  const trigger = place === 0 ? 'A01' : place === STAY_STEPS - 1 ? 'A03' : 'A02'
  const controlId = controlIdOf({ person, step })
  const at = `${stamp(step)}+0000`
  const segments = [
    `MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|${at}||ADT^${trigger}^ADT_${trigger}|${controlId}|P|2.5.1|||AL||GBR|UNICODE UTF-8`,
    `EVN|${trigger}|${at}|||NSWILLIAM|${at}`,
    `PID|1||${localId(person)}^^^GHB^PI||STORI^${letters(person)}||${1930 + (person % 70)}0317|F`,
    `PV1|1|I|${WARDS[step % 2]}|E||${place === 0 ? '' : WARDS[(step + 1) % 2]}|C0417^REES^GETHIN|||TRO||||7|||||${visit({ person, step })}^^^YGH^VN`,
    `PV2|||^Step ${step}`,
  ]
  return { person, step, controlId, bytes: Buffer.from(segments.map(segment => `${segment}\r`).join('')) }
}

export function controlIdOf({ person, step }: Step): string {
  return `K${person}-${step}`
}

export function localId(person: number): string {
  return `STORY${person}`
}

function visit({ person, step }: Step): string {
  return `VS${person}-${Math.ceil(step / STAY_STEPS)}`
}

/** A minute of its own for each step, all of them past. */
export function momentOf(step: number): Date {
  return new Date(Date.UTC(2026, 9, 26) + step * 60_000)
}

function stamp(step: number): string {
  return momentOf(step).toISOString().replace(/[-:T]/g, '').slice(0, 14)
}

/** A name like nobody else's, so that nobody is compared with half the others. */
export function letters(person: number): string {
  return String(person)
    .padStart(6, '0')
    .replace(/\d/g, digit => 'bcdfghjklm'.charAt(Number(digit)))
    .toUpperCase()
}
