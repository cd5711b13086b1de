import type { Say } from '#ground/language/say.ts'
import type { DraftContent } from '#record/sharing/agreement/draft/draft.ts'
import type { Part } from '#record/sharing/agreement/draft/part.ts'
import type { Typed } from '../typed.ts'
import { caseForm } from './case-form.ts'
import { clauseForm } from './clause-form.ts'
import type { Answers, Choices, Field } from './fields.ts'
import type { PartForm } from './form.ts'
import { aboutForm, partiesForm, proceduresForm, termForm } from './plain-forms.ts'

/** A form for the value that stands in a part now. */
export interface OpenForm {
  fields(say: Say): readonly Field[]
  readonly filled: Typed
  /** What was typed as the part's new value, or what is wrong with it. */
  read(answers: Answers): unknown
}

/** The form of a part of a draft; undefined when the draft has no such part. */
export function formOf(content: DraftContent, part: Part, choices: Choices): OpenForm | undefined {
  switch (part.kind) {
    case 'about':
      return open(aboutForm, content, choices)
    case 'parties':
      return open(partiesForm, content, choices)
    case 'term':
      return open(termForm, content, choices)
    case 'procedures':
      return open(proceduresForm, content, choices)
    case 'clauses':
      return open(clauseForm, content.clauses[part.at - 1], choices)
    case 'cases':
      return open(caseForm, content.cases[part.at - 1], choices)
  }
}

function open<Value>(form: PartForm<Value>, value: Value | undefined, choices: Choices): OpenForm | undefined {
  if (value === undefined) return undefined
  return {
    fields: say => form.fields(say, choices, value),
    filled: form.fill(value),
    read: answers => form.read(answers, choices, value),
  }
}
