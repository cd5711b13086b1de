import { FAULTS_OF_SEARCH } from './faults-of-search.ts'
import type { Leak } from './leak.ts'
import { SYSTEM } from './system.ts'

const PEOPLE = 'src/door/web/pages/people.tsx'
const PERSON = 'src/door/web/pages/person.tsx'
const PLAN = 'src/work/plan/read-plan.ts'
const HISTORY = 'src/work/plan/read-history.ts'
const OPEN_RESOURCES = 'src/record/chart/clinical/read-open.ts'
const OPEN_ITEMS =
  'on item.plan_id = plan.id and item.owner_id = opened.contributor_id and item.data_class = opened.data_class'
const RELEASE_ALL = {
  file: PLAN,
  from: 'for (const item of rows) access.release(item.ownerId, item.dataClass)',
  to: '',
}
const NOT_SHOWN = {
  file: PERSON,
  from: "look(tx, actor, personId, { doing: 'look', place: 'record' }, access => readShown(tx, access)),\n    )\n    if (!shown.ok) throw notShown()",
}
const looked = (then: string) => `${NOT_SHOWN.from.replace('if (!shown.ok) throw notShown()', then)}`
const HELD = `const held = await store.db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()`

/** The known ways in which servers of records have told of what they hide, and some of our own. */
export const FAULTS: Readonly<Record<string, Leak>> = {
  'a count that is made before what is hidden is taken out': {
    caller: 'sioned-evans',
    at: /^\/people$/,
    changes: [
      {
        file: PEOPLE,
        from: 'accesses => list(tx, accesses))',
        to: "async accesses => { reply.header('x-total', pairs.length); return list(tx, accesses) })",
      },
    ],
  },
  'a list that shows whom nothing opens': {
    caller: 'sioned-evans',
    at: /^\/people$/,
    changes: [
      {
        file: PEOPLE,
        from: 'const people = await lookAtMany(tx, pairs, asking, accesses => list(tx, accesses))',
        to: 'const some = await lookAtMany(tx, pairs, asking, accesses => list(tx, accesses)); const people = [...some, ...pairs.filter(({ personId }) => !some.some(({ banner }) => banner.personId === personId)).map(({ personId }) => ({ banner: nameless(personId), notices: [] }))]',
      },
    ],
  },
  'a notice that somebody moved whose address is kept back': {
    caller: 'ffion-gittins',
    at: /^\/people$/,
    changes: [
      {
        file: 'src/work/notice/open-notices.ts',
        from: "then 'protected-address' else coalesce(notice.data_class, about.data_class) end",
        to: "then 'contacts' else replace(coalesce(notice.data_class, about.data_class), 'protected-address', 'contacts') end",
      },
    ],
  },
  'a system that reads of somebody of whom anything is open to it whatever it asks for': {
    caller: SYSTEM,
    at: /^\/fhir\/:type\/:id$/,
    changes: [
      {
        file: 'src/record/chart/store/open.ts',
        from: 'accessTo(place)?.covers(place.contributorId, place.dataClass as DataClass) === true)',
        to: 'accessTo(place) !== undefined)',
      },
      {
        file: 'src/record/chart/store/read.ts',
        from: 'open.accessTo(place)?.release(place.contributorId, place.dataClass as DataClass)',
        to: '',
      },
    ],
  },
  'a banner that tells of a second record which is not open': {
    caller: 'sioned-evans',
    at: /^\/people\/:person$/,
    changes: [
      {
        file: 'src/work/identity/joined/second-records.ts',
        from: "if (there?.covers(organisationId, 'demographics') !== true) continue\n      there.release(organisationId, 'demographics')",
        to: '',
      },
      {
        file: 'src/work/identity/joined/second-records.ts',
        from: 'const there = accesses.find(one => one.personId === personId)',
        to: '',
      },
    ],
  },
  'a worker of a carer’s learns that something was said in confidence to another': {
    caller: 'sioned-evans',
    at: /^\/people$/,
    changes: [
      { file: 'src/work/confidence/read-confidence.ts', from: 'and said.told_to = ', to: 'or said.told_to = ' },
    ],
  },
  'results of every class, where any class of whoever sent them is open': {
    caller: 'catrin-morgan',
    at: /^\/people\/:person\/results$/,
    changes: [
      { file: OPEN_RESOURCES, from: 'and resource.data_class = opened.data_class', to: '' },
      { file: OPEN_RESOURCES, from: 'access.release(contributorId, dataClass)', to: 'void [contributorId, dataClass]' },
    ],
  },
  'what waits elsewhere is counted': {
    caller: 'steffan-howells',
    at: /^\/matching$/,
    changes: [
      {
        file: 'src/record/person/review/read-waiting.ts',
        from: '}`.execute(tx.db)',
        to: '} or true`.execute(tx.db)',
      },
    ],
  },
  'what is part of something seen is shown without being decided': {
    caller: 'sioned-evans',
    at: /^\/people\/:person\/plan$/,
    changes: [
      {
        file: PLAN,
        from: OPEN_ITEMS,
        to: 'on item.plan_id = plan.id and (item.owner_id = opened.contributor_id and item.data_class = opened.data_class or item.part_of is not null)',
      },
      RELEASE_ALL,
    ],
  },
  'the history of an item is read by its id alone': {
    caller: 'sioned-evans',
    at: /^\/people\/:person\/plan\/items\/:item$/,
    changes: [
      { file: HISTORY, from: OPEN_ITEMS, to: 'on item.plan_id = plan.id' },
      { file: HISTORY, from: 'access.release(ownerId, dataClass)', to: 'void [ownerId, dataClass]' },
      {
        file: 'src/door/web/pages/plan-item.tsx',
        from: 'if (item === undefined) return undefined',
        to: 'if (item === undefined) { if ((await readHistory(tx, access, itemId)).length > 0) throw new Error(itemId); return undefined }',
      },
    ],
  },
  'forbidden for what is hidden, not found for what is not there': {
    caller: 'dewi-prosser',
    at: /^\/people\/:person$/,
    changes: [
      {
        ...NOT_SHOWN,
        to: looked(`${HELD}; if (!shown.ok) throw held ? Object.assign(new Error(), { statusCode: 403 }) : notShown()`),
      },
    ],
  },
  'an error that says who it is that may not be seen': {
    caller: 'dewi-prosser',
    at: /^\/people\/:person$/,
    changes: [
      {
        ...NOT_SHOWN,
        to: looked(`${HELD}; if (!shown.ok) { if (held) reply.header('x-problem', held.id); throw notShown() }`),
      },
    ],
  },
  'a tag that changes with what is hidden': {
    caller: 'sioned-evans',
    at: /^\/people\/:person\/plan$/,
    changes: [
      {
        file: 'src/door/web/pages/plan.tsx',
        from: 'if (!shown.ok) throw notShown()',
        to: "if (!shown.ok) throw notShown(); const [tag] = await store.db.selectFrom('planItemVersion').select(({ fn }) => fn.countAll().as('tag')).execute(); reply.header('etag', String(tag?.tag))",
      },
    ],
  },
  'an order that hidden parts decide': {
    caller: 'sioned-evans',
    at: /^\/people\/:person\/plan$/,
    changes: [
      {
        file: PLAN,
        from: 'item.kind), item.place',
        to: 'item.kind), (select count(*) from plan_item as part where part.part_of = item.id) desc, item.place desc',
      },
    ],
  },
  'how much there is besides what is shown': {
    caller: 'ffion-gittins',
    at: /^\/people\/:person$/,
    changes: [
      {
        ...NOT_SHOWN,
        to: `${NOT_SHOWN.from}; const all = await store.db.selectFrom('resource').select('id').execute(); reply.header('x-withheld', all.length)`,
      },
    ],
  },
  'a key that was used for something hidden is taken': {
    caller: 'elin-pritchard',
    at: /^\/people\/:person\/plan\/items\/:item\/words$/,
    changes: [
      {
        file: 'src/work/plan/propose.ts',
        from: 'id: form ?? tx.newId()',
        to: 'id: form === undefined ? tx.newId() : idFor(`hidden proposal`)',
      },
      { file: 'src/work/plan/propose.ts', from: '.onConflict(conflict => conflict.doNothing())', to: '' },
    ],
  },
  'a form that says it has changed before it says it is not there': {
    caller: 'elin-pritchard',
    at: /^\/people\/:person\/plan\/items\/:item\/words$/,
    changes: [
      {
        file: 'src/work/plan/owner.ts',
        from: 'item !== undefined && access.mayContribute(item.ownerId, item.dataClass) ? item : undefined',
        to: 'item',
      },
    ],
  },
  'a mark that counts what everybody does': {
    caller: 'mair-pritchard',
    at: /^\/fhir\/AuditEvent$/,
    changes: [
      {
        file: 'src/door/fhir/audit-event/search.ts',
        from: 'last && cursors.seal(last.sequence, boundTo)',
        to: 'last && String(last.sequence)',
      },
    ],
  },
  'an entry of somebody else’s trail is forbidden, not unknown': {
    caller: 'mair-pritchard',
    at: /^\/fhir\/AuditEvent\/:id$/,
    changes: [
      {
        file: 'src/door/fhir/audit-event/read.ts',
        from: 'const personId = (await findPersonOfEntry(tx, id)) ?? id',
        to: 'const personId = (await findPersonOfEntry(tx, id)) ?? id; if (personId !== id) throw Object.assign(new Error(), { statusCode: 403 })',
      },
    ],
  },
  'a message of another body is refused, not unknown': {
    caller: 'steffan-howells',
    at: /^\/messages\/:id$/,
    changes: [
      {
        file: 'src/work/ledger/read-message.ts',
        from: "    return refused('message.notShown')\n  }\n  const people",
        to: "    if (row !== undefined) throw new Error('not yours')\n    return refused('message.notShown')\n  }\n  const people",
      },
    ],
  },
  'a copy whose number counts what it does not hold': {
    caller: 'ffion-gittins',
    at: /^\/fhir\/CarePlan$/,
    changes: [
      {
        file: 'src/work/plan-document/carried-plan.ts',
        from: '    planId,\n    banner:',
        to: "    planId: planId + (await tx.db.selectFrom('planItem').select('id').execute()).length,\n    banner:",
      },
    ],
  },
  ...FAULTS_OF_SEARCH,
  'everybody with a page open hears that something has happened': {
    caller: 'dewi-prosser',
    at: /live$/,
    changes: [
      {
        file: 'src/door/web/live/tell.ts',
        from: 'const isTied = await whoIsTiedTo(tx, people)',
        to: "for (const watcher of watchers) watcher.send('')\n  const isTied = await whoIsTiedTo(tx, people)",
      },
    ],
  },
  'an id that something hidden has is taken': {
    caller: 'sioned-evans',
    at: /^\/fhir\/:type\/:id$/,
    changes: [
      {
        file: 'src/record/chart/store/write.ts',
        from: 'asked.named === undefined ? undefined : open.find(held.get(name) ?? [])',
        to: 'asked.named === undefined ? undefined : (held.get(name) ?? [])[0]',
      },
    ],
  },
  'something of the chart that is forbidden, and not unknown': {
    caller: 'dewi-prosser',
    at: /^\/fhir\/:type\/:id$/,
    changes: [
      {
        file: 'src/record/chart/store/read.ts',
        from: '    if (place === undefined) {\n',
        to: '    if (place === undefined) {\n      if (places.length > 0) throw Object.assign(new Error(), { statusCode: 403 })\n',
      },
    ],
  },
}
