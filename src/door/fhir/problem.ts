import type { OperationOutcomeIssue } from 'fhir/r4.js'
import type { JsonProblem } from '#ground/fhir/json/problem.ts'
import type { PatchProblem } from '#ground/fhir/patch/problem.ts'
import type { Issue } from '#ground/fhir/validate/validate.ts'
import type { Say } from '#ground/language/say.ts'
import type { XmlProblem } from '#ground/xml/read.ts'

/** Why a request at /fhir is not served: a code that stays the same for ever, a status, and a sentence for the reader. */
export class FhirProblem extends Error {
  readonly code: string
  readonly status: number
  /** The kind of issue. Source: FHIR R4, value set issue-type. */
  readonly issue: OperationOutcomeIssue['code']
  readonly words: (say: Say) => string
  /** What the app lacks, for WWW-Authenticate: nothing at all was brought, or the named error. Source: RFC 6750, 3. */
  readonly challenge: 'bring-a-token' | 'invalid_token' | 'insufficient_scope' | undefined
  /** All that is wrong with a resource, each with its element; undefined where there is but one thing to say. */
  readonly issues: readonly Issue[] | undefined

  constructor(code: string, told: Pick<FhirProblem, 'status' | 'issue' | 'words'> & Partial<FhirProblem>) {
    super(code)
    this.code = code
    this.status = told.status
    this.issue = told.issue
    this.words = told.words
    this.challenge = told.challenge
    this.issues = told.issues
  }
}

/** No token came. */
export function noToken(): FhirProblem {
  const words = (say: Say) => say('fhir.noToken')
  return new FhirProblem('no-token', { status: 401, issue: 'login', challenge: 'bring-a-token', words })
}

/** The one answer for every token that is not taken, whatever is wrong with it: a forger learns nothing. */
export function tokenRefused(): FhirProblem {
  const words = (say: Say) => say('fhir.tokenRefused')
  return new FhirProblem('token-refused', { status: 401, issue: 'login', challenge: 'invalid_token', words })
}

/** Whoever gives out tokens could not be asked for their keys. */
export function issuerUnreachable(): FhirProblem {
  return new FhirProblem('issuer-unreachable', {
    status: 503,
    issue: 'transient',
    words: say => say('fhir.issuerUnreachable'),
  })
}

/** The token was given for less than this. */
export function scopeTooNarrow(needed: string): FhirProblem {
  const words = (say: Say) => say('fhir.scopeTooNarrow', { needed })
  return new FhirProblem('scope-too-narrow', {
    status: 403,
    issue: 'forbidden',
    challenge: 'insufficient_scope',
    words,
  })
}

/** The one answer for what may not be seen and for what does not exist. */
export function notFound(): FhirProblem {
  return new FhirProblem('not-found', { status: 404, issue: 'not-found', words: say => say('fhir.notFound') })
}

/** Nothing is served at this address, for anybody. */
export function notServed(): FhirProblem {
  return new FhirProblem('not-served', { status: 404, issue: 'not-supported', words: say => say('fhir.notServed') })
}

/** Everything here is read or asked; nothing can be written. */
export function onlyRead(): FhirProblem {
  return new FhirProblem('only-read', { status: 405, issue: 'not-supported', words: say => say('fhir.onlyRead') })
}

/** A parameter that is not served. It would narrow the answer in a way that the app believes and we do not do. */
export function unknownParameter(name: string): FhirProblem {
  const words = (say: Say) => say('fhir.unknownParameter', { name: shown(name) })
  return new FhirProblem('unknown-parameter', { status: 400, issue: 'not-supported', words })
}

/** A parameter that is served, with a value that cannot be read, or more often than it may stand. */
export function wrongValue(name: string): FhirProblem {
  const words = (say: Say) => say('fhir.wrongValue', { name: shown(name) })
  return new FhirProblem('wrong-value', { status: 400, issue: 'value', words })
}

