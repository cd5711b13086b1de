import type { Change } from '../sow.ts'

const ADD = 'src/work/plan/add.ts'
const ANSWER = 'src/work/plan/answer.ts'
const CONTENT = 'src/work/plan/content.ts'
const HISTORY = 'src/work/plan/read-history.ts'
const LOOK = 'src/record/sharing/look.ts'
const OWNER = 'src/work/plan/owner.ts'
const PROPOSE = 'src/work/plan/propose.ts'
const SCORE = 'src/work/plan/score.ts'
const STANCE = 'src/work/plan/take-stance.ts'
const STATE = 'src/work/plan/say-state.ts'
const STORE = 'src/ground/db/store.ts'
const STRIKE = 'src/work/plan/strike.ts'
const VERSION = 'src/work/plan/write-version.ts'

const MERGED = 'const { content, other, clashes } = merge(base, mine, item)'
const LET_PASS: Change = { file: VERSION, from: 'if (numInsertedOrUpdatedRows === 0n) throw', to: 'if (false) throw' }

/** What may go wrong when eight act at once, by name. */
export const FAULTS: Readonly<Record<string, readonly Change[]>> = {
  'an update is lost: of two versions of one number the later is let pass': [
    { file: STORE, from: "run(store, 'repeatable read', work)", to: "run(store, 'read committed', work)" },
    LET_PASS,
  ],
  'a version skips a number': [
    { file: VERSION, from: 'item.version + 1', to: 'item.version + 1 + (item.version > 1 ? 1 : 0)' },
  ],
  'an answer counts again each time that it is sent': [
    {
      file: ANSWER,
      from: 'const given = await findAnswer(tx, proposal.id)',
      to: 'const given = await findAnswer(tx, item.id)',
    },
    {
      file: ANSWER,
      from: 'if (!(await keepAnswer(tx, answer, made, by))) return',
      to: 'if (!(await keepAnswer(tx, answer, made, by)) && false) return',
    },
  ],
  'a merge takes the later whole': [
    {
      file: PROPOSE,
      from: MERGED,
      to: `${MERGED.replace('merge(base, mine, item)', '{ content: mine, other: mine, clashes: false }')}\n  void [merge, base]`,
    },
  ],
  'a merge takes all details of the later': [
    { file: CONTENT, from: 'details: { ...content.details, [name]: details[name] }', to: 'details' },
  ],
  'what two changed is not kept beside': [{ file: PROPOSE, from: 'if (!clashes) return', to: 'if (true) return' }],
  'a yes overwrites what was changed meanwhile': [
    { file: ANSWER, from: 'if (merged.clashes) return', to: 'if (false) return' },
  ],
  'whoever reads the item answers for its owner': [
    {
      file: OWNER,
      from: 'return isThePerson || officeFor(access, item.kind) !== undefined',
      to: 'return isThePerson || item.kind === undefined || access.purpose === "family"',
    },
  ],
  'an answer to words that nobody reads any more counts for the new ones': [
    { file: STANCE, from: 'if (item.version !== version)', to: 'if (false)' },
    { file: STANCE, from: '      version,\n      agrees', to: '      version: item.version,\n      agrees' },
  ],
  'a stance sent twice is said twice': [{ file: STANCE, from: 'id: form ?? tx.newId()', to: 'id: tx.newId()' }],
  'a form sent again after somebody else has written is done again': [
    { file: PROPOSE, from: 'if (before !== undefined) return', to: 'if (before === undefined && false) return' },
  ],
  'an addition sent twice is two': [
    { file: ADD, from: 'const id = idFor(`plan item', to: 'const id = tx.newId() ?? idFor(`plan item' },
  ],
  'what others offer is in the plan at once': [
    {
      file: ADD,
      from: "return code === THE_PERSON ? 'offered' : 'asked'",
      to: "return code === THE_PERSON ? 'added' : 'asked'",
    },
  ],
  'anybody says how she feels': [{ file: SCORE, from: 'if (!isThePerson(access)) return', to: 'if (false) return' }],
  'whoever asks for something says that it is begun': [
    { file: STATE, from: 'if (!confirmsState(access, item, isThePerson(access))) return', to: 'if (false) return' },
  ],
  'anybody strikes through': [{ file: STRIKE, from: '&& struck.writtenBy !== by.accountId', to: '&& false' }],
  'a slip is put right for ever': [{ file: PROPOSE, from: '> PUT_RIGHT_MS', to: '> 9 * PUT_RIGHT_MS' }],
  'a version that is refused twice is not tried again': [
    { file: STORE, from: 'const TRIES_MAX = 5', to: 'const TRIES_MAX = 1' },
  ],
  'a no is not told of': [
    {
      file: HISTORY,
      from: 'where plan_item_id = item.id and not (accepted and exists (',
      to: 'where plan_item_id = item.id and accepted and not (accepted and exists (',
    },
  ],
  'the first yes to the same words is told of twice': [
    { file: HISTORY, from: '          and version.written_at = answered.answered_at\n', to: '' },
  ],
  'what was revoked is open until the next look': [
    {
      file: LOOK,
      from: 'const loaded = await loadFacts(tx, pairs)',
      to: `const key = JSON.stringify(pairs)
  const fresh = await loadFacts(tx, pairs)
  const loaded = opened.get(key) ?? fresh
  opened.set(key, fresh)`,
    },
    { file: LOOK, from: 'async function openAll(', to: 'const opened = new Map()\nasync function openAll(' },
  ],
}
