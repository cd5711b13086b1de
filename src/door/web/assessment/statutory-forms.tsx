import type { JSX } from 'preact'
import { z } from 'zod'
import { done } from '#ground/outcome.ts'
import { HELD_IN } from '#work/assessment/record.ts'
import { ELEMENTS, SUBJECTS } from '#work/assessment/statutory/assessment.ts'
import { beginAssessment } from '#work/assessment/statutory/begin.ts'
import { endAssessment } from '#work/assessment/statutory/end.ts'
import { writeAssessment } from '#work/assessment/statutory/write.ts'
import { ChoiceField, WordsField } from '../acting/acting-form.tsx'
import { useSay } from '../asked.ts'
import { Select } from '../parts/select.tsx'
import {
  type FormShown,
  FreeName,
  FreeText,
  LanguageField,
  NameField,
  NeededText,
  oneOf,
  type RecordForm,
  WrittenIn,
} from './record-form.tsx'

/** Whether a form within an assessment may be used: by those who assess, while it is open. */
export const isOpen = ({ may, assessment }: FormShown) =>
  may.assessment && assessment !== undefined && assessment.end === undefined

const BeginFields = z.object({ subject: oneOf(SUBJECTS) })

/** Beginning an assessment. */
export const beginForm: RecordForm<z.infer<typeof BeginFields>> = {
  at: 'assessments/new',
  title: 'assessment.toBegin',
  lede: 'assessment.assessmentWhat',
  send: 'assessment.begin',
  fields: BeginFields,
  known: 'gone-through',
  mayUse: ({ may }) => may.assessment,
  first: () => ({ subject: 'adult' }),
  Fields: ({ shown }) => {
    const say = useSay()
    return (
      <ChoiceField
        shown={shown}
        name="subject"
        asks="assessment.subject"
        options={SUBJECTS.map(value => ({ value, label: say.code('assessment', `subject-${value}`) }))}
      />
    )
  },
  async act(tx, access, { fields, gone, key }) {
    const begun = await beginAssessment(tx, access, { ...fields, gone, key })
    return begun.ok ? done(`assessments/${begun.value}`) : begun
  },
  faultAt: {},
}

const WriteFields = z.object({
  version: z.coerce.number().int().nonnegative().catch(-1),
  circumstances: FreeText,
  outcomes: FreeText,
  barriers: FreeText,
  risks: FreeText,
  strengths: FreeText,
  coOrdinator: FreeName,
  capacity: FreeText,
  capacityFindingId: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .transform(id => id || undefined),
  advocate: FreeText,
  heldIn: oneOf(HELD_IN),
  language: WrittenIn,
})

/** Writing an assessment, as far as it has come. */
export const writeForm: RecordForm<z.infer<typeof WriteFields>> = {
  at: 'assessments/:assessment/write',
  title: 'assessment.kindAssessment',
  lede: 'assessment.wholeBefore',
  send: 'assessment.save',
  fields: WriteFields,
  known: 'read',
  mayUse: isOpen,
  first: ({ banner, assessment }, { name, language }) => {
    const written = assessment?.written
    const version = String(assessment?.version ?? 0)
    if (written === undefined) return { version, coOrdinator: name, heldIn: banner.language ?? language, language }
    const { capacityFindingId = '', by: _, at: __, ...texts } = written
    return { version, capacityFindingId, ...texts }
  },
  Fields: WriteFieldsOf,
  async act(tx, access, { fields, assessmentId }) {
    const saved = await writeAssessment(tx, access, { ...fields, assessmentId })
    return saved.ok ? done(`assessments/${assessmentId}`) : saved
  },
  faultAt: {},
}

function WriteFieldsOf({ shown }: { shown: FormShown }): JSX.Element {
  const say = useSay()
  const { findings, typed, assessment } = shown
  return (
    <>
      <input type="hidden" name="version" value={String(assessment?.version ?? 0)} />
      {ELEMENTS.map(element => (
        <WordsField
          key={element}
          shown={shown}
          name={element}
          asks={ELEMENT_ASKS[element]}
          hint={ELEMENT_HINTS[element]}
        />
      ))}
      <NameField shown={shown} name="coOrdinator" asks="assessment.coOrdinator" />
      <WordsField shown={shown} name="capacity" asks="assessment.capacity" hint="assessment.capacityHint" />
      <Select
        name="capacityFindingId"
        label={say('assessment.capacityFinding')}
        labelSize="s"
        value={typed.capacityFindingId}
        options={[
          { value: '', label: say('assessment.findingNone') },
          ...findings.map(({ id, decision, foundAt }) => ({
            value: id,
            label: say('assessment.findingSays', {
              decision: say.code('capacityDecision', decision),
              day: say.day(foundAt.toISOString().slice(0, 10)),
            }),
          })),
        ]}
      />
      <WordsField shown={shown} name="advocate" asks="assessment.advocate" hint="assessment.advocateHint" />
      <ChoiceField
        shown={shown}
        name="heldIn"
        asks="assessment.heldIn"
        options={HELD_IN.map(value => ({ value, label: say.code('assessment', `held-in-${value}`) }))}
      />
      <LanguageField shown={shown} name="language" asks="assessment.languageWritten" />
    </>
  )
}

const ELEMENT_ASKS = {
  circumstances: 'assessment.elementCircumstances',
  outcomes: 'assessment.elementOutcomes',
  barriers: 'assessment.elementBarriers',
  risks: 'assessment.elementRisks',
  strengths: 'assessment.elementStrengths',
} as const
const ELEMENT_HINTS = {
  circumstances: 'assessment.hintCircumstances',
  outcomes: 'assessment.hintOutcomes',
  barriers: 'assessment.hintBarriers',
  risks: 'assessment.hintRisks',
  strengths: 'assessment.hintStrengths',
} as const

const EndFields = z.object({
  how: oneOf(['completed', 'refused']),
  agreed: oneOf(['agreed', 'disagreed', 'not-said']),
  words: NeededText,
})

/** Ending an assessment. */
export const endForm: RecordForm<z.infer<typeof EndFields>> = {
  at: 'assessments/:assessment/end',
  title: 'assessment.endTitle',
  lede: 'assessment.wholeBefore',
  send: 'assessment.end',
  fields: EndFields,
  known: 'not-shown',
  mayUse: isOpen,
  first: () => ({}),
  Fields: ({ shown }) => {
    const say = useSay()
    const coded = (codes: readonly string[], before: string) =>
      codes.map(value => ({ value, label: say.code('assessment', `${before}-${value}`) }))
    return (
      <>
        <ChoiceField
          shown={shown}
          name="how"
          asks="assessment.endAsked"
          options={coded(['completed', 'refused'], 'end')}
        />
        <WordsField shown={shown} name="words" asks="assessment.endWords" />
        <ChoiceField
          shown={shown}
          name="agreed"
          asks="assessment.agreedAsked"
          options={coded(['agreed', 'disagreed', 'not-said'], 'agreed')}
        />
      </>
    )
  },
  async act(tx, access, { fields, assessmentId }) {
    const ended = await endAssessment(tx, access, { ...fields, assessmentId })
    return ended.ok ? done(`assessments/${assessmentId}`) : ended
  },
  faultAt: {
    'assessment.incomplete': 'how',
    'assessment.noDetermination': 'how',
    'assessment.refusalDoesNotHold': 'how',
  },
}