/** A parameter that is served, and not in this way. */
export function unknownModifier(name: string): FhirProblem {
  const words = (say: Say) => say('fhir.unknownModifier', { name: shown(name) })
  return new FhirProblem('unknown-modifier', { status: 400, issue: 'not-supported', words })
}

/** More is asked at once than is answered. */
export function searchTooMuch(name: string): FhirProblem {
  const words = (say: Say) => say('fhir.searchTooMuch', { name: shown(name) })
  return new FhirProblem('search-too-much', { status: 400, issue: 'too-costly', words })
}

/** So much has changed since the first page that the order of the rest cannot be told any more. */
export function searchBeginAgain(): FhirProblem {
  return new FhirProblem('search-begin-again', {
    status: 410,
    issue: 'expired',
    words: say => say('fhir.searchBeginAgain'),
  })
}

/** A parameter without which nothing is searched. */
export function parameterMissing(name: string): FhirProblem {
  const words = (say: Say) => say('fhir.parameterMissing', { name })
  return new FhirProblem('parameter-missing', { status: 400, issue: 'required', words })
}

/** Everything of everybody: that is asked of one person at a time, or by a system in bulk. */
export function everythingOfOne(): FhirProblem {
  return new FhirProblem('everything-of-one', {
    status: 400,
    issue: 'too-costly',
    words: say => say('fhir.everythingOfOne'),
  })
}

/** A page mark that was not made by us, for this reader and this search, since the last start. */
export function cursorNotTaken(): FhirProblem {
  const words = (say: Say) => say('fhir.cursorNotTaken')
  return new FhirProblem('cursor-not-taken', { status: 400, issue: 'value', words })
}

/** More was asked in one line than is read. */
export function queryTooLong(bytes: number): FhirProblem {
  const words = (say: Say) => say('fhir.queryTooLong', { bytes })
  return new FhirProblem('query-too-long', { status: 414, issue: 'too-long', words })
}

/** Something else than JSON or XML is wanted. */
export function formatNotOffered(): FhirProblem {
  const words = (say: Say) => say('fhir.formatNotOffered')
  return new FhirProblem('format-not-offered', { status: 406, issue: 'not-supported', words })
}

/** A body that is not what the operation takes; the part that is at fault is named. */
export function bodyNotUnderstood(part: string): FhirProblem {
  const words = (say: Say) => say('fhir.bodyNotUnderstood', { part })
  return new FhirProblem('body-not-understood', { status: 400, issue: 'structure', words })
}

/** A body that is no JSON or XML that can be kept: nothing of it is. */
export function bodyRefused(problem: JsonProblem | XmlProblem): FhirProblem {
  const code = problem.replace('.', '-').replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  return new FhirProblem(code, { status: 400, issue: 'structure', words: say => say(BODY_WORDS[problem]) })
}

const BODY_WORDS = {
  'json.malformed': 'chart.jsonMalformed',
  'json.charset': 'chart.jsonCharset',
  'json.nul': 'chart.jsonNul',
  'json.tooDeep': 'chart.jsonTooDeep',
  'json.tooManyKeys': 'chart.jsonTooManyKeys',
  'json.duplicateKey': 'chart.jsonDuplicateKey',
  'json.key': 'chart.jsonKey',
  'json.number': 'chart.jsonNumber',
  'xml.malformed': 'chart.xmlMalformed',
  'xml.doctype': 'chart.xmlDoctype',
  'xml.tooLarge': 'chart.xmlTooLarge',
} as const satisfies Record<JsonProblem | XmlProblem, string>

/** A body in another character set than UTF-8. */
export function charsetNotTaken(): FhirProblem {
  return new FhirProblem('charset-not-taken', {
    status: 415,
    issue: 'not-supported',
    words: say => say('chart.jsonCharset'),
  })
}

/** A resource that is not as FHIR R4 wants it; each fault names its element. */
export function notValid(issues: readonly Issue[]): FhirProblem {
  return new FhirProblem('invalid', { status: 422, issue: 'invalid', issues, words: say => say('fhir.notUnderstood') })
}

