import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { drawn } from './fixtures/drawn.tsx'
import { Input } from './input.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { Textarea } from './textarea.tsx'

test('each problem leads to the field it is about, whatever kind of field it is', () => {
  const options = [{ value: 'a', label: 'A' }]
  const form = drawn([
    <Input name="name" label="Name" />,
    <Textarea name="words" label="Words" />,
    <Select name="team" label="Team" options={options} />,
    <Radios name="how" legend="How?" options={options} />,
    <Checkboxes name="days" legend="Which days?" options={options} />,
    <DateInput id="born" legend="When?" />,
  ])
  const fields = ['name', 'words', 'team', 'how', 'days', 'born-day']
  const summary = drawn(<ErrorSummary problems={fields.map(field => ({ field, message: 'Fill this in' }))} />)
  for (const field of fields) {
    assert.match(summary, new RegExp(`<a href="#${field}">`))
    assert.match(form, new RegExp(`<(?:input|textarea|select)[^>]* id="${field}"`))
  }
})
