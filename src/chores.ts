import { keepTakingFiles } from '#door/feeds/csv/keep-taking.ts'
import { folderWatch } from '#door/feeds/folder/look-through.ts'
import { keepImporting } from '#door/fhir/import/keep-importing.ts'
import { forgetRequests } from '#door/fhir/once/kept.ts'
import { type OutboxMeans, outboxDoor } from '#door/outbox/outbox.ts'
import type { LiveHub } from '#door/web/live/hub.ts'
import type { Announcement } from '#ground/db/announce.ts'
import type { Store } from '#ground/db/store.ts'
import { type Kept, keepDoing } from '#ground/keep-doing.ts'
import type { SigningKey } from '#ground/signing-key.ts'
import { IMPORT_TOPIC } from '#record/chart/bulk/bulk-import.ts'
import { escalateAssessments } from '#work/assessment/statutory/escalate.ts'
import { escalateQuestions } from '#work/conversation/escalate.ts'
import { STARTED } from '#work/drop/keep-drop.ts'
import { escalateHandOvers } from '#work/hand-over/escalate.ts'
import { HAND_OVER_TOPIC } from '#work/hand-over/hand-over.ts'
import { ledgerCloser } from '#work/ledger/close-ledger.ts'
import { escalateMessages } from '#work/ledger/escalate.ts'
import { mailNotices } from '#work/notice/mail/tell.ts'
import { NOTICE_TOPIC } from '#work/notice/raise.ts'
import { escalateNotices } from '#work/notice/receipts/escalate.ts'
import { OUTGOING_TOPIC, SENT_AGAIN_TOPIC } from '#work/outbox/outgoing.ts'
import { escalateReviews } from '#work/review/escalate.ts'
import { noteSilence } from '#work/sender/note-silence.ts'
import { tellReplies } from '#work/telling/reply/tell-replies.ts'
import { beatHearts } from '#work/telling/subscription/heartbeat.ts'
import { tellNotices } from '#work/telling/tell-notices.ts'
import type { OpenRegion } from './open-region.ts'
import { keepSealing } from './sealing.ts'

/** How often pages whose session has run out are found and closed, milliseconds. */
const SWEEP_MS = 60_000

/** How often it is looked whether a hand-over, a question, a notice, a review of a plan or a message in quarantine is late, milliseconds. */
const LATE_LOOK_MS = 60_000

/** How often it is looked whether there is a notice to mail somebody of, milliseconds. */
const MAIL_LOOK_MS = 60_000

/** How often it is looked whether a system that should be sending has fallen silent, milliseconds. */
const SILENCE_LOOK_MS = 15_000

/** How often it is looked whether there is enough of the ledger to be counted for good, milliseconds. */
const LEDGER_LOOK_MS = 60_000

/** How often the folder in which files are dropped is looked through, milliseconds. */
const FOLDER_LOOK_MS = 2_000

/** How often it is looked whether there is a notice of which partners' systems are to be told, milliseconds. */
const TELL_LOOK_MS = 15_000

/** Between two looks for such notices, milliseconds: on a busy day there is one every few, and one look serves them all. */
const TELL_PAUSE_MS = 100

/** How often it is looked whether there are answers over FHIR that are old enough to be forgotten, milliseconds. */
const FORGET_LOOK_MS = 10 * 60_000

/** How often it is looked whether a subscription is to be told that all is well, milliseconds. */
const HEARTBEAT_LOOK_MS = 15_000

/** What goes on beside the doors, each over and over. */
export interface Chores {
  /** Something was announced that one of them may have waited for. */
  heard(announcement: Announcement): void
  stop(): Promise<void>
}

interface Chore {
  readonly kept: Kept
  /** The topic of an announcement after which it is done at once. */
  readonly wokenBy?: string
}

/** What they need besides the store. */
interface Needs {
  readonly live: LiveHub
  readonly trailKey: SigningKey
  /** Where mails go out, and what else carriers are told. */
  readonly outbox: OutboxMeans
  /** Where people sign in, as a mail names it. */
  origin(): string
  /** By which what is sent in many lines is judged besides. */
  readonly profiles: OpenRegion['profiles']
  /** The folder in which files are dropped; without it none is watched. */
  readonly dropDir: string | undefined
  failed(fault: unknown): void
}

/** Begins every one of them, until stopped; what fails is told. */
export function keepChores(store: Store, { live, trailKey, outbox, origin, profiles, dropDir, failed }: Needs): Chores {
  const sending = outboxDoor(store, outbox, failed)
  const chores: readonly Chore[] = [
    { kept: keepDoing(() => live.sweep(), SWEEP_MS, failed) },
    { kept: keepSealing(store, trailKey, failed) },
    { kept: keepDoing(() => noteSilence(store), SILENCE_LOOK_MS, failed) },
    { kept: keepDoing(ledgerCloser(store), LEDGER_LOOK_MS, failed) },
    { kept: keepDoing(() => escalateHandOvers(store), LATE_LOOK_MS, failed) },
    { kept: keepDoing(() => escalateQuestions(store), LATE_LOOK_MS, failed) },
    { kept: keepDoing(() => escalateNotices(store), LATE_LOOK_MS, failed) },
    { kept: keepDoing(() => escalateMessages(store), LATE_LOOK_MS, failed) },
    { kept: keepDoing(() => escalateReviews(store), LATE_LOOK_MS, failed) },
    { kept: keepDoing(() => escalateAssessments(store), LATE_LOOK_MS, failed) },
    { kept: keepDoing(() => mailNotices(store, origin()), MAIL_LOOK_MS, failed) },
    { kept: keepDoing(() => forgetRequests(store), FORGET_LOOK_MS, failed) },
    { kept: keepTakingFiles(store, failed), wokenBy: STARTED },
    { kept: keepImporting(store, { origin, profiles }, failed), wokenBy: IMPORT_TOPIC },
    ...(dropDir === undefined ? [] : [{ kept: keepDoing(folderWatch(store, dropDir), FOLDER_LOOK_MS, failed) }]),
    { kept: keepDoing(() => tellNotices(store), TELL_LOOK_MS, failed, TELL_PAUSE_MS), wokenBy: NOTICE_TOPIC },
    { kept: keepDoing(() => tellReplies(store), TELL_LOOK_MS, failed), wokenBy: HAND_OVER_TOPIC },
    { kept: keepDoing(() => beatHearts(store), HEARTBEAT_LOOK_MS, failed) },
    { kept: sending, wokenBy: OUTGOING_TOPIC },
  ]
  return {
    heard({ topic, id }) {
      if (topic === SENT_AGAIN_TOPIC) sending.again(id)
      for (const { kept, wokenBy } of chores) if (wokenBy === topic) kept.now()
    },
    async stop() {
      for (const { kept } of chores) await kept.stop()
    },
  }
}