/** A resource of another type than the address says. */
export function wrongType(type: string): FhirProblem {
  return new FhirProblem('wrong-type', {
    status: 400,
    issue: 'invalid',
    words: say => say('chart.wrongType', { type }),
  })
}

/** A bundle with a part that cannot be done; nothing of it is, where it is all or nothing. */
export function bundleNotTaken(part: string): FhirProblem {
  return new FhirProblem('bundle-not-taken', {
    status: 400,
    issue: 'invalid',
    words: say => say('chart.bundlePart', { part }),
  })
}

/** A patch that cannot be done to what is there; nothing of it is. `within` is the patch, where it is part of something. */
export function patchNotTaken({ code, part = '' }: PatchProblem, within = ''): FhirProblem {
  const place = [within, part].filter(one => one !== '').join(': ')
  return code === 'patch.malformed'
    ? new FhirProblem('patch-malformed', {
        status: 400,
        issue: 'structure',
        words: say => say('chart.patchMalformed', { place: place || '–' }),
      })
    : new FhirProblem('patch-does-not-fit', {
        status: 422,
        issue: 'processing',
        words: say => say('chart.patchDoesNotFit', { place: place || '–' }),
      })
}

/** Another request had this name before. */
export function requestIdTaken(): FhirProblem {
  return new FhirProblem('request-id-taken', {
    status: 409,
    issue: 'conflict',
    words: say => say('chart.requestIdTaken'),
  })
}

/** A condition that asks for nothing: whatever is there would meet it. */
export function conditionEmpty(): FhirProblem {
  return new FhirProblem('condition-empty', {
    status: 412,
    issue: 'required',
    words: say => say('chart.conditionEmpty'),
  })
}

/** A reference by a condition that does not mean exactly one resource that is open. */
export function referenceNotOne(reference: string): FhirProblem {
  const words = (say: Say) => say('chart.referenceNotOne', { reference: shown(reference) })
  return new FhirProblem('reference-not-one', { status: 412, issue: 'processing', words })
}

/** Something that was deleted, to whom it was open. */
export function gone(): FhirProblem {
  return new FhirProblem('gone', { status: 410, issue: 'deleted', words: say => say('chart.gone') })
}

/** A subscription with a part that cannot be read, or asks for what is not served. */
export function subscriptionNotTaken(part: string): FhirProblem {
  const words = (say: Say) => say('fhir.subscriptionPart', { part: shown(part) })
  return new FhirProblem('subscription-not-taken', { status: 422, issue: 'not-supported', words })
}

/** A subscription that its system may not have, by why. */
export function subscriptionRefused(
  problem: 'subscription.endpointNotLetIn' | 'subscription.topicNotTold' | 'subscription.tooMany',
): FhirProblem {
  const [code, key] = REFUSED[problem]
  return new FhirProblem(code, { status: 422, issue: 'business-rule', words: say => say(key) })
}

/** Systems listen at this address, and nothing else is done there. */
export function onlyForSockets(): FhirProblem {
  const words = (say: Say) => say('fhir.onlyForSockets')
  return new FhirProblem('only-for-sockets', { status: 426, issue: 'not-supported', words })
}

const REFUSED = {
  'subscription.endpointNotLetIn': ['endpoint-not-let-in', 'fhir.subscriptionEndpoint'],
  'subscription.topicNotTold': ['topic-not-told', 'fhir.subscriptionTopic'],
  'subscription.tooMany': ['too-many-subscriptions', 'fhir.subscriptionTooMany'],
} as const

/** What could not be understood as a request at all. */
export function notUnderstood(status: number): FhirProblem {
  return new FhirProblem('not-understood', { status, issue: 'invalid', words: say => say('fhir.notUnderstood') })
}

/** A fault of ours. */
export function ours(): FhirProblem {
  return new FhirProblem('ours', { status: 500, issue: 'exception', words: say => say('fhir.ours') })
}

/** A name somebody else made up, as far as it may stand in a sentence of ours. */
export function shown(name: string): string {
  return name.replace(/[^\w:.-]/g, '·').slice(0, 40)
}
