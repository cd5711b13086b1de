import type { ComponentChildren, JSX } from 'preact'
import { Paragraph } from './paragraph.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface FooterLink {
  readonly text: string
  readonly href: string
}

export interface FooterColumn {
  readonly heading?: string | undefined
  readonly links?: readonly FooterLink[] | undefined
  readonly width?: FooterWidth | undefined
  /** Something other than links, above them. */
  readonly content?: ComponentChildren
}

type FooterWidth = 'full' | 'one-half' | 'one-third' | 'one-quarter'

export interface FooterProps {
  /** Set four to a row unless `columnWidth` says otherwise. */
  readonly columns?: readonly FooterColumn[] | undefined
  readonly columnWidth?: FooterWidth | undefined
  /** Links every service must have: accessibility, privacy, cookies. */
  readonly links?: readonly FooterLink[] | undefined
  /** What follows those links: licences, and whose the words are. Text alone becomes a paragraph. */
  readonly children?: ComponentChildren
  readonly class?: string | undefined
}

/** The foot of every page. */
export function Footer({
  columns = [],
  columnWidth = 'one-quarter',
  links,
  children,
  ...rest
}: FooterProps): JSX.Element {
  const words = useWords()
  return (
    <footer class={spaced('nhsuk-footer', rest.class)} role="contentinfo">
      <div class="nhsuk-width-container">
        {inRows(columns, COLUMNS_OF_WIDTH[columnWidth]).map(row => (
          <div class="nhsuk-footer__navigation nhsuk-grid-row">
            {row.map(column => drawColumn(column, columnWidth))}
          </div>
        ))}
        <div class="nhsuk-footer__meta">
          {links && (
            <>
              <h2 class="nhsuk-u-visually-hidden">{words.supportLinks}</h2>
              <Links links={links} />
            </>
          )}
          <Paragraph class="nhsuk-body-s">{children}</Paragraph>
        </div>
      </div>
    </footer>
  )
}

function inRows(columns: readonly FooterColumn[], perRow: number): readonly (readonly FooterColumn[])[] {
  const rows = Math.ceil(columns.length / perRow)
  return Array.from({ length: rows }, (_, row) => columns.slice(row * perRow, (row + 1) * perRow))
}

function drawColumn({ heading, content, links, width }: FooterColumn, columnWidth: FooterWidth): JSX.Element {
  return (
    <div class={`nhsuk-grid-column-${width ?? columnWidth}`}>
      {heading && <h2 class="nhsuk-footer__heading nhsuk-heading-s">{heading}</h2>}
      {content}
      {links && <Links links={links} />}
    </div>
  )
}

function Links({ links }: { links: readonly FooterLink[] }): JSX.Element {
  return (
    <ul class="nhsuk-footer__list">
      {links.map(link => (
        <li class="nhsuk-footer__list-item">
          <a class="nhsuk-footer__list-item-link" href={link.href}>
            {link.text}
          </a>
        </li>
      ))}
    </ul>
  )
}

const COLUMNS_OF_WIDTH = { full: 1, 'one-half': 2, 'one-third': 3, 'one-quarter': 4 } as const
