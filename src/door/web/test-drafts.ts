import assert from 'node:assert/strict'
import type { TestPages } from './test-pages.ts'

/** Where the drafts are. */
export const DRAFTS = '/agreements/drafts'
/** Tegell's chair, who writes in these tests. */
export const beca = { as: 'beca-manuel', language: 'en' } as const

/** Begins a draft, `empty` or from the agreement of a hash. Answers its address. */
export async function begin(pages: TestPages, from: string): Promise<string> {
  return String((await pages.send(DRAFTS, { ...beca, form: { from } })).headers.location)
}

/** Brings in a file as a draft. Answers its address. */
export async function bringIn(pages: TestPages, text: string): Promise<string> {
  const sent = await pages.send(`${DRAFTS}/import`, { ...beca, form: { text } })
  assert.equal(sent.statusCode, 303, sent.body)
  return String(sent.headers.location)
}

/** The file of the last version of a draft. */
export async function latest(pages: TestPages, draft: string): Promise<string> {
  const { body } = await pages.read(draft, beca)
  const [, address = ''] = /href="([^"]+\/versions\/\d+\.json)"/.exec(body) ?? []
  return (await pages.read(address, beca)).body
}
