import type { JSX } from 'preact'
import type { Said, Thread } from '#work/confidence/confidence.ts'
import { useAsked } from '../asked.ts'

/** What was said in confidence, by worker; the one place in the page to which what is said while it is open arrives. */
export function Threads({ threads, isCarer }: { threads: readonly Thread[]; isCarer: boolean }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      {threads.length === 0 && <p data-none>{say('confidence.none')}</p>}
      <div data-rows>
        {threads.map(thread => (
          <ThreadPart key={thread.accountId} thread={thread} isCarer={isCarer} />
        ))}
      </div>
    </>
  )
}

/** What was said between two, from the first word: whose it is, when, and whether the other has opened it. */
export function ThreadPart({ thread, isCarer }: { thread: Thread; isCarer: boolean }): JSX.Element {
  const { say } = useAsked()
  const { accountId, name, said } = thread
  return (
    <section id={`with-${accountId}`} class="app-confidence">
      <h3 class="nhsuk-heading-m">{isCarer ? say('confidence.withWhom', { name }) : say('confidence.withCarer')}</h3>
      <ol class="app-confidence__said">
        {said.map(one => (
          <Words key={one.id} said={one} />
        ))}
      </ol>
    </section>
  )
}

function Words({ said }: { said: Said }): JSX.Element {
  const { say, visitor } = useAsked()
  const isOwn = said.saidBy === visitor?.accountId
  return (
    <li class={isOwn ? 'app-confidence__one app-confidence__one--own' : 'app-confidence__one'}>
      <p class="nhsuk-hint">
        {isOwn ? say('confidence.you') : said.saidByName}, {say.moment(said.saidAt)}
      </p>
      <p class="app-lines" lang={said.language}>
        {said.words}
      </p>
      {isOwn && (
        <p class="nhsuk-hint">
          {said.readAt === undefined
            ? say('confidence.notRead')
            : say('confidence.readAt', { moment: say.moment(said.readAt) })}
        </p>
      )}
    </li>
  )
}
