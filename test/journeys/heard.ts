import type { Page } from 'playwright-core'

/** The pages by which people plan, which some only hear: those that are tried as they are listened to, by their addresses. */
export const HEARD =
  /\/(plan|about-me|conversation|team|circle|confidence|timeline|acting)\b|^\/(reviews|meetings|apps|my-\w+)\b/

/** One of each fault that is looked for, in a page in English. */
export const HARD_TO_HEAR = `<h1>Once more</h1><h4>Too deep</h4><a href="/a">Open</a><a href="/b">Open</a>
  <p role="alert">!</p><table><tr><td>1</td></tr></table>
  <p>Mae’r geiriau hyn yn Gymraeg, ac nid yw neb wedi dweud hynny.</p>`

/**
 * What somebody who listens to a page would stumble over, beyond what axe knows: headings that leave out a level or of which
 * the first is not the only one, controls without a name or with one name for different things, words in another language
 * than they are said to be in, a table without headings, and what breaks in on the reader.
 */
export function heardWrong(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
    const isShown = (one: Element) => one.checkVisibility() && one.closest('[aria-hidden=true]') === null
    const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown)
    const wrong: string[] = []

    const headings = all('h1, h2, h3, h4, h5, h6')
    const levels = headings.map(({ tagName }) => Number(tagName[1]))
    if (levels.filter(level => level === 1).length !== 1) wrong.push('not one main heading')
    const jumped = headings.filter((_, at) => at > 0 && levels[at]! > levels[at - 1]! + 1)
    wrong.push(...jumped.map(one => `a level is left out before “${said(one.textContent)}”`))

    const leadsTo = new Map<string, Set<string>>()
    // A list of ways names what its links are for: there the same word may stand twice.
    for (const link of all('main a[href]').filter(one => one.closest('nav') === null)) {
      const name = said(link.getAttribute('aria-label') ?? link.textContent)
      const to = String(link.getAttribute('href'))
      leadsTo.set(name, (leadsTo.get(name) ?? new Set()).add(to))
    }
    for (const [name, places] of leadsTo)
      if (places.size > 1) wrong.push(`“${name}” leads to ${[...places].join(' and to ')}`)

    for (const table of all('table'))
      if (table.querySelector('th') === null || table.querySelector('caption, [aria-label]') === null)
        wrong.push(`a table without headings or a caption: ${said(table.textContent).slice(0, 60)}`)
    wrong.push(
      ...all('[aria-live=assertive], [role=alert]')
        .filter(one => one.closest('.nhsuk-error-summary') === null)
        .map(one => `breaks in: ${said(one.textContent)}`),
    )

    const words = {
      en: /\b(the|and|of|is|with|for|was|not|are|has|this|who|you|her|by|at)\b/gi,
      cy: /\b(yn|yr|mae|ei|eu|ar|wedi|gan|chi|sydd|nid|oes|pwy|hyn|bod|fy|fel)\b/gi,
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode
      if (parentElement === null || parentElement.closest('script, style') !== null || !isShown(parentElement)) continue
      const text = said(textContent)
      const [english, welsh] = [text.match(words.en)?.length ?? 0, text.match(words.cy)?.length ?? 0]
      // A sentence of ours around words that somebody wrote of a state, in a language that is not kept.
      if (parentElement.matches('.booklet-facts dd:not([lang])')) continue
      const lang = parentElement.closest('[lang]')?.getAttribute('lang')
      const sounds = english > welsh + 1 ? 'en' : welsh > english + 1 ? 'cy' : lang
      if (sounds !== lang) wrong.push(`said to be in ${lang}: “${text.slice(0, 80)}”`)
    }
    return wrong
  })
}
