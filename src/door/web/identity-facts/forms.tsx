import type { JSX } from 'preact'
import { INSTITUTION_CLASSES } from '#record/person/home/institution.ts'
import { homesOfMany, ordinaryAgain, recordHomeOfMany } from '#work/privacy/identity-facts/institutions.ts'
import { notSuperseded, recordSuperseded, supersededBy } from '#work/privacy/identity-facts/numbers.ts'
import { PROTECTION_KINDS, protectAddress, protectionsOf, unprotect } from '#work/privacy/identity-facts/protect.ts'
import { sealRecords } from '#work/privacy/identity-facts/seal.ts'
import { useSay } from '../asked.ts'
import { Radios } from '../parts/radios.tsx'
import {
  type FactForm,
  type FactShown,
  LineField,
  LinesField,
  linesOf,
  missingIn,
  ReasonField,
  useFactProblem,
} from './fact-form.tsx'

const protect: FactForm = {
  title: 'identityFact.protect',
  lede: 'identityFact.protectLede',
  done: 'identityFact.protectDone',
  Fields: ({ shown }) => (
    <>
      <LineField shown={shown} name="localId" asks="identityFact.localId" hint="identityFact.localIdHint" />
      <KindField shown={shown} area="protection" asks="identityFact.kind" kinds={PROTECTION_KINDS} />
      <ReasonField shown={shown} />
    </>
  ),
  wrongIn: typed => ({
    ...missingIn(typed, { localId: 'identityFact.numberUnknown', reason: 'identityFact.reasonMissing' }),
    ...(kindIn(PROTECTION_KINDS, typed.kind) === undefined && { kind: 'identityFact.choose' }),
  }),
  act: (tx, officer, { localId = '', kind, reason = '' }) =>
    protectAddress(tx, officer, { localId, kind: kindIn(PROTECTION_KINDS, kind)!, reason: reason.trim() }),
  refusals: { 'identityFact.numberUnknown': ['localId', 'identityFact.numberUnknown'] },
  standing: { kinds: 'protection', list: protectionsOf, lift: unprotect },
}

const home: FactForm = {
  title: 'identityFact.home',
  lede: 'identityFact.homeLede',
  done: 'identityFact.homeDone',
  Fields: ({ shown }) => (
    <>
      <LineField shown={shown} name="uprn" asks="identityFact.uprn" hint="identityFact.uprnHint" />
      <KindField shown={shown} area="institution" asks="identityFact.homeKind" kinds={INSTITUTION_CLASSES} />
      <ReasonField shown={shown} />
    </>
  ),
  wrongIn: typed => ({
    ...missingIn(typed, { uprn: 'identityFact.uprnWrong', reason: 'identityFact.reasonMissing' }),
    ...(kindIn(INSTITUTION_CLASSES, typed.kind) === undefined && { kind: 'identityFact.choose' }),
  }),
  act: (tx, officer, { uprn = '', kind, reason = '' }) =>
    recordHomeOfMany(tx, officer, { uprn, kind: kindIn(INSTITUTION_CLASSES, kind)!, reason: reason.trim() }),
  refusals: { 'identityFact.uprnWrong': ['uprn', 'identityFact.uprnWrong'] },
  standing: { kinds: 'institution', list: tx => homesOfMany(tx), lift: ordinaryAgain },
}

const number: FactForm = {
  title: 'identityFact.number',
  lede: 'identityFact.numberLede',
  done: 'identityFact.numberDone',
  Fields: ({ shown }) => (
    <>
      <LineField shown={shown} name="old" asks="identityFact.oldNumber" />
      <LineField shown={shown} name="now" asks="identityFact.newNumber" />
      <LineField shown={shown} name="source" asks="identityFact.source" hint="identityFact.sourceHint" />
      <ReasonField shown={shown} />
    </>
  ),
  wrongIn: typed =>
    missingIn(typed, {
      old: 'identityFact.oldNumberWrong',
      now: 'identityFact.newNumberWrong',
      source: 'identityFact.sourceMissing',
      reason: 'identityFact.reasonMissing',
    }),
  act: (tx, officer, { old = '', now = '', source = '', reason = '' }) =>
    recordSuperseded(tx, officer, { old, now, source: source.trim(), reason: reason.trim() }),
  refusals: {
    'identityFact.oldNumberWrong': ['old', 'identityFact.oldNumberWrong'],
    'identityFact.newNumberWrong': ['now', 'identityFact.newNumberWrong'],
    'number.supersededByAnother': ['old', 'identityFact.supersededByAnother'],
    'number.itsOwnSuccessor': ['now', 'identityFact.itsOwnSuccessor'],
  },
  standing: { list: supersededBy, lift: notSuperseded },
}

const seal: FactForm = {
  title: 'identityFact.seal',
  lede: 'identityFact.sealLede',
  done: 'identityFact.sealDone',
  Fields: ({ shown }) => (
    <>
      <LinesField shown={shown} name="before" asks="identityFact.before" hint="identityFact.linesHint" />
      <LinesField shown={shown} name="now" asks="identityFact.now" hint="identityFact.linesHint" />
      <ReasonField shown={shown} />
    </>
  ),
  wrongIn: typed =>
    missingIn(typed, {
      before: 'identityFact.beforeUnknown',
      now: 'identityFact.nowUnknown',
      reason: 'identityFact.reasonMissing',
    }),
  act: (tx, officer, typed) =>
    sealRecords(tx, officer, {
      before: linesOf(typed, 'before'),
      now: linesOf(typed, 'now'),
      reason: (typed.reason ?? '').trim(),
    }),
  refusals: {
    'identityFact.beforeUnknown': ['before', 'identityFact.beforeUnknown'],
    'identityFact.nowUnknown': ['now', 'identityFact.nowUnknown'],
    'seal.notShown': ['before', 'identityFact.notSealed'],
  },
}

/** The forms by the end of their address, in the order in which they are listed. */
export const FACT_FORMS: ReadonlyMap<string, FactForm> = new Map([
  ['protect', protect],
  ['home', home],
  ['number', number],
  ['seal', seal],
])

interface KindFieldProps {
  readonly shown: FactShown
  readonly area: 'protection' | 'institution'
  readonly asks: 'identityFact.kind' | 'identityFact.homeKind'
  readonly kinds: readonly string[]
}

function KindField({ shown, area, asks, kinds }: KindFieldProps): JSX.Element {
  const say = useSay()
  return (
    <Radios
      name="kind"
      legend={say(asks)}
      legendSize="s"
      options={kinds.map(kind => ({ value: kind, label: say.code(area, kind) }))}
      value={shown.typed.kind}
      error={useFactProblem(shown, 'kind')}
    />
  )
}

function kindIn<Kind extends string>(kinds: readonly Kind[], typed: string | undefined): Kind | undefined {
  return kinds.find(kind => kind === typed)
}
