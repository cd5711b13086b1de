import { sql } from 'kysely'
import { fold } from '#ground/fhir/search/fold.ts'
import { rowNames } from '#ground/fhir/search/parameters.ts'
import type { Criterion, Test, Within } from '#ground/fhir/search/query/criterion.ts'
import { TOLD_OF, told, versionNamed } from '../provenance/told.ts'
import { withoutWhere } from '../store/content.ts'
import { asksWhere, type Held, held, type Tells, valuesBy } from './held.ts'
import { linkBy, linksToldBy } from './link.ts'
import type { Open } from './open.ts'
import { type Columns, columnsIn, isAmong, passes, passesDate } from './passes.ts'
import { all, either, keptAs, known, type Sql } from './sql.ts'
import { branch } from './within.ts'

/** The text of a question, with names for what stands in it. */
export class Question {
  readonly #open: Open
  readonly #prefix: string
  #names = 0

  constructor(open: Open, prefix = 't') {
    this.#open = open
    this.#prefix = prefix
  }

  /** Resources of a type that are kept, under a new name. */
  held(type: string): Held {
    return held(type, this.#name())
  }

  /** Resources of a type, each way that there are any: as they are kept, and as they are told of others. */
  all(type: string): Held[] {
    const tells = type === 'Provenance' ? (this.#open.tells?.() ?? []) : []
    return [this.held(type), ...(tells.length === 0 ? [] : TOLD_OF.map(of => this.#told(of, tells)))]
  }

  #told(of: (typeof TOLD_OF)[number], types: readonly string[]): Held {
    const one = told(of, this.#name())
    const isTold = sql`${one.tells.type} = any(${[...types]}::text[])`
    return { ...one, isOne: of === 'patients' ? all([isTold, this.#open.showsWhere(one)]) : isTold }
  }

  /** Whether a resource is what is asked. Whatever it leads to is asked for through what is open. */
  holds(criterion: Criterion, one: Held): Sql {
    switch (criterion.is) {
      case 'all':
        return all(criterion.of.map(part => this.holds(part, one)))
      case 'any':
        return either(criterion.of.map(part => this.holds(part, one)))
      case 'not':
        return sql`not ${this.holds(criterion.of, one)}`
      case 'value':
        return this.#someRow(criterion.rows, criterion.test.kind, one, value => passes(criterion.test, value))
      case 'coded':
        return this.#someRow(criterion.rows, 'token', one, value => isAmong(criterion.codes, value))
      case 'present':
        return either(criterion.kinds.map(kind => this.#someRow(criterion.rows, kind, one, () => sql`true`)))
      case 'composite':
        return this.#someComposite(criterion.rows, criterion.tests, one)
      case 'chain':
        return this.#chain(criterion, one)
      case 'has':
        return this.#has(criterion, one)
      case 'within':
        return this.#within(criterion, one)
      case 'id':
        return this.#isNamed(criterion.id, one)
      case 'updated': {
        const test = passesDate(criterion.test, one.recordedAt, sql`(${one.recordedAt} + interval '1 ms')`)
        return one.type === 'Patient' ? sql`(${test} and ${this.#open.showsWhere(one)})` : test
      }
      case 'words':
        return holdsWords(criterion.words, wordsOf(criterion.where, one))
      case 'near':
        return this.#isNear(criterion, one)
    }
  }

  #name(): string {
    return `${this.#prefix}${++this.#names}`
  }

  #someRow(rows: string, kind: Test['kind'], one: Held, test: (value: Columns) => Sql): Sql {
    if (one.tells !== undefined) {
      const values = valuesBy(kind, rows, one.tells)
      return either(values.map(({ when, columns }) => all([when, test(name => columns[name]!)])))
    }
    const value = sql.ref(this.#name())
    const found = sql`exists (
      select from ${sql.table(`index_${kind}`)} as ${value}
      where ${value}.resource_id = ${one.id} and ${value}.type = ${known(one.type)}
        and ${keptAs(value, one.type, rows)} and ${test(columnsIn(value))})`
    return this.#whereOpen(rows, one, found)
  }

  /** What says where a Patient is, is not there for whoever may not know. */
  #whereOpen(rows: string, one: Held, found: Sql): Sql {
    return asksWhere(one.type, rows) ? sql`(${found} and ${this.#open.showsWhere(one)})` : found
  }

  #someComposite(rows: string, tests: readonly Test[], one: Held): Sql {
    return either(rowNames(one.type, rows).map(name => this.#someWhole(name, tests, one)))
  }

  #someWhole(rows: string, tests: readonly Test[], one: Held): Sql {
    const values = tests.map(({ kind }) => ({ kind, name: sql.ref(this.#name()) }))
    const [first] = values
    const parts = values.map(({ name }, place) => {
      const part = sql`${name}.resource_id = ${one.id} and ${name}.type = ${known(one.type)}
        and ${name}.parameter = ${known(`${rows}$${place}`)} and ${passes(tests[place]!, columnsIn(name))}`
      return place === 0 ? part : sql`${part} and ${name}.ordinal = ${first!.name}.ordinal`
    })
    const tables = values.map(({ kind, name }) => sql`${sql.table(`index_${kind}`)} as ${name}`)
    return sql`exists (select from ${sql.join(tables)} where ${all(parts)})`
  }

  #chain(chain: Extract<Criterion, { is: 'chain' }>, one: Held): Sql {
    if (one.tells !== undefined) return this.#chainFromTold(chain, one, one.tells)
    const { rows, by, type, of } = chain
    const [link, target] = [linkBy(by, rows, () => this.#name()), this.held(type)]
    // What leads there is looked at beside the question and tied to it by its id alone: so PostgreSQL may begin at the other end.
    const itself = this.held(one.type)
    const found = sql`exists (
      select from ${link.rows}
      join ${itself.table} as ${itself.as} on ${link.isOf(itself)}
      join ${target.table} as ${target.as} on ${link.means(target, itself)}
      where ${itself.id} = ${one.id}
        and ${target.isOne} and ${this.#open.isOpen(target)} and ${this.holds(of, target)})`
    return this.#whereOpen(rows, one, found)
  }

  #chainFromTold({ rows, by, type, of }: Extract<Criterion, { is: 'chain' }>, one: Held, tells: Tells): Sql {
    return either(
      linksToldBy(by, rows, tells).map(link => {
        const target = this.held(type)
        return all([
          link.when,
          sql`exists (
            select from ${target.table} as ${target.as}
            where ${link.means(target, one)} and ${this.#isOpenAnd(of, target)})`,
        ])
      }),
    )
  }

  #has(has: Extract<Criterion, { is: 'has' }>, one: Held): Sql {
    return either(
      this.all(has.type).map(source =>
        source.tells === undefined ? this.#hasKept(has, one, source) : this.#hasTold(has, one, source, source.tells),
      ),
    )
  }

  #hasTold({ rows, by, of }: Extract<Criterion, { is: 'has' }>, one: Held, source: Held, tells: Tells): Sql {
    return either(
      linksToldBy(by, rows, tells).map(
        link => sql`exists (
          select from ${source.table} as ${source.as}
          where ${link.means(one, source)} and ${link.when} and ${this.#isOpenAnd(of, source)})`,
      ),
    )
  }

  #isOpenAnd(of: Criterion, one: Held): Sql {
    return all([one.isOne, this.#open.isOpen(one), this.holds(of, one)])
  }

  #hasKept({ rows, by, type, of }: Extract<Criterion, { is: 'has' }>, one: Held, source: Held): Sql {
    const link = linkBy(by, rows, () => this.#name())
    const found = sql`exists (
      select from ${link.rows}
      join ${source.table} as ${source.as} on ${link.isOf(source)}
      where ${link.means(one, source)}
        and ${source.isOne} and ${this.#open.isOpen(source)} and ${this.holds(of, source)})`
    return asksWhere(type, rows) ? sql`false` : found
  }

  /** By its name it is meant whether it is there or not; whatever it contains has to be open. */
  #within(criterion: Within, one: Held): Sql {
    const { rows, type, id } = criterion
    const [link, part] = [sql.ref(this.#name()), sql.ref(this.#name())]
    const [from, next] = [this.held(type), this.held(type)]
    const branches = branch(criterion, this.#open, { from, isFrom: this.#isNamed(id, from), next })
    const named: Test = { kind: 'reference', type, id }
    const isPart = (name: Sql) =>
      sql`${part}.name = ${name} and (not ${part}.is_chosen or ${part}.contributor_id = ${one.contributorId})`
    if (one.tells !== undefined) {
      const told = linksToldBy('name', rows, one.tells).map(({ when, type: leadsTo, id }) =>
        all([
          when,
          sql`${leadsTo} = ${known(type)}`,
          sql`exists (select from ${branches} as ${part} where ${isPart(id)})`,
        ]),
      )
      return either([this.holds({ is: 'value', rows, test: named }, one), ...told])
    }
    const found = sql`exists (
      select from index_reference as ${link}
      cross join ${branches} as ${part}
      where ${isPart(sql`${link}.target_id`)} and ${link}.resource_id = ${one.id} and ${link}.type = ${known(one.type)} and ${keptAs(link, one.type, rows)}
        and ${link}.target_type = ${known(type)})`
    return either([this.holds({ is: 'value', rows, test: named }, one), this.#whereOpen(rows, one, found)])
  }

  #isNamed(id: string, { as, logicalId, tells }: Held): Sql {
    if (tells !== undefined) {
      const told = versionNamed({ type: 'Provenance', id })
      return told ? sql`(${as}.itself = ${told.itself}::uuid and ${as}.version = ${told.version})` : sql`false`
    }
    // By our own id where it can be one: its index is always there. Others choose ids of that form too.
    return UUID.test(id)
      ? sql`(${as}.id = ${id}::uuid and ${as}.logical_id is null or ${as}.logical_id = ${id})`
      : sql`${logicalId} = ${id}`
  }

  #isNear({ latitude, longitude, metres }: Extract<Criterion, { is: 'near' }>, one: Held): Sql {
    const [lat, long] = [sql.ref(this.#name()), sql.ref(this.#name())]
    const angle = sql`
      power(sin(radians(${lat}.low::float8 - ${latitude}::float8) / 2), 2)
      + cos(radians(${latitude}::float8)) * cos(radians(${lat}.low::float8)) * power(sin(radians(${long}.low::float8 - ${longitude}::float8) / 2), 2)`
    return sql`exists (
      select from index_quantity as ${lat}
      join index_quantity as ${long} on ${long}.resource_id = ${lat}.resource_id and ${long}.parameter = 'near$1'
      where ${lat}.resource_id = ${one.id} and ${lat}.parameter = 'near$0'
        and 2 * 6371008.8 * asin(least(1, sqrt(${angle}))) <= ${metres}::float8)`
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function wordsOf(where: 'anywhere' | 'narrative', { type, content }: Held): Sql {
  if (where === 'narrative')
    return type === 'Patient' ? sql`''` : sql`regexp_replace(${content} -> 'text' ->> 'div', '<[^>]*>', ' ', 'g')`
  return sql`words_in(${type === 'Patient' ? withoutWhere(content) : content})`
}

/** Each begins a word of it. */
function holdsWords(words: readonly string[], text: Sql): Sql {
  return sql`coalesce((
    select bool_and(position(' ' || word in read.text) > 0)
    from (select ' ' || folded(${text}) as text) as read
    cross join unnest(${words.map(fold)}::text[]) as word), false)`
}
