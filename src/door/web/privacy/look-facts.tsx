import type { JSX } from 'preact'
import type { Key, Say } from '#ground/language/say.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { AskedLook } from '#work/privacy/read-questions.ts'
import { useSay } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'

/** A look as a privacy officer sees it: who, when, what was done and at which kinds of information. Never the data. */
export function LookFacts({ look }: { look: AskedLook }): JSX.Element {
  const say = useSay()
  const { who, isMachine, at, doing, purpose, allowed, classes } = look
  return (
    <SummaryList
      rows={[
        {
          key: say('privacyOffice.whoLooked'),
          value: (
            <>
              {isMachine ? say('privacyOffice.machine', { name: who }) : who}
              <br />
              {jobOf(say, look)}
            </>
          ),
        },
        { key: say('privacyOffice.when'), value: say.moment(at) },
        { key: say('privacyOffice.what'), value: doneIn(say, doing) },
        { key: say('privacyOffice.purpose'), value: say.code('purpose', purpose) },
        {
          key: say('privacyOffice.allowed'),
          value: say(allowed ? 'privacyOffice.wasAllowed' : 'privacyOffice.wasRefused'),
        },
        {
          key: say('privacyOffice.classes'),
          value: classes.length === 0 ? say('privacyOffice.noClasses') : <ClassNames classes={classes} />,
        },
      ]}
    />
  )
}

/** What somebody did, in a word or two. */
export function doneIn(say: Say, doing: string): string {
  return say.plain(DONE[doing] ?? 'privacyOffice.doingLook')
}

const DONE: Readonly<Record<string, Key>> = {
  look: 'privacyOffice.doingLook',
  list: 'privacyOffice.doingList',
  search: 'privacyOffice.doingSearch',
  tell: 'privacyOffice.doingTell',
  write: 'privacyOffice.doingWrite',
  export: 'privacyOffice.doingExport',
  emergency: 'privacyOffice.doingEmergency',
}

function jobOf(say: Say, { role, organisation }: AskedLook): string {
  const body = organisation === undefined ? '' : say.of(organisation)
  return role === undefined ? body : `${say.code('role', role)}, ${body}`
}

/** The kinds of information that were seen: all that an officer sees of what was. */
export function ClassNames({ classes }: { classes: readonly DataClass[] }): JSX.Element {
  const say = useSay()
  return (
    <ul class="app-classes">
      {classes.map(dataClass => (
        <li key={dataClass}>{say.code('dataClass', dataClass)}</li>
      ))}
    </ul>
  )
}
